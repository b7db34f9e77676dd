package dev.identityexplorer.graph;

import dev.identityexplorer.cypher.CypherLibrary;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Imports, and what they changed. */
public final class History {

    /**
     * Which changes; empty texts let everything through.
     *
     * @param what {@code added}, {@code removed}, {@code changed} or {@code verdict}
     * @param since changes from this instant on
     * @param became a verdict, for changes to this one
     */
    public record ChangeFilter(
            String account, String entity, String importId, String what, Instant since, String became) {}

    private final Reads reads;

    public History(Engine engine, CypherLibrary library) {
        this.reads = new Reads(engine, library);
    }

    /** Imports, the newest first. */
    public List<Map<String, @Nullable Object>> imports(long skip, int limit) {
        return reads.rows("imports", Map.of("id", "", "skip", skip, "limit", limit));
    }

    /** One import. */
    public Optional<Map<String, @Nullable Object>> imported(String id) {
        return reads.row("imports", Map.of("id", id, "skip", 0, "limit", 1));
    }

    /**
     * What became different between the ends of two imports, each entity once: what was added and went again is left
     * out, of several verdicts the first and the last stand. In the order of account, kind and name.
     *
     * @param from an import; empty for the state before the first one
     * @param to a later import
     */
    public List<Map<String, @Nullable Object>> difference(String from, String to, String account, int limit) {
        return reads.rows("difference", Map.of("from", from, "to", to, "account", account, "limit", limit));
    }

    /** Changes, the newest first. */
    public List<Map<String, @Nullable Object>> changes(ChangeFilter filter, long skip, int limit) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.putAll(Map.of("account", filter.account(), "what", filter.what(), "skip", skip, "limit", limit));
        parameters.putAll(Map.of("since", filter.since().toString(), "became", filter.became()));
        if (!filter.importId().isEmpty()) {
            parameters.putAll(Map.of("import", filter.importId(), "entity", filter.entity()));
            return reads.rows("changes-of-import", parameters);
        }
        if (!filter.entity().isEmpty()) {
            parameters.put("entity", filter.entity());
            return reads.rows("changes-of-entity", parameters);
        }
        return reads.rows("changes", parameters);
    }
}

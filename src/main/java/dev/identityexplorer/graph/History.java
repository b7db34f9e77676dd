package dev.identityexplorer.graph;

import dev.identityexplorer.cypher.CypherLibrary;
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
     */
    public record ChangeFilter(String account, String entity, String importId, String what) {}

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

    /** Changes, the newest first. */
    public List<Map<String, @Nullable Object>> changes(ChangeFilter filter, long skip, int limit) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.putAll(Map.of("account", filter.account(), "what", filter.what(), "skip", skip, "limit", limit));
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

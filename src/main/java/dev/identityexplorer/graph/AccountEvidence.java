package dev.identityexplorer.graph;

import dev.identityexplorer.model.EvidenceKind;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.neo4j.driver.Record;
import org.neo4j.driver.types.MapAccessor;

/**
 * Pieces of evidence of one account by key, which is {@link dev.identityexplorer.model.EvidenceKey#text()}.
 */
public final class AccountEvidence {

    /** The state of what was seen of an account of which the import has not ended: not even a record of it is known whole. */
    public static final String UNFINISHED = "unfinished";

    private final Map<String, Seen> byKey;
    private final Set<String> listedTypes;

    /**
     * One piece of evidence.
     *
     * @param state {@code complete}, {@code partial}, {@code empty}, {@code denied} or {@link #UNFINISHED}
     * @param detail why it is not complete; empty when it is
     * @param observedAt when AWS was asked
     * @param source the file
     */
    public record Seen(String state, String detail, ZonedDateTime observedAt, String source) {

        static Seen of(MapAccessor row) {
            return new Seen(
                    row.get("state").asString(),
                    row.get("detail").asString(""),
                    row.get("observedAt").asZonedDateTime(),
                    row.get("source").asString(""));
        }

        private Seen unfinished(String why) {
            return new Seen(UNFINISHED, why, observedAt, source);
        }
    }

    public AccountEvidence(Map<String, Seen> byKey) {
        this.byKey = new HashMap<>(byKey);
        this.listedTypes = listed(byKey.keySet());
    }

    private static Set<String> listed(Set<String> keys) {
        var prefix = EvidenceKind.RESOURCE_INVENTORY.word() + ":";
        return keys.stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(key.indexOf(':', prefix.length()) + 1))
                .map(type -> type.contains("?") ? type.substring(0, type.indexOf('?')) : type)
                .collect(Collectors.toSet());
    }

    /** Whether there is an inventory of that type, or of a part of it, for any region. */
    public boolean listsOf(String resourceType) {
        return listedTypes.contains(resourceType);
    }

    /** The same, as if the import of the account had not ended. */
    public AccountEvidence unfinished(String why) {
        return new AccountEvidence(byKey.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().unfinished(why))));
    }

    /** What was seen, by key. */
    public Map<String, Seen> byKey() {
        return Collections.unmodifiableMap(byKey);
    }

    /** The evidence of that key, if any was imported. */
    public Optional<Seen> of(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** When the first piece of evidence that is not too old at {@code now} becomes so; empty if all of it is. */
    Optional<ZonedDateTime> freshUntil(ZonedDateTime now, Duration maxAge) {
        return byKey.values().stream()
                .map(seen -> seen.observedAt().plus(maxAge))
                .filter(end -> !end.isBefore(now))
                .min(ZonedDateTime::compareTo);
    }

    static AccountEvidence of(List<Record> rows) {
        return new AccountEvidence(rows.stream()
                .collect(Collectors.toMap(row -> row.get("key").asString(), Seen::of, (one, same) -> one)));
    }
}

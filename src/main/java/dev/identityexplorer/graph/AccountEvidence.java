package dev.identityexplorer.graph;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.neo4j.driver.Record;

/**
 * Pieces of evidence of one account by key.
 *
 * @param byKey what was seen, by {@link dev.identityexplorer.model.EvidenceKey#text()}
 */
public record AccountEvidence(Map<String, Seen> byKey) {

    /**
     * One piece of evidence.
     *
     * @param state {@code complete}, {@code partial}, {@code empty} or {@code denied}
     * @param detail why it is not complete; empty when it is
     * @param observedAt when AWS was asked
     * @param source the file
     */
    public record Seen(String state, String detail, ZonedDateTime observedAt, String source) {}

    public AccountEvidence {
        byKey = Map.copyOf(byKey);
    }

    /** The evidence of that key, if any was imported. */
    public Optional<Seen> of(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    static AccountEvidence of(List<Record> rows) {
        return new AccountEvidence(rows.stream()
                .collect(Collectors.toMap(
                        row -> row.get("key").asString(),
                        row -> new Seen(
                                row.get("state").asString(),
                                row.get("detail").asString(""),
                                row.get("observedAt").asZonedDateTime(),
                                row.get("source").asString("")))));
    }
}

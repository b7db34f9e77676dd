package dev.identityexplorer.graph;

import dev.identityexplorer.catalogue.Inventory;
import dev.identityexplorer.model.Evidence;
import dev.identityexplorer.model.Snapshot;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The {@code Evidence} nodes of one account: as they were, and as a snapshot has them. */
final class AccountEvidenceRows {

    private final LoadStatements load;
    private final Snapshot snapshot;
    private final String account;
    private final Map<String, Long> fingerprints;

    /** @param fingerprints of all that each key tells */
    AccountEvidenceRows(LoadStatements load, Snapshot snapshot, Map<String, Long> fingerprints) {
        this.load = load;
        this.snapshot = snapshot;
        this.account = snapshot.account().toString();
        this.fingerprints = fingerprints;
    }

    /** What the graph holds, by key; properties without a value left out. */
    Map<String, Map<String, Object>> before(Pipeline tx) {
        var rows = new HashMap<String, Map<String, Object>>();
        load.read(tx, "account-evidence", Map.of("account", account)).forEach(row -> {
            var properties = new HashMap<>(row.get("properties").asMap());
            properties.values().removeIf(Objects::isNull);
            rows.put(row.get("key").asString(), properties);
        });
        return rows;
    }

    void write(Pipeline tx, Map<String, Map<String, Object>> before, Difference difference) {
        var now = new HashMap<>(before);
        snapshot.evidence().forEach(e -> now.put(e.key().text(), row(e)));
        var rows = now.entrySet().stream()
                .filter(e -> !e.getValue().equals(before.get(e.getKey())))
                .map(Map.Entry::getValue)
                .toList();
        load.sendRows(tx, "evidence", Map.of("account", account), rows);
        if (!before.isEmpty()) {
            load.send(tx, "evidence-of-users", Map.of("account", account));
        }
        Set<String> dead = new HashSet<>(before.keySet());
        dead.removeIf(key -> !difference.dead(key));
        load.sendBatches(tx, "remove-evidence", "keys", Map.of("account", account), List.copyOf(dead));
        now.keySet().removeAll(dead);
        load.send(tx, "account-regions", Map.of("account", account, "regions", regions(now.values())));
    }

    /** Where something was seen, so that the account uses these Regions whatever a list of its Regions says. */
    private static List<String> regions(Collection<Map<String, Object>> evidence) {
        return evidence.stream()
                .filter(e -> e.get("state").equals(Evidence.State.COMPLETE.word())
                        || !Objects.equals(e.get("fingerprint"), 0L))
                .map(e -> e.getOrDefault("region", Inventory.GLOBAL).toString())
                .filter(region -> !region.equals(Inventory.GLOBAL))
                .distinct()
                .sorted()
                .toList();
    }

    Map<String, Object> row(Evidence evidence) {
        var key = evidence.key();
        var row = new HashMap<String, Object>();
        row.put("key", key.text());
        row.put("kind", key.kind().word());
        row.put("subject", key.subject());
        row.put("region", key.region());
        row.put("resourceType", key.resourceType());
        row.values().removeIf(value -> value.equals(""));
        row.put("state", evidence.state().word());
        row.put("detail", evidence.detail());
        row.put("observedAt", evidence.observedAt().atZone(ZoneOffset.UTC));
        evidence.toldAt()
                .filter(at -> !at.equals(evidence.observedAt()))
                .ifPresent(at -> row.put("toldAt", at.atZone(ZoneOffset.UTC)));
        row.put("source", evidence.source());
        row.put("fingerprint", fingerprints.get(key.text()));
        return row;
    }
}

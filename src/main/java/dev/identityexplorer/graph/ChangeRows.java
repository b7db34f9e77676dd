package dev.identityexplorer.graph;

import dev.identityexplorer.model.Entity;
import dev.identityexplorer.model.Snapshot;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** What an import changed, as rows for {@code Change} nodes. */
final class ChangeRows {

    private final Snapshot snapshot;
    private final ZonedDateTime at = ZonedDateTime.now(ZoneOffset.UTC);

    ChangeRows(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    List<Map<String, Object>> of(
            Difference difference,
            EdgeDifference edges,
            Map<String, NodeState> before,
            Map<String, Map<String, Object>> properties) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var node : difference.changed) {
            if (node.records().isEmpty()) {
                continue;
            }
            var record = node.records().get(0);
            if (node.isNew()) {
                rows.add(row("added", node.id(), record.kind().label(), record.name(), List.of()));
                continue;
            }
            var details = new TreeSet<>(edges.described.getOrDefault(node.id(), List.of()));
            var old = properties.getOrDefault(node.id(), Map.of());
            node.records().stream()
                    .filter(Primary::tells)
                    .filter(r -> node.affected().contains(r.evidence().text()))
                    .forEach(r -> describe(r, old, details));
            if (!details.isEmpty()) {
                rows.add(row("changed", node.id(), record.kind().label(), record.name(), List.copyOf(details)));
            }
        }
        for (var id : difference.removed) {
            var node = before.get(id);
            rows.add(row("removed", id, node.kind(), node.name(), List.of()));
        }
        return rows;
    }

    /** A change of verdict, which people want to be told of. */
    Map<String, Object> verdict(Derivation.VerdictChange change) {
        return row("verdict", change.id(), change.kind(), change.name(), List.of(change.from() + " → " + change.to()));
    }

    /** Property by property, {@code path: /old/ → /new/}; documents by name only, since they are long. */
    private static void describe(Entity record, Map<String, Object> old, TreeSet<String> details) {
        record.properties().forEach((key, value) -> {
            var before = old.get(key);
            boolean type = key.equals("resourceType"); // which each list calls by its own name
            if (!Objects.equals(before, value) && !type) {
                boolean document = key.equalsIgnoreCase("document") || key.endsWith("PolicyDocument");
                details.add(document ? key : key + ": " + Objects.toString(before, "none") + " → " + value);
            }
        });
    }

    private Map<String, Object> row(String what, String id, String kind, String name, List<String> details) {
        var row = new HashMap<String, Object>();
        row.put("what", what);
        row.put("entityId", id);
        row.put("entityKind", kind);
        row.put("name", name);
        row.put("accountId", snapshot.accountId());
        row.put("at", at);
        row.put("details", details);
        return row;
    }
}

package dev.identityexplorer.graph;

import dev.identityexplorer.model.EntityKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;

/**
 * What the graph holds of a node before an import.
 *
 * @param id its id
 * @param name its name
 * @param kind the most specific label
 * @param placeholder whether something only points at it
 * @param told which evidence tells it, with the fingerprint of what each told; empty when only an incomplete newer
 *     export covers it, or when it is a placeholder
 */
record NodeState(String id, String name, String kind, boolean placeholder, Map<String, Long> told) {

    static NodeState of(Record row) {
        List<String> keys = row.get("evidence").asList(v -> v.asString());
        List<Long> fingerprints = row.get("fingerprints").asList(v -> v.asLong());
        var told = new LinkedHashMap<String, Long>();
        for (int i = 0; i < keys.size(); i++) {
            told.put(keys.get(i), fingerprints.get(i));
        }
        return new NodeState(
                row.get("id").asString(),
                row.get("name").asString(""),
                kind(row.get("labels").asList(v -> v.asString())),
                row.get("placeholder").asBoolean(),
                told);
    }

    /**
     * The most specific of a node's labels, {@code ServiceLinkedRole} before {@code Role}; where no kind of entity has one
     * of them, as for the catalogue's nodes, the first one that says more than {@code Entity}.
     */
    static String kind(List<String> labels) {
        return java.util.Arrays.stream(EntityKind.values())
                .filter(kind -> labels.contains(kind.label()))
                // a service-linked role has the label Role too, and no kind has another's label as its own but that one
                .max(java.util.Comparator.comparingInt(kind -> kind.labels().size()))
                .map(EntityKind::label)
                .or(() ->
                        labels.stream().filter(label -> !label.equals("Entity")).findFirst())
                .orElse(labels.isEmpty() ? "" : labels.get(0));
    }
}

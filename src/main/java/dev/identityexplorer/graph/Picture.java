package dev.identityexplorer.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Nodes and edges of a drawing, each once; the order is that in which they were found. */
final class Picture {

    private final Map<String, Map<String, @Nullable Object>> nodes = new LinkedHashMap<>();
    private final Map<String, Map<String, @Nullable Object>> edges = new LinkedHashMap<>();

    /** Adds a node unless it is there; whether it was new. */
    boolean node(Map<String, @Nullable Object> node, String position, int distance) {
        var id = Wire.text(node, "id");
        var known = nodes.get(id);
        if (known != null) {
            if (rank(position) < rank(Wire.text(known, "position"))) {
                known.put("position", position);
            }
            return false;
        }
        var whole = new LinkedHashMap<String, @Nullable Object>();
        whole.put("id", id);
        whole.put("kind", node.get("kind"));
        whole.put("name", node.get("name") == null ? id : node.get("name"));
        for (var key : List.of("accountId", "verdict", "impact", "resourceType", "region")) {
            whole.put(key, node.get(key));
        }
        whole.put("placeholder", Boolean.TRUE.equals(node.get("placeholder")));
        whole.put("position", position);
        whole.put("distance", distance);
        whole.put("folded", node.get("folded"));
        nodes.put(id, whole);
        return true;
    }

    private static int rank(String position) {
        return List.of("center", "owner", "blocker", "blocked", "neighbour").indexOf(position);
    }

    void edge(Map<String, @Nullable Object> edge) {
        var whole = new LinkedHashMap<String, @Nullable Object>();
        for (var key : List.of("id", "from", "to", "type", "rule", "severity", "effect", "count")) {
            whole.put(key, edge.get(key));
        }
        edges.putIfAbsent(Wire.text(edge, "id"), whole);
    }

    boolean has(String id) {
        return nodes.containsKey(id);
    }

    int size() {
        return nodes.size();
    }

    List<Map<String, @Nullable Object>> nodes() {
        return List.copyOf(nodes.values());
    }

    /** Those of which both ends are drawn. */
    List<Map<String, @Nullable Object>> edges() {
        return edges.values().stream()
                .filter(edge -> has(Wire.text(edge, "from")) && has(Wire.text(edge, "to")))
                .toList();
    }
}

package dev.identityexplorer.graph;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Node;
import org.neo4j.driver.types.Path;
import org.neo4j.driver.types.Relationship;

/** What a query returned, in the wire shape: values in rows, each node and relationship once beside them. */
final class Cells {

    private final Map<String, Map<String, @Nullable Object>> nodes = new LinkedHashMap<>();
    private final Map<String, Map<String, @Nullable Object>> edges = new LinkedHashMap<>();
    private final Map<String, String> ids = new LinkedHashMap<>();
    private long size;

    /** The value as JSON can say it. */
    @Nullable
    Object of(@Nullable Object value) {
        size += 8;
        if (value instanceof Node node) {
            return Map.of("$node", node(node));
        }
        if (value instanceof Relationship relationship) {
            return Map.of("$edge", edge(relationship));
        }
        if (value instanceof Path path) {
            return Map.of("$path", path(path));
        }
        if (value instanceof List<?> list) {
            var values = new ArrayList<@Nullable Object>();
            list.forEach(element -> values.add(of(element)));
            return values;
        }
        if (value instanceof Map<?, ?> map) {
            var values = new LinkedHashMap<String, @Nullable Object>();
            map.forEach((key, element) -> values.put(text(key), of(element)));
            return values;
        }
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        return text(value instanceof ZonedDateTime at ? at.toOffsetDateTime() : value);
    }

    private String text(Object value) {
        var text = value.toString();
        size += text.length();
        return text;
    }

    private String node(Node node) {
        var id = node.get("id").asObject() instanceof String own ? own : node.elementId();
        ids.put(node.elementId(), id);
        if (!nodes.containsKey(id)) {
            var labels = new ArrayList<String>();
            node.labels().forEach(labels::add);
            var map = new LinkedHashMap<String, @Nullable Object>();
            nodes.put(id, map);
            map.put("id", id);
            map.put("kind", NodeState.kind(labels));
            map.put("name", node.get("name").asObject() instanceof String name ? name : id);
            map.put("labels", labels);
            map.put("properties", of(node.asMap()));
        }
        return id;
    }

    private String edge(Relationship relationship) {
        var id = relationship.elementId();
        if (!edges.containsKey(id)) {
            var map = new LinkedHashMap<String, @Nullable Object>();
            edges.put(id, map);
            map.put("id", id);
            map.put("from", relationship.startNodeElementId());
            map.put("to", relationship.endNodeElementId());
            map.put("type", relationship.type());
            map.put("properties", of(relationship.asMap()));
        }
        return id;
    }

    private List<String> path(Path path) {
        var ids = new ArrayList<String>();
        ids.add(node(path.start()));
        for (var segment : path) {
            ids.add(edge(segment.relationship()));
            ids.add(node(segment.end()));
        }
        return ids;
    }

    /** Roughly how many bytes there are by now. */
    long size() {
        return size;
    }

    List<Map<String, @Nullable Object>> nodes() {
        return List.copyOf(nodes.values());
    }

    /** The ends have the ids of nodes where the nodes are known. */
    List<Map<String, @Nullable Object>> edges() {
        edges.values().forEach(edge -> {
            for (var end : List.of("from", "to")) {
                edge.computeIfPresent(end, (key, id) -> ids.getOrDefault(String.valueOf(id), String.valueOf(id)));
            }
        });
        return List.copyOf(edges.values());
    }
}

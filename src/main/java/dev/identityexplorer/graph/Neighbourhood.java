package dev.identityexplorer.graph;

import dev.identityexplorer.cypher.CypherLibrary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What surrounds an entity, for a drawing: the owner and the blockers first, many of a kind folded into one node. */
public final class Neighbourhood {

    /**
     * A drawing.
     *
     * @param center where it starts
     * @param truncated whether it had more nodes than it may
     */
    public record Drawing(
            String center,
            List<Map<String, @Nullable Object>> nodes,
            List<Map<String, @Nullable Object>> edges,
            boolean truncated) {}

    /**
     * How far a drawing goes.
     *
     * @param kinds only such neighbours; empty for all
     * @param types only such relationships; empty for all but {@code CONTAINS} and {@code TAGGED}
     * @param fold more neighbours of one kind at one relationship type become one node
     * @param limit at most so many nodes
     */
    public record Extent(int depth, List<String> kinds, List<String> types, int fold, int limit) {}

    private static final String FOLDED = "folded:";

    /** So many neighbours at one relationship type are looked at; what has more says so. */
    private static final int MOST = 1_000;

    private final Reads reads;

    public Neighbourhood(Engine engine, CypherLibrary library) {
        this.reads = new Reads(engine, library);
    }

    /** The surroundings of an entity; empty where the graph does not hold it. */
    public Optional<Drawing> around(String id, Extent extent) {
        return node(id).map(center -> {
            var picture = new Picture();
            picture.node(center, "center", 0);
            var frontier = List.of(id);
            boolean truncated = false;
            for (int distance = 1; distance <= extent.depth() && !frontier.isEmpty(); distance++) {
                var next = new ArrayList<String>();
                truncated |= !expand(picture, id, frontier, distance, extent, next);
                frontier = next;
            }
            return new Drawing(id, picture.nodes(), picture.edges(), truncated);
        });
    }

    /** One step out; whether everything fitted. */
    private boolean expand(
            Picture picture, String center, List<String> frontier, int distance, Extent extent, List<String> next) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.putAll(Map.of("ids", frontier, "types", extent.types(), "fold", extent.fold()));
        parameters.put("most", distance == 1 ? MOST : MOST / 4);
        var groups = new ArrayList<>(reads.rows("neighbours", parameters));
        groups.removeIf(group -> !extent.kinds().isEmpty() && !extent.kinds().contains(Wire.text(group, "kind")));
        groups.sort(Comparator.comparingInt(group -> importance(Wire.text(group, "type"))));
        boolean fitted = true;
        for (var group : groups) {
            var position = distance == 1 ? position(group) : "neighbour";
            if (Wire.number(group, "count") > extent.fold() || Boolean.TRUE.equals(group.get("atLeast"))) {
                if (picture.size() < extent.limit()) {
                    fold(picture, group, position, distance);
                } else {
                    fitted = false;
                }
                continue;
            }
            for (var pair : Wire.list(group, "pairs")) {
                var node = Wire.inner(pair, "node");
                var id = Wire.text(node, "id");
                if (!picture.has(id) && picture.size() >= extent.limit()) {
                    fitted = false;
                    continue;
                }
                if (picture.node(node, position, distance)) {
                    next.add(id);
                }
                picture.edge(Wire.inner(pair, "edge"));
            }
        }
        return fitted;
    }

    private static int importance(String type) {
        return switch (type) {
            case "OWNS" -> 0;
            case "BLOCKS_DELETION_OF" -> 1;
            default -> 2;
        };
    }

    private static String position(Map<String, @Nullable Object> group) {
        boolean in = Wire.text(group, "direction").equals("in");
        return switch (Wire.text(group, "type")) {
            case "OWNS" -> in ? "owner" : "neighbour";
            case "BLOCKS_DELETION_OF" -> in ? "blocker" : "blocked";
            default -> "neighbour";
        };
    }

    private static void fold(Picture picture, Map<String, @Nullable Object> group, String position, int distance) {
        var of = Wire.text(group, "of");
        var type = Wire.text(group, "type");
        var direction = Wire.text(group, "direction");
        var kind = Wire.text(group, "kind");
        var labels = group.get("every") instanceof List<?> all
                ? String.join(",", all.stream().map(String::valueOf).toList())
                : "";
        var folded = new LinkedHashMap<String, @Nullable Object>();
        folded.putAll(Map.of("of", of, "type", type, "direction", direction, "kind", kind));
        folded.put("count", group.get("count"));
        folded.put("atLeast", group.get("atLeast"));
        var node = new LinkedHashMap<String, @Nullable Object>();
        node.put("id", FOLDED + encode(String.join("\n", type, direction, labels, of)));
        node.put("kind", kind);
        node.put("name", group.get("count") + (Boolean.TRUE.equals(group.get("atLeast")) ? "+ × " : " × ") + kind);
        node.put("folded", folded);
        picture.node(node, position, distance);
        var edge = new LinkedHashMap<String, @Nullable Object>();
        edge.put("id", "edge:" + node.get("id"));
        edge.put("from", direction.equals("out") ? of : node.get("id"));
        edge.put("to", direction.equals("out") ? node.get("id") : of);
        edge.put("type", type);
        edge.put("count", group.get("count"));
        picture.edge(edge);
    }

    /**
     * Members of a folded node.
     *
     * @throws GraphException if {@code folded} is not the id of one
     */
    public Drawing open(String folded, long skip, int limit) {
        var parts = decode(folded).split("\n", 4);
        if (parts.length != 4) {
            throw GraphException.badInput("'" + folded + "' is not the id of a folded node; take one from a drawing.");
        }
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.putAll(Map.of("type", parts[0], "direction", parts[1], "labels", List.of(parts[2].split(","))));
        parameters.putAll(Map.of("id", parts[3], "skip", skip, "limit", limit + 1));
        var rows = reads.rows("graph-members", parameters);
        var picture = new Picture();
        node(parts[3]).ifPresent(center -> picture.node(center, "center", 0));
        rows.stream().limit(limit).forEach(row -> {
            picture.node(Wire.inner(row, "node"), "neighbour", 1);
            picture.edge(Wire.inner(row, "edge"));
        });
        return new Drawing(parts[3], picture.nodes(), picture.edges(), rows.size() > limit);
    }

    /** A shortest way of at most six relationships; empty where there is none. */
    public Optional<Drawing> path(String from, String to) {
        var picture = new Picture();
        if (from.equals(to)) {
            node(from).ifPresent(node -> picture.node(node, "center", 0));
            return Optional.of(new Drawing(from, picture.nodes(), picture.edges(), false));
        }
        return reads.row("path", Map.of("from", from, "to", to)).map(row -> {
            int distance = 0;
            for (var node : Wire.list(row, "nodes")) {
                picture.node(node, distance == 0 ? "center" : "neighbour", distance++);
            }
            Wire.list(row, "edges").forEach(picture::edge);
            return new Drawing(from, picture.nodes(), picture.edges(), false);
        });
    }

    private Optional<Map<String, @Nullable Object>> node(String id) {
        return reads.row("graph-node", Map.of("id", id)).map(row -> Wire.inner(row, "node"));
    }

    /** Whether the graph holds it. */
    public boolean knows(String id) {
        return node(id).isPresent();
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String id) {
        try {
            return new String(
                    Base64.getUrlDecoder().decode(id.startsWith(FOLDED) ? id.substring(FOLDED.length()) : "!"),
                    StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}

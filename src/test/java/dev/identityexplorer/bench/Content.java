package dev.identityexplorer.bench;

import dev.identityexplorer.graph.Engine;
import dev.identityexplorer.graph.Sessions;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.neo4j.driver.Session;

/**
 * The graph that an import wrote, as rows for loaders that know nothing of AWS. They get it for nothing: reading and
 * understanding files is the importer's work alone.
 *
 * @param nodes by their labels, joined by {@code :}
 * @param relationships by type and, between its ends' most specific labels, {@code TYPE from to}
 */
record Content(Map<String, List<Node>> nodes, Map<String, List<Relationship>> relationships) implements Serializable {

    /** Written by rules, not told by files. */
    static final List<String> DERIVED = List.of("BLOCKS_DELETION_OF", "OWNS", "INSTANCE_OF");

    /** Properties that the importer derives. */
    private static final List<String> DERIVED_PROPERTIES =
            List.of("verdict", "impact", "provenAt", "protection", "doubts", "derivedWith", "importedAt");

    record Node(String id, HashMap<String, Object> properties, HashMap<String, Object> derived)
            implements Serializable {}

    record Relationship(String from, String to, HashMap<String, Object> properties) implements Serializable {}

    private static final String NODES = """
            MATCH (n:Entity)
            WHERE NOT n:ServiceLinkedRoleType AND NOT n:ResourceType
              AND (NOT n:Service OR EXISTS { (n)<-[:TRUSTS|BELONGS_TO]-() } OR EXISTS { (n)-[:OWNS]->() })
            RETURN [label IN labels(n) WHERE label <> "Entity"] AS labels, n.id AS id, properties(n) AS properties
            """;
    private static final String RELATIONSHIPS = """
            MATCH (a:Entity)-[r]->(b:Entity)
            WHERE NOT a:ServiceLinkedRoleType AND NOT b:ServiceLinkedRoleType
            RETURN type(r) AS type, labels(a) AS froms, labels(b) AS tos, a.id AS from, b.id AS to, properties(r) AS properties
            """;

    static Content of(Engine engine) {
        var content = new Content(new TreeMap<>(), new TreeMap<>());
        var ids = new HashMap<String, String>();
        var shared = new HashMap<HashMap<String, Object>, HashMap<String, Object>>();
        try (Session session = Sessions.writing(engine)) {
            session.run(NODES).forEachRemaining(row -> {
                var id = row.get("id").asString();
                ids.put(id, id);
                var properties = new HashMap<>(row.get("properties").asMap());
                var derived = new HashMap<String, Object>();
                DERIVED_PROPERTIES.forEach(key -> {
                    if (properties.containsKey(key)) {
                        derived.put(key, properties.remove(key));
                    }
                });
                content.nodes
                        .computeIfAbsent(
                                String.join(":", row.get("labels").asList(v -> v.asString())), l -> new ArrayList<>())
                        .add(new Node(id, properties, derived));
            });
            session.run(RELATIONSHIPS).forEachRemaining(row -> {
                var from = ids.get(row.get("from").asString());
                var to = ids.get(row.get("to").asString());
                if (from == null || to == null) {
                    return;
                }
                var properties = new HashMap<>(row.get("properties").asMap());
                var group = row.get("type").asString() + " "
                        + Labels.one(row.get("froms").asList(v -> v.asString())) + " "
                        + Labels.one(row.get("tos").asList(v -> v.asString()));
                content.relationships
                        .computeIfAbsent(group, l -> new ArrayList<>())
                        .add(new Relationship(from, to, shared.computeIfAbsent(properties, p -> p)));
            });
        }
        return content;
    }

    long count() {
        return nodes.values().stream().mapToLong(List::size).sum()
                + relationships.values().stream().mapToLong(List::size).sum();
    }

    /** The same without what the importer derives. */
    Content told() {
        var told = new LinkedHashMap<String, List<Relationship>>();
        relationships.forEach((group, list) -> {
            if (!DERIVED.contains(group.split(" ")[0])) {
                told.put(group, list);
            }
        });
        var plain = new LinkedHashMap<String, List<Node>>();
        nodes.forEach((labels, list) -> plain.put(
                labels,
                list.stream()
                        .map(n -> new Node(n.id(), n.properties(), new HashMap<>()))
                        .toList()));
        return new Content(plain, told);
    }

    void write(Path file) throws IOException {
        try (var out = new ObjectOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
            out.writeObject(this);
        }
    }

    static Content read(Path file) throws IOException, ClassNotFoundException {
        try (var in = new ObjectInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
            return (Content) in.readObject();
        }
    }
}

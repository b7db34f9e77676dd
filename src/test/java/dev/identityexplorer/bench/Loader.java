package dev.identityexplorer.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.neo4j.driver.Session;

/** What the importer is measured against: two loaders that get finished rows and write them. */
enum Loader {
    /**
     * The usual way of writing such loaders: for each record type one {@code UNWIND … MERGE} with {@code SET}, its
     * relationships by {@code OPTIONAL MATCH … MERGE} in the same statement, 10,000 rows a transaction, one after the
     * other, range indexes, no constraint.
     */
    USUAL {
        @Override
        void prepare(Session session, Content content) {
            content.nodes().keySet().stream()
                    .map(labels -> Labels.one(List.of(labels.split(":"))))
                    .distinct()
                    .forEach(label -> session.run(
                                    "CREATE INDEX " + label + " IF NOT EXISTS FOR (n:" + label + ") ON (n.id)")
                            .consume());
            session.run("CALL db.awaitIndexes(60)").consume();
        }

        @Override
        void load(Supplier<Session> sessions, Content content, int threads) {
            var byLabel = new HashMap<String, List<Content.Node>>();
            content.nodes()
                    .forEach((labels, nodes) -> byLabel.computeIfAbsent(
                                    Labels.one(List.of(labels.split(":"))), l -> new ArrayList<>())
                            .addAll(nodes));
            try (var session = sessions.get()) {
                for (var label : UsualOrder.of(byLabel.keySet())) {
                    usual(session, label, byLabel, content, false);
                    if (UsualOrder.twice(label, content.relationships().keySet())) {
                        usual(session, label, byLabel, content, true);
                    }
                }
            }
        }
    },
    /**
     * The least that can be done by Cypher: {@code UNWIND … CREATE} for nodes, {@code UNWIND … MATCH … MATCH … CREATE} by
     * unique key for relationships, into the importer's own constraints and indexes.
     */
    BARE {
        @Override
        void prepare(Session session, Content content) {
            dev.identityexplorer.cypher.CypherLibrary.load()
                    .schema()
                    .statements()
                    .forEach(s -> session.run(s).consume());
            session.run("CALL db.awaitIndexes(60)").consume();
        }

        @Override
        void load(Supplier<Session> sessions, Content content, int threads) throws Exception {
            var nodes = new ArrayList<Callable<Void>>();
            content.nodes().forEach((labels, list) -> {
                var statement = "UNWIND $rows AS row CREATE (n:Entity:" + labels + ") SET n = row";
                batches(list, 5_000)
                        .forEach(batch -> nodes.add(() -> write(
                                sessions,
                                statement,
                                batch.stream().map(Loader::properties).toList())));
            });
            run(nodes, threads);
            var relationships = new ArrayList<Callable<Void>>();
            content.relationships().forEach((group, list) -> {
                var statement =
                        "UNWIND $rows AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:"
                                + group.split(" ")[0] + "]->(b) SET r = row.properties";
                batches(list, 5_000)
                        .forEach(batch -> relationships.add(() -> write(
                                sessions,
                                statement,
                                batch.stream()
                                        .map(r -> Map.<String, Object>of(
                                                "from", r.from(), "to", r.to(), "properties", r.properties()))
                                        .toList())));
            });
            run(relationships, threads);
        }
    };

    abstract void prepare(Session session, Content content);

    abstract void load(Supplier<Session> sessions, Content content, int threads) throws Exception;

    private static void usual(
            Session session, String label, Map<String, List<Content.Node>> byLabel, Content content, boolean second) {
        var statement = UsualOrder.statement(label, content.relationships().keySet(), byLabel.keySet(), second);
        var rows = UsualOrder.rows(label, byLabel.get(label), content, byLabel.keySet(), second);
        batches(rows, 10_000)
                .forEach(batch -> session.executeWriteWithoutResult(
                        tx -> tx.run(statement, Map.of("rows", batch)).consume()));
    }

    private static Map<String, Object> properties(Content.Node node) {
        var all = new HashMap<String, Object>(node.properties());
        all.putAll(node.derived());
        return all;
    }

    private static Void write(Supplier<Session> sessions, String statement, List<?> rows) {
        try (var session = sessions.get()) {
            session.executeWriteWithoutResult(
                    tx -> tx.run(statement, Map.of("rows", rows)).consume());
        }
        return null;
    }

    private static void run(List<Callable<Void>> work, int threads) throws Exception {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            for (var done : pool.invokeAll(work)) {
                done.get();
            }
        } finally {
            pool.shutdown();
        }
    }

    static <T> List<List<T>> batches(List<T> rows, int size) {
        var batches = new ArrayList<List<T>>();
        for (int from = 0; from < rows.size(); from += size) {
            batches.add(rows.subList(from, Math.min(rows.size(), from + size)));
        }
        return batches;
    }
}

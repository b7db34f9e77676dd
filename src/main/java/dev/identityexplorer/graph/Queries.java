package dev.identityexplorer.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.types.Node;
import org.neo4j.driver.types.Path;
import org.neo4j.driver.types.Relationship;

/** Runs questions that people ask in Cypher; it reads and never writes. */
public final class Queries {

    /**
     * Rows as they were returned.
     *
     * @param columns the names, in their order
     * @param rows values by column: text, numbers, truth values, lists and maps of them; dates as ISO 8601 text; a node
     *     as the map of its properties
     */
    public record Rows(List<String> columns, List<Map<String, Object>> rows) {}

    private static final TransactionConfig LIMITS = TransactionConfig.builder()
            .withTimeout(java.time.Duration.ofSeconds(TimeUnit.MINUTES.toSeconds(2)))
            .build();

    private final Engine engine;

    public Queries(Engine engine) {
        this.engine = engine;
    }

    /**
     * Runs one statement.
     *
     * @throws GraphException if it is not Cypher, does more than to read the graph, or takes more than two minutes: a file
     *     of somebody else's may not send what it reads away by {@code LOAD CSV} either
     */
    public Rows run(String statement, Map<String, @Nullable Object> parameters) {
        return gather(statement, parameters, ArrayList<Map<String, Object>>::new, List::add, Rows::new);
    }

    /**
     * The same of very many rows, of which not all are kept.
     *
     * @param fresh what rows are added to; asked for again where all has to be read again
     * @param done makes the answer of the columns and what was gathered
     */
    <A, T> T gather(
            String statement,
            Map<String, @Nullable Object> parameters,
            Supplier<A> fresh,
            BiConsumer<A, Map<String, Object>> add,
            BiFunction<List<String>, A, T> done) {
        CalledFunctions.require(statement);
        return Reads.in(engine, LIMITS, tx -> {
            AllowedPlan.require(tx.run("EXPLAIN " + statement, parameters)
                    .consume()
                    .queryPlan()
                    .orElseThrow(() -> GraphException.refused(
                            "The database does not say how it would run this; only queries that read run.")));
            var result = tx.run(statement, parameters);
            var columns = result.keys();
            var gathered = fresh.get();
            result.forEachRemaining(record -> {
                var row = new LinkedHashMap<String, Object>();
                columns.forEach(
                        column -> row.put(column, plain(record.get(column).asObject())));
                add.accept(gathered, row);
            });
            return done.apply(columns, gathered);
        });
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean || value instanceof String) {
            return value;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Queries::plain).toList();
        }
        if (value instanceof Map<?, ?> map) {
            var plain = new LinkedHashMap<String, Object>();
            map.forEach((key, v) -> plain.put(key.toString(), plain(v)));
            return plain;
        }
        if (value instanceof Node node) {
            return plain(node.asMap());
        }
        if (value instanceof Relationship relationship) {
            var map = new LinkedHashMap<String, Object>(relationship.asMap());
            map.put("type", relationship.type());
            return plain(map);
        }
        if (value instanceof Path path) {
            var nodes = new ArrayList<Object>();
            path.nodes().forEach(node -> nodes.add(node.get("id").asObject()));
            return nodes;
        }
        return value.toString();
    }
}

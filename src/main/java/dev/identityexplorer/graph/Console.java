package dev.identityexplorer.graph;

import dev.identityexplorer.cypher.CypherFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;

/**
 * Runs queries of people who may read and no more. A query of theirs is planned first, and runs only if its plan is
 * made of operators that read ({@link AllowedPlan}); then in a transaction that may not write, for a limited time,
 * until there are so many rows or bytes.
 */
public final class Console {

    /**
     * The wire shape of an answer.
     *
     * @param rows values in the order of the columns
     * @param nodes every node in the rows, once
     * @param edges every relationship in the rows, once
     * @param truncated whether a limit cut it
     */
    public record Answer(
            List<String> columns,
            List<List<@Nullable Object>> rows,
            List<Map<String, @Nullable Object>> nodes,
            List<Map<String, @Nullable Object>> edges,
            boolean truncated,
            long millis) {}

    /**
     * How much a query may take.
     *
     * @param bytes of the answer, roughly
     */
    public record Limits(Duration time, int rows, long bytes) {
        public static final Limits DEFAULT = new Limits(Duration.ofSeconds(10), 1_000, 4L << 20);
        /** For the questions that come with the product. */
        public static final Limits QUESTIONS = new Limits(Duration.ofSeconds(60), 10_000, 32L << 20);
    }

    private static final String EXPLAIN = "EXPLAIN ";
    private static final Pattern PLACE = Pattern.compile("\\(line (\\d+), column (\\d+) \\(offset: (\\d+)\\)\\)");

    private final Engine engine;
    private final Patience patience = new Patience();

    public Console(Engine engine) {
        this.engine = engine;
    }

    /**
     * A person's own query. Its {@code :param} lines are defaults for what {@code parameters} lacks.
     *
     * @throws GraphException if it is wrong, would do more than to read, or takes too long
     */
    public Answer ask(String text, Map<String, @Nullable Object> parameters, Limits limits) {
        var query = CypherFile.parse("the query", text);
        var all = new LinkedHashMap<>(query.arguments(Map.of()));
        all.putAll(parameters);
        var statement = query.statement();
        CalledFunctions.require(statement);
        return patience.of(limits.time(), () -> {
            try (var session = engine.reading()) {
                plan(session, statement, all, limits);
                return run(session, statement, all, limits);
            } catch (Neo4jException e) {
                throw explain(e, text, statement, limits);
            }
        });
    }

    /** A question that comes with the product. */
    public Answer ask(CypherFile question, Map<String, @Nullable Object> arguments, Limits limits) {
        try (var session = engine.reading()) {
            return run(session, question.statement(), arguments, limits);
        } catch (Neo4jException e) {
            throw explain(e, question.text(), question.statement(), limits);
        }
    }

    private static void plan(
            Session session, String statement, Map<String, @Nullable Object> parameters, Limits limits) {
        try (var tx = session.beginTransaction(config(limits))) {
            var summary = tx.run(EXPLAIN + statement, parameters).consume();
            AllowedPlan.require(summary.queryPlan()
                    .orElseThrow(() -> GraphException.refused("The database does not say how it would run this; the"
                            + " console runs only queries that read.")));
        }
    }

    private static Answer run(
            Session session, String statement, Map<String, @Nullable Object> parameters, Limits limits) {
        long start = System.nanoTime();
        try (var tx = session.beginTransaction(config(limits))) {
            var result = tx.run(statement, parameters);
            var columns = result.keys();
            var rows = new ArrayList<List<@Nullable Object>>();
            var cells = new Cells();
            while (rows.size() < limits.rows() && cells.size() < limits.bytes() && result.hasNext()) {
                var row = new ArrayList<@Nullable Object>();
                result.next().values().forEach(value -> row.add(cells.of(value.asObject())));
                rows.add(row);
            }
            boolean more = result.hasNext();
            long millis = (System.nanoTime() - start) / 1_000_000;
            return new Answer(columns, rows, cells.nodes(), cells.edges(), more, millis);
        }
    }

    private static TransactionConfig config(Limits limits) {
        return TransactionConfig.builder().withTimeout(limits.time()).build();
    }

    private GraphException explain(Neo4jException e, String text, String statement, Limits limits) {
        if (e instanceof ServiceUnavailableException || e instanceof SessionExpiredException) {
            return engine.explain(e);
        }
        var code = String.valueOf(e.code());
        if (code.contains("TransactionTimedOut") || code.contains("Terminated")) {
            return Patience.over(limits.time(), e);
        }
        if (code.contains("OutOfMemory") || code.contains("StackOverFlow")) {
            return GraphException.tooSlow(
                    "The query was ended, since it needs more memory than it may have; ask for less.", e);
        }
        var message = String.valueOf(e.getMessage());
        var place = PLACE.matcher(message);
        boolean placed = place.find();
        var sentence = (placed
                        ? message.substring(0, place.start())
                        : message.lines().findFirst().orElse(""))
                .strip();
        return GraphException.refused(
                "Neo4j refused the query: " + sentence + (sentence.endsWith(".") ? "" : "."),
                e,
                placed ? position(text, statement, Integer.parseInt(place.group(3))) : Optional.empty());
    }

    /** Where the text that a person wrote has what Neo4j saw at an offset of the explained statement. */
    private static Optional<GraphException.Position> position(String text, String statement, int offset) {
        int start = text.indexOf(statement);
        int at = start + Math.min(Math.max(0, offset - EXPLAIN.length()), statement.length());
        if (start < 0) {
            return Optional.empty();
        }
        var before = text.substring(0, at);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return Optional.of(new GraphException.Position(line, at - before.lastIndexOf('\n'), at));
    }
}

package dev.identityexplorer.cypher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.ExecutionPlanDescription;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.QueryExecutionType;
import org.neo4j.graphdb.Result;

/** A database of its own for the tests of this room. The only place here that knows which engine answers. */
final class ScratchDatabase implements AutoCloseable {

    /** What the planner says of a query before it runs. */
    record Explained(QueryExecutionType.QueryType type, List<String> notifications, List<String> operators) {}

    private final DatabaseManagementService service;
    private final GraphDatabaseService database;

    ScratchDatabase(Path folder) {
        service = new DatabaseManagementServiceBuilder(folder).build();
        database = service.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
    }

    /** Runs every statement of {@code file}. */
    void run(CypherFile file) {
        file.statements().forEach(statement -> database.executeTransactionally(statement, file.arguments(Map.of())));
        database.executeTransactionally("CALL db.awaitIndexes(60)");
    }

    /** Runs the statements of the test resource {@code /explore/NAME.cypher}. */
    void runResource(String name) {
        try (var in = ScratchDatabase.class.getResourceAsStream("/explore/" + name + ".cypher")) {
            if (in == null) {
                throw new IllegalArgumentException("There is no test resource " + name + ".");
            }
            run(CypherFile.parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows, each with its columns in the order of the query. */
    List<Map<String, @Nullable Object>> rows(String statement, Map<String, @Nullable Object> arguments) {
        return database.executeTransactionally(statement, arguments, ScratchDatabase::rows);
    }

    /** The rows after a change that is taken back. */
    List<Map<String, @Nullable Object>> rowsAfter(
            String change, Map<String, Object> given, String statement, Map<String, @Nullable Object> arguments) {
        try (var tx = database.beginTx()) {
            tx.execute(change, given).close();
            return rows(tx.execute(statement, arguments));
        }
    }

    private static List<Map<String, @Nullable Object>> rows(Result result) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        while (result.hasNext()) {
            var next = result.next();
            var row = new LinkedHashMap<String, @Nullable Object>();
            result.columns().forEach(column -> row.put(column, next.get(column)));
            rows.add(row);
        }
        return rows;
    }

    Explained explain(String statement, Map<String, @Nullable Object> arguments) {
        return database.executeTransactionally("EXPLAIN " + statement, arguments, result -> {
            var notifications = new ArrayList<String>();
            for (var status : result.getGqlStatusObjects()) {
                if (!status.gqlStatus().startsWith("00") && !status.gqlStatus().startsWith("02")) {
                    notifications.add(status.gqlStatus() + ": " + status.statusDescription());
                }
            }
            var operators = new ArrayList<String>();
            collect(result.getExecutionPlanDescription(), operators);
            return new Explained(result.getQueryExecutionType().queryType(), notifications, operators);
        });
    }

    private static void collect(ExecutionPlanDescription plan, List<String> operators) {
        operators.add(plan.getName());
        plan.getChildren().forEach(child -> collect(child, operators));
    }

    @Override
    public void close() {
        service.shutdown();
    }
}

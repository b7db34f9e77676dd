package dev.identityexplorer.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilderImplementation;
import org.neo4j.driver.Session;
import org.neo4j.exceptions.KernelException;
import org.neo4j.kernel.api.procedure.GlobalProcedures;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * A server of somebody else's, with procedures and functions under the names of APOC's: what is there and could write or
 * call out is still refused. (APOC itself would change how the whole Java VM opens URLs.)
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // what the console refuses, not what the engine answers
class PluginsIT {

    private static final Console.Limits LIMITS = new Console.Limits(Duration.ofSeconds(5), 100, 100_000);

    @TempDir
    private static Path folder;

    private static DatabaseManagementService server;
    private static Engine engine;

    @BeforeAll
    @SuppressWarnings("rawtypes") // in the signature of Neo4j's own builder
    static void start() throws KernelException {
        server = new DatabaseManagementServiceBuilderImplementation(folder, extension -> false)
                .setConfigRaw(Map.of(
                        "server.bolt.enabled", "true",
                        "server.bolt.listen_address", "127.0.0.1:0",
                        "dbms.usage_report.enabled", "false",
                        "internal.dbms.bolt.local_enabled", "false",
                        "internal.dbms.bolt.netty_server_use_native_transport", "false"))
                .build();
        var resolver = ((GraphDatabaseAPI) server.database("neo4j")).getDependencyResolver();
        var procedures = resolver.resolveDependency(GlobalProcedures.class);
        procedures.registerProcedure(ForeignProcedures.class);
        procedures.registerFunction(ForeignFunctions.class);
        int port = resolver.resolveDependency(ConnectorPortRegister.class)
                .getLocalAddress(ConnectorType.BOLT)
                .getPort();
        engine = Engine.remote(URI.create("bolt://127.0.0.1:" + port), new Credentials("neo4j", "none"));
    }

    @AfterAll
    static void stop() {
        engine.close();
        server.shutdown();
    }

    private static long nodes() {
        try (Session session = engine.reading()) {
            return session.run("MATCH (n) RETURN count(n) AS n")
                    .single()
                    .get("n")
                    .asLong();
        }
    }

    private static final String BY_PROCEDURE = "CALL apoc.create.node(['X'], {}) YIELD node RETURN node";

    @ParameterizedTest
    @ValueSource(
            strings = {
                BY_PROCEDURE,
                "CALL apoc.cypher.doIt('CREATE (:X) RETURN 1 AS x', {}) YIELD value RETURN value",
            })
    void they_do_what_they_are_asked_where_nobody_refuses(String query) {
        long before = nodes();
        try (Session session = engine.writing()) {
            session.run(query).consume();
        }
        assertThat(nodes()).isGreaterThan(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                BY_PROCEDURE,
                "CALL `apoc`.`create`.`node`(['X'], {}) YIELD node RETURN node",
                "CALL\tapoc . create . node (['X'], {}) YIELD node RETURN node",
                "CALL \\u0061poc.create.node(['X'], {}) YIELD node RETURN node",
                "UNWIND [1] AS i CALL apoc.create.node(['X'], {}) YIELD node RETURN node",
                "CALL { CALL apoc.create.node(['X'], {}) YIELD node RETURN node } RETURN node",
                "MATCH (n) WHERE EXISTS { CALL apoc.cypher.run('RETURN 1 AS x', {}) YIELD value RETURN value } RETURN n",
                "CALL apoc.cypher.doIt('CREATE (:X) RETURN 1 AS x', {}) YIELD value RETURN value",
                "CALL apoc.cypher.run('MATCH (n) RETURN n', {}) YIELD value RETURN value",
                "CALL apoc.periodic.iterate('UNWIND range(1, 3) AS i RETURN i', 'CREATE (:X)', {}) YIELD value RETURN value",
                "CALL apoc.load.json('http://127.0.0.1:9/') YIELD value RETURN value",
                "RETURN apoc.cypher.runFirstColumnSingle('MATCH (n) RETURN count(n)', {})",
                "RETURN [x IN [1] | apoc.cypher.runFirstColumnSingle('RETURN 1', {})]",
                "MATCH (n) RETURN n ORDER BY apoc.cypher.runFirstColumnSingle('RETURN 1', {})",
                "RETURN apoc.util.sha1(['x'])",
                "RETURN APOC . util . sha1(['x'])",
            })
    void the_console_refuses_them_in_every_dress(String query) {
        long before = nodes();
        assertThatThrownBy(() -> new Console(engine).ask(query, Map.of(), LIMITS))
                .isInstanceOf(GraphException.class)
                .hasMessageMatching(
                        "(?s)This query calls .*|This query does more than to read.*|Neo4j refused the query: .*")
                .hasMessageNotContainingAny("no procedure with the name", "Unknown function");
        assertThat(nodes()).isEqualTo(before);
    }
}

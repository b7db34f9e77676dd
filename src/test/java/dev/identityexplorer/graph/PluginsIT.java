package dev.identityexplorer.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Session;
import org.neo4j.driver.Value;

/**
 * A server of somebody else's, with APOC installed: what is there and could write or call out is still refused. Maven
 * puts APOC beside the build, not on the class path.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // what the console refuses, not what the engine answers
class PluginsIT {

    private static final Path APOC = Path.of("target", "apoc");
    private static final Console.Limits LIMITS = new Console.Limits(Duration.ofSeconds(5), 100, 100_000);

    @TempDir
    private static Path folder;

    private static Process server;
    private static Engine engine;

    @BeforeAll
    static void start() throws IOException {
        assertThat(APOC)
                .as("APOC, which Maven puts there before integration tests")
                .isDirectory();
        server = ServerProgram.start(folder, APOC.toAbsolutePath());
        int port = Integer.parseInt(server.inputReader().readLine());
        engine = Engine.remote(URI.create("bolt://127.0.0.1:" + port), new Credentials("neo4j", "none"));
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (engine != null) {
            engine.close();
        }
        if (server != null) {
            server.outputWriter().close();
            assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
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

    /** Whatever this release of APOC brings: each procedure and each function, not those alone that come to mind. */
    static Stream<Arguments> all_of_apoc() {
        return Stream.concat(apoc("PROCEDURES"), apoc("FUNCTIONS"));
    }

    private static Stream<Arguments> apoc(String kind) {
        try (Session session = engine.reading()) {
            return session
                    .run("SHOW " + kind + " YIELD name, argumentDescription WHERE name STARTS WITH 'apoc.'"
                            + " RETURN name, [a IN argumentDescription | a.name] AS arguments ORDER BY name")
                    .list(found -> Arguments.of(
                            kind,
                            found.get("name").asString(),
                            found.get("arguments").asList(Value::asString)))
                    .stream();
        }
    }

    @Test
    void this_is_apoc_as_it_is() {
        assertThat(apoc("PROCEDURES")).hasSizeGreaterThan(150);
        assertThat(apoc("FUNCTIONS")).hasSizeGreaterThan(150);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("all_of_apoc")
    void the_console_refuses_all_of_it(String kind, String name, List<String> arguments) {
        var nothing = arguments.stream().map(argument -> "null").collect(Collectors.joining(", "));
        var call = name + "(" + nothing + ")";
        if (kind.equals("FUNCTIONS")) {
            assertRefused("RETURN " + call, Map.of());
            return;
        }
        assertRefused("CALL " + call, Map.of());
        // no parenthesis, so that the plan alone gives it away; it takes its arguments from the parameters
        var parameters = new HashMap<String, @Nullable Object>();
        arguments.forEach(argument -> parameters.put(argument, null));
        assertRefused("CALL " + name, parameters);
    }

    private static void assertRefused(String query, Map<String, @Nullable Object> parameters) {
        assertThatThrownBy(() -> new Console(engine).ask(query, parameters, LIMITS))
                .isInstanceOf(GraphException.class)
                .hasMessageMatching("(?s)This query (calls|does more than to read) .*");
    }

    @Test
    void other_queries_are_answered_as_ever() {
        assertThat(new Console(engine)
                        .ask("MATCH (n:Nowhere) RETURN count(n) AS n", Map.of(), LIMITS)
                        .rows())
                .containsExactly(List.of(0L));
    }
}

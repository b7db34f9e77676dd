package dev.identityexplorer.graph;

import dev.identityexplorer.launcher.JavaProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.neo4j.Neo4jContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The one database of all integration tests of a test run: a server at {@code NEO4J_TEST_URI} (its data are deleted!),
 * else a container where a container engine answers, else the embedded engine. It says on standard output which.
 *
 * <p>{@code -Didentityexplorer.test.database=embedded} or {@code =containers} takes that one and no other.
 */
public final class TestDatabase {
    private static final Map<String, String> ENVIRONMENT = System.getenv();
    private static final TestDatabase CHOSEN = choose(System.getProperty("identityexplorer.test.database", ""));

    private final Engine engine;
    private final Credentials credentials;

    private TestDatabase(String kind, Engine engine, Credentials credentials) {
        this.engine = engine;
        this.credentials = credentials;
        System.out.println("Integration tests use " + kind + " at " + engine.boltUri() + ".");
    }

    /** Open until the test run ends; nobody closes it. */
    public static Engine engine() {
        return CHOSEN.engine;
    }

    public static URI uri() {
        return CHOSEN.engine.boltUri();
    }

    public static Credentials credentials() {
        return CHOSEN.credentials;
    }

    /** Deletes all nodes and relationships; constraints and indexes stay. */
    public static void reset() {
        try (Session session = engine().writing()) {
            session.run("MATCH (n) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")
                    .consume();
        }
    }

    /** Runs Cypher of a test; the rows. */
    public static List<Record> query(String cypher) {
        try (Session session = engine().writing()) {
            return session.run(cypher).list();
        }
    }

    private static TestDatabase choose(String forced) {
        return switch (forced) {
            case "embedded" -> embedded();
            case "containers" -> container();
            case "" -> firstThatAnswers();
            default ->
                throw new IllegalArgumentException(
                        "identityexplorer.test.database is embedded or containers, not " + forced + ".");
        };
    }

    private static TestDatabase firstThatAnswers() {
        if (ENVIRONMENT.containsKey("NEO4J_TEST_URI")) {
            Credentials credentials = new Credentials(
                    ENVIRONMENT.getOrDefault("NEO4J_TEST_USERNAME", "neo4j"),
                    ENVIRONMENT.getOrDefault("NEO4J_TEST_PASSWORD", ""));
            URI uri = URI.create(ENVIRONMENT.get("NEO4J_TEST_URI"));
            return new TestDatabase("the server of NEO4J_TEST_URI", Engine.remote(uri, credentials), credentials);
        }
        return DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
    }

    private static TestDatabase container() {
        String image = ENVIRONMENT.getOrDefault("NEO4J_TEST_IMAGE", "neo4j:5.26-community");
        Credentials credentials = new Credentials("neo4j", "only-for-tests");
        @SuppressWarnings("resource") // stopped when the Java VM ends, with all tests
        Neo4jContainer container = new Neo4jContainer(
                        DockerImageName.parse(image).asCompatibleSubstituteFor("neo4j"))
                .withAdminPassword(credentials.password());
        container.start();
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop, "stop-the-test-container"));
        Engine engine = Engine.remote(URI.create(container.getBoltUrl()), credentials);
        return new TestDatabase("the container image " + image, engine, credentials);
    }

    private static TestDatabase embedded() {
        Path store = Path.of("target", "test-database");
        delete(store);
        JavaProgram.prepare(); // for those tests that come to need it
        Engine engine = Engine.embedded(store);
        Credentials credentials = ConnectionFile.read(store.resolve("bolt.properties"))
                .orElseThrow()
                .credentials();
        return new TestDatabase("the embedded Neo4j", engine, credentials);
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.identityexplorer.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilderImplementation;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.kernel.internal.Version;

/** Neo4j Community in this process, with its Bolt port on the loopback interface and behind a password. */
final class Neo4jServer implements AutoCloseable {
    private static final String DATABASE = "neo4j";

    /** Lucene tells people on later Javas what it could do faster, among the answers. Kept, as loggers are weak. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    static {
        LUCENE.setLevel(Level.SEVERE);
    }

    private final StoreFolder store;
    private final DatabaseManagementService server;

    private Neo4jServer(StoreFolder store, DatabaseManagementService server) {
        this.store = store;
        this.server = server;
    }

    /** Starts the database, at best in half a second; {@code port} 0 takes any free one. */
    @SuppressWarnings("rawtypes") // in the signature of Neo4j's own builder
    static Neo4jServer start(StoreFolder store, int port) {
        try {
            // No extension is needed: those that there are report usage and collect queries.
            DatabaseManagementService server = new DatabaseManagementServiceBuilderImplementation(
                            store.path(), extension -> false)
                    .setConfigRaw(settings(port))
                    .build();
            Neo4jServer started = new Neo4jServer(store, server);
            started.requireOpen();
            return started;
        } catch (RuntimeException e) {
            throw Sentences.notStarted(store, port, e);
        }
    }

    /** Neo4j starts even where its database does not, and says why in its log alone. */
    private void requireOpen() {
        GraphDatabaseService database = server.database(DATABASE);
        if (!database.isAvailable(10_000)) {
            server.shutdown();
            throw new IllegalStateException("the database " + DATABASE + " is not available");
        }
    }

    static String version() {
        return Version.getNeo4jVersion();
    }

    int port() {
        return ((GraphDatabaseAPI) server.database(DATABASE))
                .getDependencyResolver()
                .resolveDependency(ConnectorPortRegister.class)
                .getLocalAddress(ConnectorType.BOLT)
                .getPort();
    }

    void setPassword(String password) {
        try {
            server.database("system")
                    .executeTransactionally(resource("set-password.cypher"), Map.of("password", password));
        } catch (RuntimeException e) {
            throw new GraphException(
                    "The password of the database in " + store.path() + " could not be set (" + e + ").", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Neo4jServer.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.shutdown();
    }

    private static Map<String, String> settings(int port) {
        Properties read = new Properties();
        try {
            read.load(new StringReader(resource("neo4j.conf")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> all = new HashMap<>();
        read.stringPropertyNames().forEach(name -> all.put(name, read.getProperty(name)));
        String address = "127.0.0.1:" + port;
        all.put("server.bolt.listen_address", address);
        all.put("server.bolt.advertised_address", address);
        all.put("server.memory.pagecache.size", pageCacheMebibytes() + "m");
        return all;
    }

    /** A quarter of the heap, which is a sixteenth of the memory where nobody chose the heap: 256 MiB of 4 GiB. */
    private static long pageCacheMebibytes() {
        return Math.min(Math.max(Runtime.getRuntime().maxMemory() >> 22, 64), 1024);
    }
}

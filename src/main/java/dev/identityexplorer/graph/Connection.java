package dev.identityexplorer.graph;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.async.AsyncSession;
import org.neo4j.driver.exceptions.Neo4jException;

/** The one driver: to the database in this process, to another process's, or to a server. */
final class Connection implements AutoCloseable {
    /** The driver tells by exceptions all that it logs, and its log would stand among the answers. Kept, as loggers are weak. */
    private static final Logger SILENT = Logger.getLogger("org.neo4j");

    static {
        SILENT.setLevel(Level.OFF);
    }

    /** How long a transaction is tried again: a server may be restarted during an import. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private static final Duration LOCAL_PATIENCE = Duration.ofSeconds(5);

    private final URI uri;
    private final Credentials credentials;
    private final String database;
    private final Driver driver;

    private Connection(URI uri, Credentials credentials, String database, Driver driver) {
        this.uri = uri;
        this.credentials = credentials;
        this.database = database;
        this.driver = driver;
    }

    /** Connects and logs in; {@code database} may be empty, which is the server's default one. */
    static Connection open(URI uri, Credentials credentials, String database) {
        return open(uri, credentials, database, PATIENCE);
    }

    /** The same with a database on this machine, which is not away for a while: it is there, or it ended. */
    static Connection openLocal(URI uri, Credentials credentials) {
        return open(uri, credentials, "", LOCAL_PATIENCE);
    }

    private static Connection open(URI uri, Credentials credentials, String database, Duration patience) {
        Config config = Config.builder()
                .withUserAgent("identity-explorer")
                .withConnectionTimeout(5, TimeUnit.SECONDS)
                .withEventLoopThreads(2)
                .withMaxTransactionRetryTime(patience.toSeconds(), TimeUnit.SECONDS)
                .withTelemetryDisabled(true)
                .build();
        Driver driver =
                GraphDatabase.driver(uri, AuthTokens.basic(credentials.username(), credentials.password()), config);
        Connection connection = new Connection(uri, credentials, database, driver);
        try {
            connection.verify();
            return connection;
        } catch (Neo4jException e) {
            connection.close();
            throw e;
        }
    }

    /** The driver's own check does not ask for the database; to begin a transaction in it does. */
    private void verify() {
        driver.verifyConnectivity();
        if (!database.isEmpty()) {
            try (Session session = session(AccessMode.READ)) {
                session.beginTransaction().rollback();
            }
        }
    }

    /** A session that sees what earlier sessions of this connection wrote, on any member of a cluster. */
    Session session(AccessMode mode) {
        return driver.session(config(mode).build());
    }

    /**
     * The same for statements that are sent without waiting.
     *
     * @param fetchSize how many rows of a statement are fetched before others that were sent after it run; -1 for all
     */
    AsyncSession asyncSession(AccessMode mode, long fetchSize) {
        return driver.session(
                AsyncSession.class, config(mode).withFetchSize(fetchSize).build());
    }

    private SessionConfig.Builder config(AccessMode mode) {
        SessionConfig.Builder config = SessionConfig.builder()
                .withDefaultAccessMode(mode)
                .withBookmarkManager(driver.executableQueryBookmarkManager());
        return database.isEmpty() ? config : config.withDatabase(database);
    }

    GraphException explain(Neo4jException e) {
        return Sentences.of(e, uri, credentials, database);
    }

    URI uri() {
        return uri;
    }

    String username() {
        return credentials.username();
    }

    String database() {
        return database;
    }

    /** Says goodbye; the driver's threads are daemons that take another 0.2 s to rest, for which nobody waits. */
    @Override
    public void close() {
        try {
            driver.closeAsync().toCompletableFuture().get(20, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            SILENT.log(Level.FINE, "The driver goes on closing.", e);
        }
    }
}

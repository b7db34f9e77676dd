package dev.identityexplorer.graph;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Session;
import org.neo4j.driver.async.AsyncSession;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * The database: one that runs in this process, one that another process runs for the same store, or a server.
 *
 * <p>Everything after that is the same, over Bolt with Neo4j's driver. Close it, or the store stays locked until the
 * process ends; Ctrl-C closes it within a second.
 */
public final class Engine implements AutoCloseable {
    private static final Set<String> SCHEMES = Set.of("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc");

    private static final long ALL_ROWS = -1;
    private static final long PAGE = 1_000;

    /** Where the database runs. */
    private enum Place {
        HERE,
        ANOTHER_PROCESS,
        SERVER
    }

    private final Place place;
    private final Connection connection;
    private final Runnable stop;
    private final String howToConnect;
    private final FirstAsked firstAsked = new FirstAsked();

    private Engine(Place place, Connection connection, Runnable stop, String howToConnect) {
        this.place = place;
        this.connection = connection;
        this.stop = stop;
        this.howToConnect = howToConnect;
    }

    /**
     * The database of a store folder, which is made where it is missing: started here, or shared with the process that
     * runs it already.
     *
     * @throws GraphException where the folder cannot be used or the process that holds it does not answer
     */
    public static Engine open(Path store) {
        return open(store, 0);
    }

    /** The same with a fixed Bolt port, in case the database is started here; 0 takes any free one. */
    public static Engine open(Path store, int port) {
        StoreFolder folder = StoreFolder.of(store);
        return new StoreOpener(folder, port).open();
    }

    /** The database of a store folder, started in this process; refuses where another one holds the store. */
    public static Engine embedded(Path store) {
        return embedded(store, 0);
    }

    public static Engine embedded(Path store, int port) {
        StoreFolder folder = StoreFolder.of(store);
        return new StoreOpener(folder, port)
                .hold()
                .orElseThrow(() -> GraphException.unreachable(
                        "The store " + folder.path() + " is in use by another process; stop it first."));
    }

    /** A server, its default database. */
    public static Engine remote(URI uri, Credentials credentials) {
        return remote(uri, credentials, "");
    }

    /**
     * A server, cluster or Aura.
     *
     * @param uri {@code bolt}, {@code neo4j}, and both with {@code +s} or {@code +ssc}
     * @param database its name, or empty for the server's default one
     * @throws GraphException where it does not answer, does not let the user in or does not have the database
     */
    public static Engine remote(URI uri, Credentials credentials, String database) {
        if (uri.getRawUserInfo() != null) {
            throw new GraphException("Leave user name and password out of the address of Neo4j: others see a command's"
                    + " arguments. Set NEO4J_USERNAME and NEO4J_PASSWORD, or use --neo4j-credentials FILE.");
        }
        if (!SCHEMES.contains(String.valueOf(uri.getScheme())) || uri.getHost() == null) {
            throw new GraphException(
                    "The address " + uri + " is not one of Neo4j; it should look like neo4j://host:7687 or"
                            + " bolt://host:7687, with +s for TLS.");
        }
        try {
            Connection connection = Connection.open(uri, credentials, database);
            return new Engine(Place.SERVER, connection, () -> {}, "");
        } catch (Neo4jException e) {
            throw Sentences.of(e, uri, credentials, database);
        }
    }

    static Engine here(Connection connection, StoreFolder store, Runnable stop) {
        return new Engine(Place.HERE, connection, stop, Directions.of(connection.uri(), connection.username(), store));
    }

    static Engine elsewhere(Connection connection, StoreFolder store) {
        String directions = Directions.of(connection.uri(), connection.username(), store);
        return new Engine(Place.ANOTHER_PROCESS, connection, () -> {}, directions);
    }

    /** Runs in this process. */
    public boolean embedded() {
        return place == Place.HERE;
    }

    /** Runs in another process that holds the same store. */
    public boolean shared() {
        return place == Place.ANOTHER_PROCESS;
    }

    /** Ctrl-C or a signal is ending this process: failures from now on are no news to anybody. */
    public static boolean ending() {
        return ExitHook.ending();
    }

    public URI boltUri() {
        return connection.uri();
    }

    /** How to reach the same database with other programs: some lines for people, without the password. */
    public String describe() {
        return howToConnect.isEmpty() ? Directions.of(connection.uri(), connection.username()) : howToConnect;
    }

    /** For reads alone: the server refuses a write. */
    Session reading() {
        return connection.session(AccessMode.READ);
    }

    /** The same, for reads that do not wait for each other: all rows of one are fetched before the next one runs. */
    AsyncSession readingAsync() {
        return connection.asyncSession(AccessMode.READ, ALL_ROWS);
    }

    Session writing() {
        return connection.session(AccessMode.WRITE);
    }

    /** The same, for statements that do not wait for each other. */
    AsyncSession writingAsync() {
        return connection.asyncSession(AccessMode.WRITE, ALL_ROWS);
    }

    /** The same, for one statement after the other, of which some find very many rows. */
    AsyncSession writingInPages() {
        return connection.asyncSession(AccessMode.WRITE, PAGE);
    }

    /** What this process asked already, by whatever way. */
    FirstAsked firstAsked() {
        return firstAsked;
    }

    /** What the driver threw, for people. */
    GraphException explain(Neo4jException e) {
        return connection.explain(e);
    }

    @Override
    public void close() {
        connection.close();
        stop.run();
    }
}

package dev.identityexplorer.graph;

import java.net.URI;
import java.util.Objects;
import java.util.stream.Stream;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.AuthorizationExpiredException;
import org.neo4j.driver.exceptions.FatalDiscoveryException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.SecurityException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;

/** What the driver and Neo4j throw, as one sentence that says what to do. */
final class Sentences {
    private Sentences() {}

    /** A driver's exception from a server that a person named. */
    static GraphException of(Neo4jException e, URI uri, Credentials credentials, String database) {
        if (e instanceof AuthenticationException || e instanceof AuthorizationExpiredException) {
            return GraphException.unreachable(
                    "Neo4j at " + uri + " does not let the user " + credentials.username()
                            + " in; check the user name and"
                            + " the password (NEO4J_USERNAME and NEO4J_PASSWORD, or --neo4j-credentials FILE).",
                    e);
        }
        if (String.valueOf(e.code()).endsWith("DatabaseNotFound") || e instanceof FatalDiscoveryException) {
            return GraphException.unreachable(
                    "Neo4j at " + uri + " has no database " + (database.isEmpty() ? "to offer" : database) + " ("
                            + e.getMessage() + "); name another one with --database.",
                    e);
        }
        if (e instanceof SecurityException) {
            return GraphException.unreachable(
                    "No secure connection to Neo4j at " + uri + " (" + root(e) + "); for a self-signed certificate use"
                            + " the scheme bolt+ssc or neo4j+ssc.",
                    e);
        }
        if (e instanceof ServiceUnavailableException
                || e instanceof SessionExpiredException
                || String.valueOf(e.code()).endsWith("DatabaseUnavailable")) {
            return GraphException.unreachable(
                    "No Neo4j answers at " + uri + " (" + root(e)
                            + "); start it, or correct the address and its scheme.",
                    e);
        }
        if (String.valueOf(e.code()).endsWith("OutOfMemoryError")) {
            return new GraphException(
                    "Neo4j at " + uri
                            + " has too little memory to write what differs of this account, which takes one"
                            + " transaction; the embedded database takes it from this program's heap: set"
                            + " EXPLORER_JAVA_OPTS=-Xmx4g, or more, and import again ("
                            + e.getMessage() + ").",
                    e);
        }
        return new GraphException("Neo4j at " + uri + " refused: " + e.getMessage(), e);
    }

    /** The embedded database did not start. */
    static GraphException notStarted(StoreFolder store, int port, RuntimeException e) {
        String names = Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
                .map(cause -> cause.getClass().getSimpleName())
                .toList()
                .toString();
        if (names.contains("PortBindException")) {
            return GraphException.unreachable(
                    "Port " + port
                            + " of 127.0.0.1 is taken by another program; name another port, or none to get a free one.",
                    e);
        }
        if (names.contains("FileLockException")) {
            return GraphException.unreachable(
                    "The store " + store.path()
                            + " is in use by a Neo4j that is not Identity Explorer's; stop that one,"
                            + " or name another folder.",
                    e);
        }
        return GraphException.unreachable(
                "The database in " + store.path() + " did not start (" + root(e) + "); " + store.log()
                        + " says more. To begin anew, move the folder away and import again.",
                e);
    }

    private static String root(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}

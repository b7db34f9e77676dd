package dev.identityexplorer.graph;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;

/** Decides whether this process runs a store's database or shares the one that another process runs. */
record StoreOpener(StoreFolder store, int port, Duration patience) {
    private static final Duration POLL = Duration.ofMillis(50);

    StoreOpener(StoreFolder store, int port) {
        this(store, port, Duration.ofSeconds(30));
    }

    /** Tries both in turn while the holder starts or stops. */
    Engine open() {
        Instant end = Instant.now().plus(patience);
        while (true) {
            Optional<Engine> engine = hold().or(this::share);
            if (engine.isPresent()) {
                return engine.get();
            }
            if (Instant.now().isAfter(end)) {
                throw noAnswer();
            }
            pause();
        }
    }

    /** The database started in this process, unless another one holds the store. */
    Optional<Engine> hold() {
        return StoreLock.tryHold(store).map(lock -> {
            try {
                return start(lock);
            } catch (RuntimeException e) {
                lock.close();
                throw e;
            }
        });
    }

    private Engine start(StoreLock lock) {
        Optional<ConnectionFile> before = ConnectionFile.read(store.connection());
        before.ifPresent(this::requireKnownVersion);
        before.ifPresent(file -> file.heldBy(Optional.empty()).write(store.connection()));
        Neo4jServer server = Neo4jServer.start(store, port);
        try {
            ConnectionFile file = new ConnectionFile(
                    "neo4j",
                    before.map(ConnectionFile::password).orElseGet(StoreOpener::newPassword),
                    Neo4jServer.version(),
                    Optional.of(
                            new ConnectionFile.Holder(ProcessHandle.current().pid(), server.port())));
            if (before.isEmpty()) {
                server.setPassword(file.password());
            }
            Connection connection = connect(server, file);
            file.write(store.connection());
            return Engine.here(connection, store, stopOnce(server, file, lock));
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** Whoever may start the database here may also set its password, should it be another one by now. */
    private static Connection connect(Neo4jServer server, ConnectionFile file) {
        URI uri = uri(server.port());
        try {
            return Connection.openLocal(uri, file.credentials());
        } catch (AuthenticationException e) {
            server.setPassword(file.password());
            return Connection.openLocal(uri, file.credentials());
        }
    }

    /** Stops at the first call or at Ctrl-C; a stop that takes longer is cut off, and the next start recovers. */
    private Runnable stopOnce(Neo4jServer server, ConnectionFile file, StoreLock lock) {
        AtomicBoolean stopped = new AtomicBoolean();
        Runnable stop = () -> {
            if (stopped.compareAndSet(false, true)) {
                server.close();
                file.heldBy(Optional.empty()).write(store.connection());
                lock.close();
            }
        };
        return ExitHook.around(stop);
    }

    /** The database that the holder of the store runs, as soon as it answers. */
    private Optional<Engine> share() {
        return ConnectionFile.read(store.connection())
                .flatMap(file -> file.holder().flatMap(holder -> {
                    try {
                        Connection connection = Connection.openLocal(uri(holder.port()), file.credentials());
                        return Optional.of(Engine.elsewhere(connection, store));
                    } catch (Neo4jException e) {
                        return Optional.empty();
                    }
                }));
    }

    private GraphException noAnswer() {
        String holder = ConnectionFile.read(store.connection())
                .flatMap(ConnectionFile::holder)
                .map(h -> "process " + h.pid())
                .orElse("another process");
        return GraphException.unreachable(
                "The store " + store.path() + " is held by " + holder + ", which did not answer for "
                        + patience.toSeconds() + " seconds; end that process, or name another folder.");
    }

    private void requireKnownVersion(ConnectionFile file) {
        if (Versions.newer(file.neo4j(), Neo4jServer.version())) {
            throw GraphException.unreachable("The store " + store.path() + " was written by Neo4j " + file.neo4j()
                    + ", and this Identity Explorer brings " + Neo4jServer.version()
                    + "; use the newer Identity Explorer, or another folder.");
        }
    }

    private static URI uri(int port) {
        return URI.create("bolt://127.0.0.1:" + port);
    }

    private static String newPassword() {
        byte[] random = new byte[18];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw GraphException.unreachable("Waiting for the store was interrupted.", e);
        }
    }
}

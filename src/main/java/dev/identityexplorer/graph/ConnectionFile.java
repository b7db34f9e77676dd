package dev.identityexplorer.graph;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * How to reach the process that holds a store: {@code STORE/bolt.properties}, readable by its owner alone.
 *
 * <p>Only the holder of the store's lock writes it. Address and process stand in it while that process serves; the
 * password stays. What a killed process left behind is taken out by the next holder before it starts the database.
 *
 * @param neo4j version of Neo4j that wrote the store last
 */
record ConnectionFile(String username, String password, String neo4j, Optional<Holder> holder) {

    /** The process that serves the store, and on which port of the loopback interface. */
    record Holder(long pid, int port) {}

    static Optional<ConnectionFile> read(Path file) {
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            read.load(reader);
            String password = read.getProperty("password", "");
            return password.isEmpty() ? Optional.empty() : Optional.of(of(read, password));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw new GraphException(
                    "The file " + file + " cannot be read (" + e + "); delete it, and the next start makes"
                            + " a new one.",
                    e);
        }
    }

    private static ConnectionFile of(Properties read, String password) {
        Optional<Holder> holder = read.containsKey("port") && read.containsKey("pid")
                ? Optional.of(
                        new Holder(Long.parseLong(read.getProperty("pid")), Integer.parseInt(read.getProperty("port"))))
                : Optional.empty();
        return new ConnectionFile(
                read.getProperty("username", "neo4j"), password, read.getProperty("neo4j", ""), holder);
    }

    ConnectionFile heldBy(Optional<Holder> process) {
        return new ConnectionFile(username, password, neo4j, process);
    }

    Credentials credentials() {
        return new Credentials(username, password);
    }

    /** Replaces the file at once, so that nobody ever reads half of it. */
    void write(Path file) {
        String text = """
                # How to connect to the database in this folder. Made anew at each start; keep the password line.
                username=%s
                password=%s
                neo4j=%s
                """.formatted(username, password, neo4j)
                + holder.map(h -> "uri=bolt://127.0.0.1:%d\nport=%d\npid=%d\n".formatted(h.port(), h.port(), h.pid()))
                        .orElse("");
        try {
            Path draft =
                    Files.createTempFile(file.getParent(), "bolt", ".tmp", StoreFolder.ownerOnly(file, "rw-------"));
            try {
                Files.writeString(draft, text);
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new GraphException("The file " + file + " cannot be written (" + e + ").", e);
        }
    }

    @Override
    public String toString() {
        return "ConnectionFile[username=" + username + ", password=hidden, holder=" + holder + "]";
    }
}

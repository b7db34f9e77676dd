package dev.identityexplorer.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Session;
import org.neo4j.driver.exceptions.ClientException;

/** The embedded database: what happens to its store, whoever opens it and however it ends. */
@Tag("own-store") // embedded in processes of its own, whatever database the other tests use
@DisplayNameGeneration(ReplaceUnderscores.class)
class EngineIT {
    @TempDir
    Path folder;

    @Test
    void what_was_written_is_there_after_a_restart() {
        Path store = folder.resolve("new/store");
        try (Engine engine = Engine.open(store)) {
            assertThat(engine.embedded()).isTrue();
            write(engine);
        }
        try (Engine engine = Engine.open(store)) {
            assertThat(StoreProgram.count(engine)).isOne();
        }
    }

    @Test
    void a_session_for_reading_refuses_to_write() {
        try (Engine engine = Engine.open(folder.resolve("store"));
                Session session = engine.reading()) {
            assertThatThrownBy(() -> session.run("CREATE (:Written)").consume())
                    .isInstanceOf(ClientException.class)
                    .hasMessageContaining("read");
        }
    }

    @Test
    void a_second_opening_in_the_same_process_shares_the_database() {
        Path store = folder.resolve("store");
        try (Engine first = Engine.open(store)) {
            try (Engine second = Engine.open(store)) {
                assertThat(second.shared()).isTrue();
                write(second);
            }
            assertThat(StoreProgram.count(first)).isOne();
            assertThatThrownBy(() -> Engine.embedded(store))
                    .isInstanceOfSatisfying(
                            GraphException.class,
                            e -> assertThat(e.unreachable()).isTrue())
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void a_second_process_shares_the_database() throws Exception {
        Path store = folder.resolve("store");
        try (Engine engine = Engine.open(store)) {
            write(engine);
            Process second = StoreProgram.start(store, "count");
            assertThat(second.inputReader().lines()).containsExactly("shared", "1");
            assertThat(second.waitFor()).isZero();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void an_interrupted_writer_ends_within_a_second_and_leaves_whole_transactions() throws Exception {
        Path store = folder.resolve("store");
        Process writer = StoreProgram.start(store, "write");
        long batches = endAfterBatch(20, writer, "INT");
        assertThat(writer.exitValue()).isEqualTo(130);
        try (Engine engine = Engine.open(store)) {
            assertThat(StoreProgram.count(engine))
                    .as("all reported batches, at most one more")
                    .isIn(batches * 10, batches * 10 + 10);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_killed_writer_leaves_whole_transactions_and_its_stale_address_confuses_nobody() throws Exception {
        Path store = folder.resolve("store");
        Process writer = StoreProgram.start(store, "write");
        long batches = endAfterBatch(20, writer, "KILL");
        assertThat(ConnectionFile.read(store.resolve("bolt.properties")).flatMap(ConnectionFile::holder))
                .as("what the killed process left")
                .isPresent();
        try (Engine engine = Engine.open(store)) {
            assertThat(engine.embedded()).isTrue();
            assertThat(StoreProgram.count(engine))
                    .as("all reported batches, at most one more")
                    .isIn(batches * 10, batches * 10 + 10);
        }
    }

    /** Returns how many batches the writer reported before its end, and checks how long the end took. */
    private static long endAfterBatch(long enough, Process writer, String signal)
            throws IOException, InterruptedException {
        try (BufferedReader output = writer.inputReader()) {
            assertThat(StoreProgram.line(output)).isEqualTo("embedded");
            long batch = 0;
            while (batch < enough) {
                batch = Long.parseLong(StoreProgram.line(output).substring("batch ".length()));
            }
            Instant start = Instant.now();
            new ProcessBuilder("kill", "-" + signal, String.valueOf(writer.pid()))
                    .start()
                    .waitFor();
            assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMillis(1500));
            return batch + output.lines().count();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void the_password_is_readable_by_the_owner_alone_and_stays_the_same() throws IOException {
        Path store = folder.resolve("store");
        Engine.open(store).close();
        Path file = store.resolve("bolt.properties");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store)))
                .isEqualTo("rwx------");
        String password = ConnectionFile.read(file).orElseThrow().password();
        try (Engine engine = Engine.open(store)) {
            assertThat(ConnectionFile.read(file).orElseThrow().password()).isEqualTo(password);
            assertThat(engine.describe())
                    .contains(engine.boltUri().toString(), file.toString())
                    .doesNotContain(password);
        }
    }

    @Test
    void a_wrong_password_is_refused_in_a_sentence() {
        try (Engine engine = Engine.open(folder.resolve("store"))) {
            assertUnreachable(engine.boltUri(), new Credentials("neo4j", "wrong"), "")
                    .hasMessageContaining("does not let the user neo4j in")
                    .hasMessageNotContaining("wrong");
        }
    }

    @Test
    void a_server_is_used_with_the_right_password_and_its_unknown_database_named() throws IOException {
        Path store = folder.resolve("store");
        try (Engine engine = Engine.open(store)) {
            Credentials credentials = ConnectionFile.read(store.resolve("bolt.properties"))
                    .orElseThrow()
                    .credentials();
            write(engine);
            try (Engine remote = Engine.remote(engine.boltUri(), credentials, "neo4j")) {
                assertThat(StoreProgram.count(remote)).isOne();
                assertThat(remote.embedded() || remote.shared()).isFalse();
            }
            URI routed = URI.create("neo4j://127.0.0.1:" + engine.boltUri().getPort());
            try (Engine remote = Engine.remote(routed, credentials)) {
                assertThat(StoreProgram.count(remote)).isOne();
            }
            assertUnreachable(engine.boltUri(), credentials, "nowhere").hasMessageContaining("no database nowhere");
        }
    }

    @Test
    void a_lost_password_is_replaced() throws IOException {
        Path store = folder.resolve("store");
        try (Engine engine = Engine.open(store)) {
            write(engine);
        }
        Files.delete(store.resolve("bolt.properties"));
        try (Engine engine = Engine.open(store)) {
            assertThat(StoreProgram.count(engine)).isOne();
        }
    }

    @Test
    void a_password_that_somebody_changed_is_set_back() throws IOException {
        Path store = folder.resolve("store");
        Path file = store.resolve("bolt.properties");
        Engine.open(store).close();
        new ConnectionFile("neo4j", "another-password", Neo4jServer.version(), Optional.empty()).write(file);
        try (Engine engine = Engine.open(store)) {
            assertThat(StoreProgram.count(engine)).isZero();
            assertThat(ConnectionFile.read(file).orElseThrow().password()).isEqualTo("another-password");
        }
    }

    @Test
    void a_holder_that_does_not_answer_is_named() {
        StoreFolder store = StoreFolder.of(folder.resolve("store"));
        try (StoreLock held = StoreLock.tryHold(store).orElseThrow()) {
            assertThat(held).isNotNull();
            new ConnectionFile("neo4j", "password", "5.26.0", Optional.of(new ConnectionFile.Holder(4711, 1)))
                    .write(store.connection());
            assertThatThrownBy(() -> new StoreOpener(store, 0, Duration.ofMillis(300)).open())
                    .isInstanceOfSatisfying(
                            GraphException.class,
                            e -> assertThat(e.unreachable()).isTrue())
                    .hasMessageContaining("process 4711")
                    .hasMessageContaining(store.path().toString());
        }
    }

    @Test
    void a_store_that_another_kind_of_program_has_open_is_left_alone() {
        Path store = folder.resolve("store");
        Engine.open(store).close();
        StoreFolder folderOfStore = StoreFolder.of(store);
        try (Neo4jServer foreign = Neo4jServer.start(folderOfStore, 0)) {
            assertThat(foreign.port()).isPositive();
            assertThatThrownBy(() -> Engine.open(store)).hasMessageContaining("not Identity Explorer's");
        }
    }

    @Test
    void a_taken_port_is_named() {
        try (Engine engine = Engine.open(folder.resolve("one"))) {
            int taken = engine.boltUri().getPort();
            assertThatThrownBy(() -> Engine.open(folder.resolve("two"), taken)).hasMessageContaining("Port " + taken);
        }
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertUnreachable(
            URI uri, Credentials credentials, String database) {
        return assertThatThrownBy(
                        () -> Engine.remote(uri, credentials, database).close())
                .isInstanceOfSatisfying(
                        GraphException.class, e -> assertThat(e.unreachable()).isTrue());
    }

    private static void write(Engine engine) {
        try (Session session = engine.writing()) {
            session.run("CREATE (:Written)").consume();
        }
    }
}

package dev.identityexplorer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.cli.Explorer;
import dev.identityexplorer.graph.Console;
import dev.identityexplorer.graph.Engine;
import dev.identityexplorer.graph.GraphException;
import dev.identityexplorer.graph.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Imports that are killed ({@code kill -9}) at random moments, while somebody asks questions.
 *
 * <p>{@code -Dexplorer.kills=200} kills as often, {@code -Dexplorer.soak.minutes=10} goes on for as long;
 * {@code -Dexplorer.seed} repeats a run that the name of a failure tells.
 */
@Tag("own-store") // embedded in processes of its own, whatever database the other tests use
@DisplayNameGeneration(ReplaceUnderscores.class)
class KillIT {

    private static final int KILLS = Integer.getInteger("explorer.kills", 1);
    private static final Duration SOAK = Duration.ofMinutes(Integer.getInteger("explorer.soak.minutes", 0));
    private static final long SEED = Long.getLong("explorer.seed", System.nanoTime());

    @TempDir
    private static Path folder;

    private static Path store;
    private static Path first;
    private static Path second;
    private static final Map<String, Map<String, AccountState>> FRESH = new TreeMap<>();

    @BeforeAll
    static void import_each_state_into_an_empty_database() throws IOException {
        store = folder.resolve("store");
        first = States.write(folder.resolve("first"), 0);
        second = States.write(folder.resolve("second"), 1);
        var login = Files.writeString(
                folder.resolve("login"),
                TestDatabase.credentials().username() + "\n"
                        + TestDatabase.credentials().password() + "\n");
        for (var state : new Path[] {first, second}) {
            TestDatabase.reset();
            assertThat(Explorer.run(
                            "import",
                            "--format=csv",
                            "--neo4j=" + TestDatabase.uri(),
                            "--neo4j-credentials=" + login,
                            state.toString()))
                    .isZero();
            FRESH.put(state.getFileName().toString(), AccountState.of(TestDatabase.engine()));
        }
        assertThat(FRESH.get("first")).isNotEqualTo(FRESH.get("second"));
    }

    @Test
    void after_a_kill_every_account_is_wholly_old_or_wholly_new_and_a_repeat_completes() throws Exception {
        var random = new Random(SEED);
        long end = System.nanoTime() + SOAK.toNanos();
        int kills = 0;
        int asked = 0;
        for (; kills < KILLS || System.nanoTime() < end; kills++) {
            asked += importAndKill(random);
            assertWholeAfter("kill " + kills + " with -Dexplorer.seed=" + SEED);
        }
        FilledStore.importInto(store, first);
        assertThat(AccountState.of(store)).isEqualTo(FRESH.get("first"));
        try (var engine = Engine.open(store)) {
            assertThat(AccountState.contradictions(engine)).isEmpty();
        }
        System.out.println(kills + " kills survived, " + asked + " questions answered meanwhile.");
    }

    /** How many questions were answered before the kill. */
    private static int importAndKill(Random random) throws IOException, InterruptedException {
        var log = folder.resolve("log");
        var process = ImportProgram.start(log, store.toString(), first.toString(), second.toString());
        int asked = 0;
        try {
            while (!holds(process)) { // before that it is Neo4j that starts, and nothing is written
                assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
                Thread.sleep(20);
            }
            long kill = System.nanoTime()
                    + Duration.ofMillis(random.nextInt(SOAK.isZero() ? 10_000 : 15_000))
                            .toNanos();
            while (System.nanoTime() < kill) {
                asked += SOAK.isZero() ? 0 : ask();
                Thread.sleep(10);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        // Whoever asks may have had the database, and closed it: then an import ends with exit code 3.
        assertThat(Files.readString(log)).doesNotContain("exit code 1", "exit code 2");
        return asked;
    }

    private static boolean holds(Process process) throws IOException {
        var file = store.resolve("bolt.properties");
        return Files.exists(file) && Files.readString(file).contains("pid=" + process.pid() + "\n");
    }

    /** Asks the database that the importing process runs, if it runs one at the moment. */
    private static int ask() {
        if (!Files.exists(store.resolve("bolt.properties"))) {
            return 0;
        }
        try (var engine = Engine.open(store)) {
            if (engine.shared()) {
                new Console(engine)
                        .ask(
                                "MATCH (u:User)-[:MEMBER_OF]->(g) RETURN g.name, count(u) ORDER BY g.name",
                                Map.of(),
                                Console.Limits.DEFAULT);
                return 1;
            }
            return 0;
        } catch (GraphException e) {
            assertThat(e.unreachable()).as(e.getMessage()).isTrue();
            return 0;
        }
    }

    private static void assertWholeAfter(String what) {
        var found = AccountState.of(store);
        for (var account : States.ACCOUNTS) {
            assertThat(found.get(account))
                    .as("account " + account + " after " + what)
                    .isIn(
                            AccountState.ABSENT,
                            FRESH.get("first").get(account),
                            FRESH.get("second").get(account));
        }
    }
}

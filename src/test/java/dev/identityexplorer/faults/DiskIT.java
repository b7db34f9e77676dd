package dev.identityexplorer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full, and one that is read-only: a small file system in memory, which only root can mount. */
@Tag("own-store") // embedded in processes of its own, whatever database the other tests use
@DisplayNameGeneration(ReplaceUnderscores.class)
class DiskIT {

    @TempDir
    private Path folder;

    private Path disk;
    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        mounted = command("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk.toString()) == 0;
        if (!mounted) {
            System.out.println("!!! No file system can be mounted here (that takes root on Linux): nothing is tested of"
                    + " full and read-only disks.");
        }
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            assertThat(command("umount", "--lazy", disk.toString())).isZero();
        }
    }

    private static int command(String... command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor();
        } catch (IOException e) {
            return -1; // there is no such command
        }
    }

    /** One run of the program in a process of its own. */
    private String explorer(int otherThan, String... arguments) throws Exception {
        var log = folder.resolve("log");
        var process = ImportProgram.startMain(log, "dev.identityexplorer.Main", arguments);
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("it ends").isTrue();
            assertThat(process.exitValue()).as(Files.readString(log)).isNotEqualTo(otherThan);
            return Files.readString(log);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void a_full_disk_ends_an_import_in_a_sentence_and_costs_nothing_that_was_there() throws Exception {
        if (!mounted) {
            return;
        }
        var store = disk.resolve("store");
        FilledStore.write(store);
        var second = States.write(folder.resolve("second"), 1);
        var before = AccountState.of(store);
        var ballast = disk.resolve("ballast");
        fill(ballast);

        var said = explorer(0, "import", "--store", store.toString(), second.toString());

        // Neo4j's own log complains on standard error as well, of the log that it cannot write.
        assertThat(said.lines().filter(line -> line.startsWith("explorer: ")))
                .hasSize(1)
                .allMatch(l -> l.endsWith("."));
        Files.delete(ballast);
        var between = AccountState.of(store);
        FilledStore.importInto(store, second);
        var after = AccountState.of(store);
        for (var account : States.ACCOUNTS) {
            assertThat(between.get(account)).isIn(before.get(account), after.get(account));
            assertThat(after.get(account)).isNotEqualTo(before.get(account));
        }
    }

    /** Takes all the space but for a little, with which a database starts and an import does not end. */
    private void fill(Path ballast) throws IOException {
        var block = new byte[1 << 16];
        try (var out = Files.newOutputStream(ballast)) {
            while (Files.getFileStore(disk).getUsableSpace() > 6 * block.length) {
                out.write(block);
            }
        }
    }

    @Test
    void a_read_only_disk_is_told_in_a_sentence_and_nothing_is_damaged() throws Exception {
        if (!mounted) {
            return;
        }
        var store = disk.resolve("store");
        FilledStore.write(store);
        var first = States.write(folder.resolve("first"), 0);
        var before = AccountState.of(store);
        assertThat(command("mount", "-o", "remount,ro", disk.toString())).isZero();

        assertThat(explorer(0, "import", "--store", store.toString(), first.toString()))
                .contains("cannot be written")
                .doesNotContain("\tat ");
        assertThat(explorer(0, "query", "--store", store.toString(), "unused-roles"))
                .contains("cannot be written");

        assertThat(command("mount", "-o", "remount,rw", disk.toString())).isZero();
        assertThat(AccountState.of(store)).isEqualTo(before);
    }
}

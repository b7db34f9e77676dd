package dev.identityexplorer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.cli.Explorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Stores that hold the first of the {@link States}. It is imported once in a test run and copied from then on: a database
 * that was just started plans each statement of an import anew, which takes longer than all else.
 */
final class FilledStore {

    private static @Nullable Path template;

    private FilledStore() {}

    /** A new one. */
    static synchronized void write(Path store) throws IOException {
        if (template == null) {
            var folder = Files.createTempDirectory(Path.of("target"), "first-state-");
            importInto(folder.resolve("store"), States.write(folder.resolve("files"), 0));
            template = folder.resolve("store");
        }
        copy(template, store);
    }

    static void importInto(Path store, Path state) {
        assertThat(Explorer.run("import", "--format", "csv", "--store", store.toString(), state.toString()))
                .isZero();
    }

    /** As whoever makes a backup does. */
    static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}

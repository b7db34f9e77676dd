package dev.identityexplorer.cli;

import dev.identityexplorer.graph.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The command line within this process: what it prints, and its exit code. */
final class Cli {

    /** One run of the program. */
    record Result(int code, String out, String err) {}

    private Cli() {}

    static Result run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Result(code, out.toString(), err.toString());
    }

    /** The same against the database of the integration tests, which the command takes for a server. */
    static Result onTestDatabase(String... arguments) {
        return run(Stream.of(
                        Stream.of(arguments),
                        Stream.of("--neo4j", TestDatabase.uri().toString()),
                        Stream.of("--neo4j-credentials", credentials().toString()))
                .flatMap(part -> part)
                .toArray(String[]::new));
    }

    /** As in the README: 100 columns, no colours. */
    static CommandLine commandLine() {
        return Explorer.commandLine()
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(100)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    }

    private static Path credentials() {
        var credentials = TestDatabase.credentials();
        return file("credentials", credentials.username() + "\n" + credentials.password() + "\n");
    }

    /** A file that goes when the tests end. */
    static Path file(String name, String text) {
        try {
            var file = Files.createTempFile(name, ".txt");
            file.toFile().deleteOnExit();
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

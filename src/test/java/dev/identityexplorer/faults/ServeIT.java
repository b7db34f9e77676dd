package dev.identityexplorer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.identityexplorer.graph.Engine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The server as a process, from its start to the signal that ends it. */
@Tag("own-store") // embedded in processes of its own, whatever database the other tests use
@DisplayNameGeneration(ReplaceUnderscores.class)
class ServeIT {

    private static final Pattern ADDRESS = Pattern.compile("Identity Explorer is at (http://\\S+)");
    private static final String TOKEN = "the-token-of-all-editors";

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    private int get(URI uri) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(uri)
                                .header("Authorization", "Bearer " + TOKEN)
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private URI address(Process process, Path log) throws Exception {
        for (int i = 0; i < 1_200; i++) {
            var found = ADDRESS.matcher(Files.readString(log));
            if (found.find()) {
                return URI.create(found.group(1));
            }
            assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
            Thread.sleep(50);
        }
        throw new AssertionError(Files.readString(log));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void it_starts_answers_logs_lines_of_JSON_and_ends_cleanly_at_a_signal() throws Exception {
        var log = folder.resolve("log");
        var store = folder.resolve("store");
        Files.writeString(folder.resolve("token"), TOKEN + "\n");
        var process = ImportProgram.startMain(
                log,
                "dev.identityexplorer.Main",
                "serve",
                "--no-open",
                "--port=0",
                "--store=" + store,
                "--token-file=" + folder.resolve("token"),
                "--log-format=json");
        try {
            var uri = address(process, log);
            for (int i = 0; i < 1_200 && get(uri.resolve("/health")) != 200; i++) {
                Thread.sleep(50);
            }
            assertThat(get(uri.resolve("/health"))).isEqualTo(200);
            assertThat(get(uri.resolve("/metrics"))).isEqualTo(200);
            assertThat(get(uri.resolve("/api/v1/queries/unused-roles"))).isEqualTo(200);
            process.destroy();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(143);
        } finally {
            process.destroyForcibly();
        }
        try (var engine = Engine.open(store)) {
            assertThat(engine.embedded()).as("nobody holds the store any more").isTrue();
        }
        try (var left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("identity-explorer-uploads"));
        }
        var lines = Files.readAllLines(log).stream()
                .filter(line -> line.startsWith("{"))
                .toList();
        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(fields(line)).contains("at", "level", "message"));
        assertThat(String.join("\n", lines)).contains("unused-roles").doesNotContain(TOKEN);
    }

    private static java.util.List<String> fields(String line) {
        try {
            var names = new java.util.ArrayList<String>();
            new ObjectMapper().readTree(line).fieldNames().forEachRemaining(names::add);
            return names;
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }
}

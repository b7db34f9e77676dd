package dev.identityexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.identityexplorer.graph.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export whose names and tags are attacks, from the file to what is printed of it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // what a plan does with names, not what the engine answers
class HostileNamesIT {

    private static final String SHELL = "$(touch pwned)`;rm -rf ~";
    private static final String CYPHER = "x'}) DETACH DELETE n //";
    private static final String HTML = "<img src=x onerror=alert(1)>";
    private static final String FORMULA = "=HYPERLINK(\"http://evil.example\")";
    private static final String TERMINAL = "\u001b[2J\u001b]0;owned\u0007\u009b31m\u202Etxt\u200b";
    private static final String[] NAMES = {SHELL, CYPHER, HTML, FORMULA, TERMINAL};

    @TempDir
    private static Path folder;

    @BeforeAll
    static void import_them() throws IOException {
        TestDatabase.reset();
        var json = new ObjectMapper();
        var root = json.createObjectNode();
        var users = root.putArray("UserDetailList");
        for (var name : NAMES) {
            var user = users.addObject()
                    .put("UserName", name)
                    .put("UserId", "AIDA")
                    .put("Path", "/")
                    .put("CreateDate", "2026-01-01T00:00:00Z")
                    .put("Arn", "arn:aws:iam::111122223333:user/" + name);
            user.putArray("GroupList");
            user.putArray("AttachedManagedPolicies");
            user.putArray("Tags").addObject().put("Key", name).put("Value", name);
        }
        root.putArray("GroupDetailList");
        root.putArray("RoleDetailList");
        root.putArray("Policies");
        json.writeValue(folder.resolve("gaad.json").toFile(), root);
        var result = Cli.onTestDatabase("import", folder.resolve("gaad.json").toString());
        assertThat(result.code()).as(result.err()).isZero();
    }

    @Test
    void all_are_stored_as_they_are() {
        for (var name : NAMES) {
            var owner = Cli.onTestDatabase("owner", "--format", "json", name);
            assertThat(owner.code()).as(owner.err()).isZero();
        }
        assertThat(TestDatabase.query("MATCH (u:User) RETURN u")).hasSize(NAMES.length);
    }

    @Test
    void a_plan_for_a_user_that_is_a_shell_command_runs_harmlessly() throws IOException, InterruptedException {
        var plan = Cli.onTestDatabase("plan", SHELL);
        assertThat(plan.code()).as(plan.err()).isZero();
        Files.writeString(folder.resolve("plan.sh"), plan.out());
        Files.writeString(folder.resolve("aws"), """
                #!/bin/sh
                printf "%s\\n" "$@" >> called
                case "$*" in *get-caller-identity*) echo 111122223333 ;; esac
                """);
        assertThat(folder.resolve("aws").toFile().setExecutable(true)).isTrue();
        var home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(home.resolve("precious"), "");
        var builder = new ProcessBuilder("bash", "plan.sh")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));
        builder.environment().put("HOME", home.toString());
        var process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(folder.resolve("pwned")).doesNotExist();
        assertThat(home.resolve("precious")).exists();
        assertThat(Files.readString(folder.resolve("called"), StandardCharsets.UTF_8))
                .as(Files.readString(folder.resolve("said")))
                .contains(SHELL);
    }

    @Test
    void tables_and_sentences_cannot_play_with_the_terminal() {
        for (var command : new String[][] {
            {"blockers", TERMINAL},
            {"owner", TERMINAL},
            {"plan", TERMINAL},
            {"plan", "--format", "md", TERMINAL},
            {"query", "users-without-mfa"},
            {"query", "identities-by-verdict"},
            {"owner", TERMINAL + "nobody"}
        }) {
            var result = Cli.onTestDatabase(command);
            assertThat(result.out() + result.err())
                    .as(String.join(" ", command))
                    .doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]");
        }
    }

    @Test
    void exports_hold_no_formulas() {
        var file = folder.resolve("all.cypher");
        try {
            Files.writeString(
                    file, "MATCH (u:User)-[:TAGGED]->(t) RETURN u.name AS name, t.value AS value, u.name AS again\n");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        var csv = Cli.onTestDatabase("query", "--file", file.toString(), "--format", "csv");
        assertThat(csv.code()).as(csv.err()).isZero();
        assertThat(csv.out()).contains("\"'=HYPERLINK(").doesNotContainPattern("(?m)(^|,)\"?[=+@-]");
    }
}

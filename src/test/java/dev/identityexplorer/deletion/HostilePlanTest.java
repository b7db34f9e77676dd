package dev.identityexplorer.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.catalogue.Template;
import dev.identityexplorer.graph.Facts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans for names that are attacks, run by a real shell with an {@code aws} that only writes down how it was called. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostilePlanTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$(touch pwned)`touch pwned`;touch pwned",
                "a'b\"c\\d",
                "-rf",
                "--output",
                "two\nlines; touch pwned\n# more",
                "*",
                "~",
                "file:///etc/passwd",
                "# comment",
                "\u202Eevil",
                "\u001b[2J\u001b]0;title\u0007 it's \\ here",
                "\u009b31m",
                "zero\u200bwidth",
            })
    void a_name_arrives_as_one_argument_and_runs_nothing(String name) throws IOException, InterruptedException {
        var facts = facts(name);
        var command = Commands.deletion(new Template("aws iam delete-user --user-name {name}"), facts);
        var step = new Plan.Step(
                command.text(),
                command.fillIn(),
                facts.id(),
                "111122223333",
                Optional.empty(),
                "Delete the user " + name,
                false,
                Optional.empty());
        var assessment =
                new Assessment(Assessment.Verdict.CLEAR, Assessment.Impact.NONE_SEEN, List.of(), Optional.empty());
        var plan = new Plan(
                List.of(facts.id()),
                List.of(),
                List.of(step),
                List.of(),
                List.of(new Answer(facts, assessment, Optional.empty(), List.of())));
        Files.writeString(folder.resolve("plan.sh"), Script.of(plan, false));
        Files.writeString(
                folder.resolve("aws"),
                "#!/bin/sh\n[ \"$1\" = sts ] || printf '%s\\0' \"$@\" >> \"$(dirname \"$0\")/called\"\n");
        assertThat(folder.resolve("aws").toFile().setExecutable(true)).isTrue();
        assertThat(Files.readString(folder.resolve("plan.sh")))
                .as("whoever reads it sees all of it, in its order")
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\\n]]");

        var builder =
                new ProcessBuilder("bash", "plan.sh").directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));
        builder.environment().put("AWS_ENDPOINT_URL", "an emulator");
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();

        assertThat(folder.resolve("pwned")).doesNotExist();
        var arguments = Files.readString(folder.resolve("called")).split("\0");
        var value = name.startsWith("-") ? List.of("--user-name=" + name) : List.of("--user-name", name);
        assertThat(arguments)
                .containsExactly(java.util.stream.Stream.concat(List.of("iam", "delete-user").stream(), value.stream())
                        .toArray(String[]::new));
    }

    @Test
    void what_no_argument_can_hold_never_becomes_the_name_of_another() {
        assertThat(Shell.quote("admin\u0000x")).isEqualTo("$'admin\\357\\277\\275x'");
        assertThat(Shell.quote("admin\ud800")).isEqualTo("$'admin\\357\\277\\275'");
    }

    private static Facts facts(String name) {
        return Subject.of("arn:aws:iam::111122223333:user/" + name, "User")
                .named(name)
                .facts();
    }
}

package dev.identityexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadmeTest {

    private static final Path README = Path.of("README.md");

    @Test
    void the_pasted_help_is_what_the_program_prints() throws IOException {
        assertThat(Files.readString(README)).contains(help());
    }

    @Test
    void relative_links_lead_somewhere() throws IOException {
        var links = Pattern.compile("]\\((?!https?:)([^)#]+)\\)").matcher(Files.readString(README));
        while (links.find()) {
            assertThat(Path.of(links.group(1))).exists();
        }
    }

    @Test
    void commands_in_the_text_are_commands_of_the_program() throws IOException {
        var commands = Explorer.commandLine().getSubcommands().keySet();
        var mentions = Pattern.compile("explorer ([a-z]+)\\b").matcher(Files.readString(README));
        while (mentions.find()) {
            assertThat(commands).contains(mentions.group(1));
        }
    }

    @Test
    void the_systemd_unit_calls_the_program_as_it_may_be_called() throws IOException {
        var start = Pattern.compile("ExecStart=\\S+ .* -jar \\S+/identity-explorer\\.jar (.*)")
                .matcher(Files.readString(README));
        assertThat(start.find()).isTrue();
        var called = Explorer.commandLine().parseArgs(start.group(1).split(" "));
        assertThat(called.subcommand().commandSpec().name()).isEqualTo("serve");
        assertThat(called.subcommand().hasMatchedOption("--token-file")).isTrue();
    }

    /** The help of the program and of each command, as the README has it. */
    static String help() {
        var text = new StringBuilder();
        var explorer = Explorer.commandLine().setUsageHelpAutoWidth(false).setUsageHelpWidth(100);
        text.append("```\n").append(usage(explorer)).append("```\n");
        explorer.getSubcommands()
                .forEach((name, command) -> text.append("\n<details><summary><code>explorer ")
                        .append(name)
                        .append("</code></summary>\n\n```\n")
                        .append(usage(command.setUsageHelpAutoWidth(false).setUsageHelpWidth(100)))
                        .append("```\n\n</details>\n"));
        return text.toString();
    }

    private static String usage(CommandLine command) {
        var text = new StringWriter();
        command.usage(new PrintWriter(text), CommandLine.Help.Ansi.OFF);
        return text.toString().lines().map(String::stripTrailing).reduce("", (a, b) -> a + b + "\n");
    }

    /** Prints the help for pasting. */
    public static void main(String[] arguments) {
        System.out.print(help());
    }
}

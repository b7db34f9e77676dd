package dev.identityexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.cypher.CypherFile;
import dev.identityexplorer.sample.Organization;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every question's answer on the sample organization, as {@code explorer query NAME --format csv} prints it.
 *
 * <p>The expected answers are in {@code expected/queries/NAME.csv}; their first lines are the parameters, as
 * {@code # name = value}. What was answered is in {@code target/answers}, to compare and to judge.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExploreGoldenIT {

    private static final Path EXPECTED = Path.of("src/test/resources/expected/queries");
    private static final Path ANSWERED = Path.of("target/answers");

    /** Columns that depend on when the files were checked out or the test runs. */
    private static final Set<String> VOLATILE =
            Set.of("observedAt", "provenAt", "oldest", "newest", "oldestDays", "ageDays", "importedAt");

    @BeforeAll
    static void import_the_sample() throws IOException {
        Organization.importSample();
        Files.createDirectories(ANSWERED);
    }

    static List<String> names() {
        return Organization.LIBRARY.explore().stream().map(CypherFile::name).toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_question_has_the_answer_that_the_sample_gives(String name) throws IOException {
        var file = EXPECTED.resolve(name + ".csv");
        assertThat(file).as("the golden answer of " + name).exists();
        var expected = Files.readAllLines(file);
        var parameters = expected.stream().filter(line -> line.startsWith("# ")).toList();

        var result = Cli.onTestDatabase(arguments(name, parameters).toArray(String[]::new));

        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        var answered = new ArrayList<>(parameters);
        answered.addAll(stable(result.out()));
        Files.write(ANSWERED.resolve(name + ".csv"), answered);
        assertThat(answered).isEqualTo(expected);
    }

    private static List<String> arguments(String name, List<String> parameters) {
        var arguments = new ArrayList<>(List.of("query", name, "--format", "csv"));
        for (var parameter : parameters) {
            var parts = parameter.substring(2).split(" = ", 2);
            arguments.add("-p");
            arguments.add(parts[0] + "=" + value(parts[1]));
        }
        return arguments;
    }

    /** {@code days since 2026-08-24} is a number of days, so that an answer does not depend on today. */
    private static String value(String text) {
        var prefix = "days since ";
        return text.startsWith(prefix)
                ? String.valueOf(ChronoUnit.DAYS.between(
                        LocalDate.parse(text.substring(prefix.length())), LocalDate.now(ZoneOffset.UTC)))
                : text;
    }

    private static List<String> stable(String csv) throws IOException {
        var format = CSVFormat.RFC4180.builder().setHeader().get();
        try (var rows = format.parse(new StringReader(csv))) {
            var columns = rows.getHeaderNames().stream()
                    .filter(column -> !VOLATILE.contains(column))
                    .toList();
            var lines = new ArrayList<String>();
            lines.add(String.join(",", columns));
            for (var row : rows) {
                lines.add(columns.stream()
                        .map(row::get)
                        .map(ExploreGoldenIT::cell)
                        .collect(Collectors.joining(",")));
            }
            return lines;
        }
    }

    private static String cell(String text) {
        return text.matches("[^,\"\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}

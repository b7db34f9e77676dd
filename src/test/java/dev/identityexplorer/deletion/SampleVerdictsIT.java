package dev.identityexplorer.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.graph.TestDatabase;
import dev.identityexplorer.sample.Organization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The sample organization against answers that were written by hand from AWS's API reference. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SampleVerdictsIT {

    private static final Path EXPECTED = Path.of("src/test/resources/expected");

    @BeforeAll
    static void import_the_sample() {
        Organization.importSample();
    }

    @TestFactory
    Stream<DynamicTest> every_identity_has_the_verdict_that_AWS_would_give() throws IOException {
        var expected = records();
        var answers = answers(expected.stream().map(r -> r.get("id")).toList());
        return expected.stream()
                .map(record -> DynamicTest.dynamicTest(record.get("id"), () -> {
                    var answer = answers.get(record.get("id"));
                    assertThat(answer).as("answer").isNotNull();
                    assertThat(line(answer)).isEqualTo(line(record));
                }));
    }

    @Test
    void no_identity_of_the_sample_lacks_an_expected_answer() throws IOException {
        var ids = records().stream().map(r -> r.get("id")).collect(Collectors.toCollection(TreeSet::new));
        var judged = new TreeSet<String>();
        TestDatabase.query("MATCH (n:Entity) WHERE n.verdict IS NOT NULL RETURN n.id AS id")
                .forEach(row -> judged.add(row.get("id").asString()));
        assertThat(judged).isSubsetOf(ids);
    }

    @Test
    void the_written_verdict_is_the_answered_one() throws IOException {
        var expected = new TreeMap<String, String>();
        records().stream()
                .filter(r -> !r.get("kind").equals("AwsManaged") && !r.get("id").contains(":iam::aws:"))
                .forEach(r -> expected.put(r.get("id"), r.get("verdict") + " " + r.get("impact")));
        var written = new TreeMap<String, String>();
        TestDatabase.query(
                        "MATCH (n:Entity) WHERE n.verdict IS NOT NULL RETURN n.id AS id, n.verdict AS v, n.impact AS i")
                .forEach(row -> written.put(
                        row.get("id").asString(),
                        row.get("v").asString() + " " + row.get("i").asString()));
        assertThat(written).isEqualTo(expected);
    }

    @TestFactory
    Stream<DynamicTest> every_plan_has_the_commands_that_AWS_needs_in_an_order_that_works() throws IOException {
        try (var files = Files.list(EXPECTED.resolve("plans"))) {
            return files.sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> plan(file)));
        }
    }

    private static void plan(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        var targets = lines.stream()
                .filter(l -> l.startsWith("# target: "))
                .map(l -> l.substring("# target: ".length()))
                .toList();
        var commands =
                lines.stream().filter(l -> !l.startsWith("#") && !l.isBlank()).toList();
        var plan = new Planner(Organization.DELETIONS).plan(Organization.answers(targets.toArray(String[]::new)));
        assertThat(plan.steps().stream().map(Plan.Step::command).toList()).isEqualTo(commands);
    }

    private static Map<String, Answer> answers(List<String> ids) {
        return Organization.answers(ids.toArray(String[]::new)).stream()
                .collect(Collectors.toMap(a -> a.facts().id(), a -> a));
    }

    private static List<CSVRecord> records() throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = format.parse(Files.newBufferedReader(EXPECTED.resolve("verdicts.csv")))) {
            return parser.getRecords();
        }
    }

    private static String line(CSVRecord record) {
        return String.join(
                "\n",
                record.get("kind") + " " + record.get("verdict") + " " + record.get("impact"),
                "blocked by " + words(record.get("blocking")),
                "breaks " + words(record.get("breaking")),
                "gaps " + words(record.get("gaps")));
    }

    private static TreeSet<String> words(String text) {
        return text.isBlank() ? new TreeSet<>() : new TreeSet<>(List.of(text.split(" (?=[a-z-]+(?:[=:]| |$))")));
    }

    private static String line(Answer answer) {
        var gaps = new ArrayList<String>();
        for (var gap : answer.assessment().gaps()) {
            if (gap.purpose().equals("verdict")) {
                gaps.add(gap.evidence()
                        + gap.resourceType().map(type -> ":" + type).orElse(""));
            }
        }
        return String.join(
                "\n",
                answer.facts().kind() + " " + answer.assessment().verdict() + " "
                        + answer.assessment().impact(),
                "blocked by " + pairs(answer.blocks()),
                "breaks " + pairs(answer.breaks()),
                "gaps " + new TreeSet<>(gaps));
    }

    private static TreeSet<String> pairs(List<Answer.Finding> findings) {
        return findings.stream()
                .map(f -> f.blocker().rule() + "=" + f.blocker().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

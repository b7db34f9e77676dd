package dev.identityexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.identityexplorer.graph.TestDatabase;
import dev.identityexplorer.sample.Organization;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a person uses it, on the test database through {@code --neo4j}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // what commands print, not what the engine answers
class CommandsIT {

    private static final String ELB = "AWSServiceRoleForElasticLoadBalancing";

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private record Run(int code, String out, String err) {}

    @BeforeAll
    static void import_the_sample() throws IOException {
        Organization.importSample();
        var credentials = TestDatabase.credentials();
        Files.writeString(shared.resolve("login"), credentials.username() + "\n" + credentials.password() + "\n");
    }

    @Test
    void owner_names_the_service_and_how_it_is_known() {
        var run = connected("owner", ELB);
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("AWS Elastic Load Balancing (elasticloadbalancing.amazonaws.com)")
                .contains("the ARN path /aws-service-role/elasticloadbalancing.amazonaws.com/");
    }

    @Test
    void blockers_as_json_have_the_contracted_fields() throws IOException {
        var answer = json(connected("blockers", ELB, "--format", "json")).get(0);
        assertThat(answer.path("kind").asText()).isEqualTo("ServiceLinkedRole");
        assertThat(answer.path("name").asText()).isEqualTo(ELB);
        assertThat(answer.path("accountId").asText()).isEqualTo("111122223333");
        assertThat(answer.path("verdict").asText()).isEqualTo("BLOCKED");
        assertThat(answer.path("impact").asText()).isEqualTo("UNKNOWN");
        assertThat(answer.path("owner").path("id").asText()).isEqualTo("elasticloadbalancing.amazonaws.com");
        assertThat(answer.path("owner").path("docUrl").asText()).startsWith("https://docs.aws.amazon.com/");
        var blocker = answer.path("blockers").get(0);
        assertThat(names(blocker))
                .contains("rule", "severity", "id", "kind", "resourceType", "name", "region", "evidence", "clearedBy");
        assertThat(names(blocker.path("evidence"))).containsExactlyInAnyOrder("source", "observedAt");
        assertThat(names(answer.path("gaps").get(0)))
                .contains("evidence", "resourceType", "region", "state", "for", "suppliedBy");
    }

    @Test
    void plans_as_json_have_the_contracted_fields() throws IOException {
        var plan = json(connected("plan", "contractor.ivan", "--format", "json"));
        assertThat(names(plan)).contains("targets", "steps", "notPlanned", "breaks");
        assertThat(names(plan.path("steps").get(0))).contains("n", "command", "for", "rule", "why", "destroysResource");
        assertThat(plan.path("steps").get(0).path("n").asInt()).isEqualTo(1);
    }

    @Test
    void a_plan_for_what_is_protected_says_why_there_is_none() {
        var role = "arn:aws:iam::111122223333:role/aws-service-role/support.amazonaws.com/AWSServiceRoleForSupport";
        var run = connected("plan", role);
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("# PROTECTED").contains("No plan:").doesNotContain("delete-");
    }

    @Test
    void plans_take_everything_with_a_tag() throws IOException {
        var tag = TestDatabase.query(
                        "MATCH (t:Tag)<-[:TAGGED]-(n:User|Role) RETURN t.key + '=' + t.value AS t, count(*) AS n ORDER BY n DESC, t LIMIT 1")
                .get(0);
        var plan = json(connected("plan", "--tag", tag.get("t").asString(), "--format", "json"));
        assertThat(plan.path("targets").size())
                .isGreaterThanOrEqualTo(tag.get("n").asInt());
    }

    @Test
    void a_plan_and_a_campaign_by_a_tag_leave_out_what_IAM_does_not_delete() throws IOException {
        var tag = TestDatabase.query(
                        "MATCH (a:Account)-[:TAGGED]->(t:Tag) WHERE NOT EXISTS { (t)<-[:TAGGED]-(n) WHERE n.verdict IS NOT NULL }"
                                + " RETURN t.key + '=' + t.value AS t, t.id AS id ORDER BY t LIMIT 1")
                .get(0);
        var none = connected("plan", "--tag", tag.get("t").asString());
        assertThat(none.code()).isNotZero();
        assertThat(none.err()).contains("Nothing that was imported and that IAM deletes carries the tag");
        assertThat(connected("campaign", "none", "--tag", tag.get("t").asString())
                        .err())
                .contains("finds nothing");

        var role = "arn:aws:iam::111122223333:role/aws-service-role/support.amazonaws.com/AWSServiceRoleForSupport";
        TestDatabase.query("MATCH (t:Tag {id: '" + tag.get("id").asString() + "'}), (n:Entity {id: '" + role
                + "'}) CREATE (n)-[:TAGGED]->(t)");
        try {
            var plan = json(connected("plan", "--tag", tag.get("t").asString(), "--format", "json"));
            assertThat(plan.path("targets")).hasSize(1);
            assertThat(plan.path("notPlanned").path(0).path("id").asText()).isEqualTo(role);
        } finally {
            TestDatabase.query("MATCH (:Entity {id: '" + role + "'})-[r:TAGGED]->() DELETE r");
        }
        assertThat(connected("plan", "arn:aws:iam::111122223333:root").err()).contains("is an Account, which");
    }

    @Test
    void an_ambiguous_name_lists_the_candidates() {
        var run = connected("blockers", "AWSServiceRoleForSupport");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("arn:aws:iam::111122223333:role").contains("arn:aws:iam::444455556666:role");
        oneLine(run);
    }

    @Test
    void an_unknown_id_is_said_to_be_unknown() {
        for (var id : List.of("nobody", "arn:aws:iam::111122223333:role/nobody", "arn:oops")) {
            var run = connected("blockers", id);
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err()).contains("'" + id + "'");
            oneLine(run);
        }
    }

    @Test
    void every_question_runs_with_its_examples_in_every_format() {
        for (var query : Organization.LIBRARY.explore()) {
            for (var format : List.of("table", "json", "csv")) {
                assertThat(connected("query", query.name(), "--format", format).code())
                        .as(query.name())
                        .isZero();
            }
        }
    }

    @Test
    void a_question_of_ones_own_reads_and_never_writes() throws IOException {
        var own = folder.resolve("own.cypher");
        Files.writeString(own, "MATCH (n:User) RETURN count(n) AS users;");
        assertThat(json(connected("query", "--file", own.toString(), "--format", "json"))
                        .get(0)
                        .path("users")
                        .asInt())
                .isPositive();
        Files.writeString(own, "MATCH (n:User) DETACH DELETE n;");
        var run = connected("query", "--file", own.toString());
        assertThat(run.code()).isEqualTo(1);
        oneLine(run);
        Files.writeString(own, "MATCH (n:User RETURN n;");
        assertThat(connected("query", "--file", own.toString()).code()).isEqualTo(1);
        assertThat(TestDatabase.query("MATCH (n:User) RETURN count(n) AS n")
                        .get(0)
                        .get("n")
                        .asLong())
                .isPositive();
    }

    @Test
    void import_as_json_has_the_contracted_fields() throws IOException {
        var run = connected("import", Organization.SAMPLE.toString(), "--format", "json");
        assertThat(names(json(run)))
                .containsExactlyInAnyOrder("accounts", "written", "skipped", "evidence", "problems");
        assertThat(json(run).path("accounts"))
                .allMatch(account -> account.path("state").asText().equals("unchanged"));
    }

    @Test
    void bad_input_is_one_sentence_and_leaves_what_was_there() throws IOException {
        long before = nodes();
        var truncated = file("gaad.json", "{\"UserDetailList\": [{\"UserName\": \"x\"");
        var noJson = file("photo.json", "\u0089PNG not JSON");
        var empty = file("empty.json", "");
        var huge = folder.resolve("huge.json");
        try (var out = Files.newBufferedWriter(huge, StandardCharsets.UTF_8)) {
            out.write("{\"UserDetailList\": [{\"UserName\": \"");
            var part = "x".repeat(1 << 20);
            for (int i = 0; i < 40; i++) {
                out.write(part);
            }
        }
        for (var path : List.of(truncated, noJson, empty, huge, folder.resolve("missing.json"))) {
            var run = connected("import", path.toString());
            assertThat(run.code()).as(path.toString()).isEqualTo(1);
            assertThat(run.err()).contains(path.getFileName().toString());
            oneLine(run);
        }
        assertThat(nodes()).isEqualTo(before);
    }

    @Test
    void no_database_is_exit_code_3_and_one_sentence() {
        var closed = run(
                "blockers",
                "x",
                "--neo4j",
                "bolt://127.0.0.1:9",
                "--neo4j-credentials",
                shared.resolve("login").toString());
        assertThat(closed.code()).isEqualTo(3);
        oneLine(closed);
        var inUri = run(
                "blockers",
                "x",
                "--neo4j",
                "bolt://neo4j:secret@127.0.0.1:9",
                "--neo4j-credentials",
                shared.resolve("login").toString());
        assertThat(inUri.code()).isEqualTo(1);
        assertThat(inUri.err()).doesNotContain("secret");
    }

    @Test
    void nothing_imported_yet_is_said_and_no_store_is_made() {
        var store = folder.resolve("store");
        var run = run("blockers", "x", "--store", store.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("Nothing was imported yet");
        assertThat(store).doesNotExist();
    }

    @Test
    void wrong_usage_is_exit_code_2() {
        assertThat(run("blockers").code()).isEqualTo(2);
        assertThat(run("plan").code()).isEqualTo(2);
        assertThat(run("nonsense").code()).isEqualTo(2);
        assertThat(run().code()).isEqualTo(2);
        assertThat(run("blockers", "x", "--max-age", "soon").code()).isEqualTo(2);
    }

    @Test
    void the_catalogue_needs_no_database() {
        var run = run("catalogue", "autoscaling.amazonaws.com");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("AWSServiceRoleForAutoScaling").contains("AWS::AutoScaling::AutoScalingGroup");
        assertThat(run("catalogue", "nonsense.amazonaws.com").code()).isEqualTo(1);
    }

    @Test
    void lists_of_verdicts_say_that_evidence_has_become_too_old() {
        assertThat(connected("query", "identities-by-verdict").err()).isEmpty();
        TestDatabase.query(
                "MATCH (a:Account {accountId: '111122223333'}) SET a.judgedUntil = datetime() - duration('P1D')");
        try {
            for (var command : List.of("query identities-by-verdict", "findings", "report --format md", "campaign")) {
                assertThat(connected(command.split(" ")).err())
                        .as(command)
                        .isEqualToIgnoringNewLines(
                                "The verdicts on an account rest on evidence that is too old by now: what is CLEAR here may be UNPROVEN. Import newer files.");
            }
            assertThat(connected("blockers", ELB).err())
                    .as("judges when it is asked")
                    .isEmpty();
        } finally {
            Organization.importSample();
        }
    }

    private static Run connected(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "--neo4j",
                TestDatabase.uri().toString(),
                "--neo4j-credentials",
                shared.resolve("login").toString()));
        return run(all.toArray(String[]::new));
    }

    private static Run run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var code = Explorer.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Run(code, out.toString(), err.toString());
    }

    private static void oneLine(Run run) {
        assertThat(run.err().lines()).as(run.err()).hasSize(1);
        assertThat(run.err())
                .startsWith("explorer: ")
                .doesNotContain("Exception")
                .doesNotContain("should not have happened");
        assertThat(run.out()).isEmpty();
    }

    private static JsonNode json(Run run) throws IOException {
        return new ObjectMapper().readTree(run.out());
    }

    private static List<String> names(JsonNode node) {
        return Stream.iterate(node.fieldNames(), java.util.Iterator::hasNext, i -> i)
                .map(java.util.Iterator::next)
                .toList();
    }

    private static long nodes() {
        return TestDatabase.query("MATCH (n:Entity) RETURN count(n) AS n")
                .get(0)
                .get("n")
                .asLong();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}

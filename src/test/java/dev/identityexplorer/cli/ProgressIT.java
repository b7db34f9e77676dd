package dev.identityexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.identityexplorer.graph.TestDatabase;
import dev.identityexplorer.sample.Organization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One account in three imports: role {@code freed} loses what blocks it, role {@code back} goes and is made anew. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // what is printed, not what the engine answers
class ProgressIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ACCOUNT = "222233334444";
    private static final String FREED = "arn:aws:iam::222233334444:role/freed";
    private static final String BACK = "arn:aws:iam::222233334444:role/back";
    private static final String HOSTILE = "</td><script>alert(1)</script>|`#";

    @TempDir
    private static Path folder;

    private static final List<String> IMPORTS = new ArrayList<>();
    private static final List<JsonNode> CAMPAIGNS = new ArrayList<>();

    @BeforeAll
    static void import_three_times() throws IOException {
        TestDatabase.reset();
        imported(role("freed", "AROAFREED", true), role("back", "AROABACK1", false), role("other", "AROAOTHER", false));
        assertThat(Cli.onTestDatabase("campaign", "autumn", "freed", BACK).code())
                .isZero();
        remember();
        imported(role("freed", "AROAFREED", false), role("other", "AROAOTHER", false));
        remember();
        imported(
                role("freed", "AROAFREED", false), role("back", "AROABACK2", false), role("other", "AROAOTHER", false));
        remember();
    }

    private static void imported(String... roles) throws IOException {
        var file = folder.resolve(ACCOUNT).resolve("global/iam-get-account-authorization-details.json");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "{\"UserDetailList\": [], \"GroupDetailList\": [], \"Policies\": [], \"RoleDetailList\": ["
                        + String.join(", ", roles) + "]}");
        Organization.importPaths(folder);
    }

    private static void remember() throws IOException {
        IMPORTS.add(json("changes", "--imports").get(0).path("id").asText());
        CAMPAIGNS.add(json("campaign", "autumn"));
    }

    private static String role(String name, String id, boolean attached) {
        return """
                {"Path": "/", "RoleName": "%1$s", "RoleId": "%2$s", "Arn": "arn:aws:iam::222233334444:role/%1$s",
                 "CreateDate": "2020-01-01T00:00:00+00:00", "InstanceProfileList": [], "RolePolicyList": [],
                 "AttachedManagedPolicies": [%3$s], "Tags": [{"Key": "owner", "Value": "%4$s"}], "RoleLastUsed": {},
                 "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [
                   {"Effect": "Allow", "Principal": {"Service": "glue.amazonaws.com"}, "Action": "sts:AssumeRole"}]}}""".formatted(
                        name,
                        id,
                        attached
                                ? "{\"PolicyName\": \"ReadOnlyAccess\", \"PolicyArn\": \"arn:aws:iam::aws:policy/ReadOnlyAccess\"}"
                                : "",
                        HOSTILE);
    }

    private static JsonNode json(String... arguments) throws IOException {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--format", "json"));
        var result = Cli.onTestDatabase(all.toArray(String[]::new));
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        return JSON.readTree(result.out());
    }

    private static List<String> told(JsonNode rows, String... fields) {
        var told = new ArrayList<String>();
        for (var row : rows) {
            var text = new ArrayList<String>();
            for (var field : fields) {
                text.add(row.path(field).asText());
            }
            told.add(String.join(" ", text));
        }
        return told;
    }

    @Test
    void a_role_that_became_clear_is_told_by_its_verdict_and_since_when() throws IOException {
        assertThat(told(json("changes", "--became", "CLEAR"), "what", "id")).containsExactly("verdict " + FREED);
        assertThat(json("changes", "--became", "CLEAR")
                        .get(0)
                        .path("details")
                        .get(0)
                        .asText())
                .isEqualTo("BLOCKED → CLEAR");
        assertThat(told(json("changes", "--became", "CLEAR", "--since", "1h"), "id"))
                .containsExactly(FREED);
        assertThat(json("changes", "--became", "BLOCKED")).isEmpty();
        assertThat(json("changes", "--since", "2999-01-01")).isEmpty();
    }

    @Test
    void the_timeline_of_an_identity_and_of_an_account_is_newest_first() throws IOException {
        assertThat(told(json("changes", BACK, "--what", "removed"), "import")).containsExactly(IMPORTS.get(1));
        assertThat(told(json("changes", BACK), "what").subList(0, 2)).containsExactly("added", "removed");
        assertThat(told(json("changes", ACCOUNT, "--what", "verdict"), "id")).containsExactly(FREED);
        assertThat(Cli.onTestDatabase("changes", "999999999999").err()).contains("was not imported");
    }

    @Test
    void the_difference_between_two_imports_has_each_identity_once() throws IOException {
        var first = json("changes", ACCOUNT, "--from", IMPORTS.get(0), "--to", IMPORTS.get(1));
        assertThat(told(first, "what", "id")).contains("removed " + BACK).doesNotHaveDuplicates();
        assertThat(told(first, "id")).contains(FREED).doesNotContain("arn:aws:iam::222233334444:role/other");
        var freed = first.findValues("details").toString();
        assertThat(freed).contains("BLOCKED → CLEAR");

        assertThat(told(json("changes", "--from", IMPORTS.get(0), "--to", "last"), "what", "id"))
                .contains("replaced " + BACK);
        assertThat(json("changes", "--from", IMPORTS.get(2))).isEmpty();
    }

    @Test
    void an_import_that_is_not_there_is_no_difference() {
        var result = Cli.onTestDatabase("changes", "--from", "none", "--to", "last");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("There is no import 'none'").contains("changes --imports");
    }

    @Test
    void a_campaign_says_what_is_planned_gone_and_came_back() throws IOException {
        assertThat(told(CAMPAIGNS.get(0), "state", "verdict", "id"))
                .containsExactly("planned CLEAR " + BACK, "planned BLOCKED " + FREED);
        assertThat(told(CAMPAIGNS.get(1), "state", "verdict", "kind", "name"))
                .containsExactly("planned CLEAR Role freed", "gone null Role back");
        assertThat(CAMPAIGNS.get(1).get(1).path("goneAt").asText()).startsWith("20");
        assertThat(told(CAMPAIGNS.get(2), "state", "id")).containsExactly("came back " + BACK, "planned " + FREED);
        assertThat(told(json("campaign"), "name", "members", "planned", "gone", "cameBack"))
                .containsExactly("autumn 2 1 0 1");
    }

    @Test
    void a_campaign_is_begun_by_a_tag_or_a_question_once_and_ends() throws IOException {
        assertThat(told(json("campaign", "by tag", "--tag", "owner=" + HOSTILE), "name"))
                .containsExactlyInAnyOrder("back", "freed", "other");
        assertThat(told(json("campaign", "by question", "--query", "clean-up-candidates"), "name"))
                .containsExactlyInAnyOrder("back", "freed", "other");

        var again = Cli.onTestDatabase("campaign", "by tag", "freed");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("There is a campaign 'by tag' already");
        assertThat(Cli.onTestDatabase("campaign", "empty", "--tag", "owner=nobody")
                        .err())
                .contains("selection is empty");

        assertThat(Cli.onTestDatabase("campaign", "by tag", "--end").code()).isZero();
        assertThat(Cli.onTestDatabase("campaign", "by question", "--end").code())
                .isZero();
        assertThat(Cli.onTestDatabase("campaign", "by tag").err()).contains("There is no campaign 'by tag'");
        assertThat(json("changes", "--since", "2999-01-01")).isEmpty();
    }

    @Test
    void a_report_is_one_page_in_which_values_are_text() {
        var result = Cli.onTestDatabase("report", "--max-age", "3650d");

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .startsWith("<!doctype html>")
                .contains("<h2>Numbers</h2>", "<h2>Findings</h2>", "<h2>Evidence and its age</h2>")
                .contains("owner=&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;|`#")
                .contains("https://docs.aws.amazon.com/")
                .contains("aws iam delete-role --role-name freed")
                .contains("BLOCKED → CLEAR")
                .doesNotContain("<script", "<img", "<link", "@import", "url(", "src=");
    }

    @Test
    void a_report_says_the_same_in_markdown_and_json() throws IOException {
        var markdown = Cli.onTestDatabase("report", "--format", "md", "--account", ACCOUNT)
                .out();
        assertThat(markdown)
                .contains("# Identities of account 222233334444", "## Unused, and AWS would let them go")
                .contains("owner=\\</td\\>\\<script\\>alert(1)\\</script\\>\\|\\`\\#")
                .doesNotContain(HOSTILE);
        var report = json("report");
        assertThat(told(report.path("unusedAndClear"), "role")).containsExactlyInAnyOrder("back", "freed", "other");
        assertThat(told(report.path("verdictChanges"), "entityId")).containsExactly(FREED);
        assertThat(report.path("plan").path("targets")).hasSize(3);
        assertThat(report.path("findings").findValuesAsText("name")).contains("users-without-mfa", "unused-roles");
        assertThat(Cli.onTestDatabase("report", "--account", "999999999999").err())
                .contains("was not imported");
    }

    @Test
    void findings_are_listed_the_worst_first_with_what_nobody_knows() throws IOException {
        var found = json("findings");
        assertThat(told(found, "severity"))
                .isSortedAccordingTo(java.util.Comparator.comparing(List.of("high", "medium", "low")::indexOf));
        assertThat(told(found, "name", "count")).contains("unused-roles 3", "users-without-mfa 0");
        var mistyped = Cli.onTestDatabase("findings", "--account", "999999999999");
        assertThat(mistyped.err()).contains("was not imported");
        assertThat(mistyped.code()).isEqualTo(1);
    }
}

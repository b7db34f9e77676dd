package dev.identityexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.identityexplorer.graph.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An organization in the graph, told by its management account and by the accounts themselves. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // what is read, not what the engine answers
class OrganizationIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MAIN = "111122223333";
    private static final String PROD = "444455556666";
    private static final String OLD = "777788889999";
    private static final String ORGANIZATIONS = MAIN + "/global/organizations-";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void an_organization_of_three_accounts() throws IOException {
        write(
                ORGANIZATIONS + "list-accounts.json",
                "{\"Accounts\": [" + account(MAIN, "shop-main", "ACTIVE") + ", " + account(PROD, "shop-prod", "ACTIVE")
                        + ", " + account(OLD, "shop-old", "SUSPENDED") + "]}");
        write(
                ORGANIZATIONS + "list-roots.json",
                "{\"Roots\": [{\"Id\": \"r-1\", \"Name\": \"Root\","
                        + " \"Arn\": \"arn:aws:organizations::111122223333:root/o-shop/r-1\"}]}");
        write(
                ORGANIZATIONS + "list-organizational-units-for-parent/r-1.json",
                "{\"OrganizationalUnits\": [{\"Id\": \"ou-1-prod\", \"Name\": \"prod\","
                        + " \"Arn\": \"arn:aws:organizations::111122223333:ou/o-shop/ou-1-prod\"}]}");
        write(
                ORGANIZATIONS + "list-parents/" + MAIN + ".json",
                "{\"Parents\": [{\"Id\": \"r-1\", \"Type\": \"ROOT\"}]}");
        write(
                ORGANIZATIONS + "list-parents/" + PROD + ".json",
                "{\"Parents\": [{\"Id\": \"ou-1-prod\", \"Type\": \"ORGANIZATIONAL_UNIT\"}]}");
        write(ORGANIZATIONS + "list-parents/ou-1-prod.json", "{\"Parents\": [{\"Id\": \"r-1\", \"Type\": \"ROOT\"}]}");
        write(
                ORGANIZATIONS + "describe-policy/p-all.json",
                policy(
                        "p-all",
                        "\"tag_key\": {\"@@assign\": \"Team\"}, \"tag_value\": {\"@@assign\": [\"web\", \"ops\"]},"
                                + " \"enforced_for\": {\"@@assign\": [\"iam:policy\"]}"));
        write(
                ORGANIZATIONS + "describe-policy/p-prod.json",
                policy("p-prod", "\"tag_value\": {\"@@append\": [\"audit\"], \"@@remove\": [\"ops\"]}"));
        write(ORGANIZATIONS + "list-policies-for-target/r-1.json", "{\"Policies\": [" + summary("p-all") + "]}");
        write(ORGANIZATIONS + "list-policies-for-target/ou-1-prod.json", "{\"Policies\": [" + summary("p-prod") + "]}");
        write(ORGANIZATIONS + "list-policies-for-target/" + MAIN + ".json", "{\"Policies\": []}");
        write(ORGANIZATIONS + "list-policies-for-target/" + PROD + ".json", "{\"Policies\": []}");
        write(PROD + "/global/iam-get-account-authorization-details.json", """
                {"UserDetailList": [], "GroupDetailList": [], "Policies": [], "RoleDetailList": [%s, %s]}""".formatted(
                        role("reader", "ops"), role("writer", "web")));
        write(
                PROD
                        + "/global/iam-get-service-last-accessed-details/arn%3Aaws%3Aiam%3A%3A444455556666%3Arole%2Freader.json",
                """
                {"JobStatus": "COMPLETED", "JobCompletionDate": "%1$s", "IsTruncated": false, "ServicesLastAccessed": [
                  {"ServiceName": "Amazon S3", "ServiceNamespace": "s3", "LastAuthenticated": "%1$s"},
                  {"ServiceName": "Amazon SQS", "ServiceNamespace": "sqs"}]}""".formatted(
                        Instant.now().minus(Duration.ofDays(3)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS)));
        TestDatabase.reset();
        imported(folder);
        // without what the management account tells, its names and places stay
        imported(folder.resolve(PROD));
    }

    @Test
    void accounts_have_their_names_and_places_whoever_told_of_them() {
        assertThat(rows("MATCH (a:Account) RETURN a.accountId + ' ' + a.name AS row"))
                .containsExactlyInAnyOrder(MAIN + " shop-main", PROD + " shop-prod");
        assertThat(rows("MATCH (a:ExternalPrincipal) RETURN a.accountId + ' ' + a.name AS row"))
                .as("an account of the organization that was never imported")
                .containsExactly(OLD + " shop-old");
        assertThat(rows("MATCH (o:Organization)-[:PARENT_OF]->(u:OrganizationalUnit)-[:PARENT_OF]->(a:Account)"
                        + " RETURN u.name + ' ' + a.name AS row"))
                .containsExactly("prod shop-prod");
        assertThat(rows("MATCH (o:Organization)-[:PARENT_OF]->(a:Account) RETURN a.name AS row"))
                .containsExactly("shop-main");
        assertThat(rows("MATCH (a:ExternalPrincipal) RETURN a.state AS row")).containsExactly("SUSPENDED");
    }

    @Test
    void tag_policies_are_inherited_appended_and_removed_from() throws IOException {
        var policies = query("effective-tag-policies");
        assertThat(policies)
                .extracting(row ->
                        row.path("account").asText() + ": " + row.path("tagKey").asText() + " "
                                + row.path("allowedValues") + " "
                                + row.path("enforcedFor"))
                .containsExactlyInAnyOrder(
                        "shop-main: Team [\"web\",\"ops\"] [\"iam:policy\"]",
                        "shop-prod: Team [\"web\",\"audit\"] [\"iam:policy\"]");
    }

    @Test
    void what_breaks_the_merged_policy_is_found_in_the_account_below_it() throws IOException {
        assertThat(query("tag-policy-violations"))
                .extracting(JsonNode::toString)
                .anyMatch(row -> row.contains("role/reader"))
                .noneMatch(row -> row.contains("role/writer"));
    }

    @Test
    void a_role_that_a_service_saw_three_days_ago_is_in_use_whatever_else_is_seen() throws IOException {
        var gaps = JSON.readTree(
                        Cli.onTestDatabase("blockers", "--format", "json", "arn:aws:iam::444455556666:role/reader")
                                .out())
                .get(0)
                .path("gaps");
        assertThat(gaps)
                .anyMatch(gap -> gap.path("evidence").asText().equals("last-accessed")
                        && gap.path("for").asText().equals("impact"));
        assertThat(rows("MATCH (r:Role {name: 'reader'}) RETURN r.servicesUsed[0] + ' ' + size(r.servicesUsed) AS row"))
                .containsExactly("s3 1");
    }

    private static void imported(Path path) {
        var result = Cli.onTestDatabase("import", path.toString());
        assertThat(result.code()).as(result.err()).isZero();
    }

    private static List<JsonNode> query(String name) throws IOException {
        var result = Cli.onTestDatabase("query", name, "--format", "json");
        assertThat(result.code()).as(result.err()).isZero();
        return new ArrayList<>(StreamSupport.stream(JSON.readTree(result.out()).spliterator(), false)
                .toList());
    }

    private static List<String> rows(String cypher) {
        return TestDatabase.query(cypher).stream()
                .map(row -> row.get("row").asString())
                .toList();
    }

    private static void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String account(String id, String name, String state) {
        return "{\"Id\": \"" + id + "\", \"Name\": \"" + name + "\", \"State\": \"" + state + "\","
                + " \"Arn\": \"arn:aws:organizations::111122223333:account/o-shop/" + id + "\"}";
    }

    private static String policy(String id, String rules) {
        var content = "{\"tags\": {\"team\": {" + rules + "}}}";
        return "{\"Policy\": {\"PolicySummary\": " + summary(id) + ", \"Content\": " + JSON.valueToTree(content) + "}}";
    }

    private static String summary(String id) {
        return "{\"Id\": \"" + id + "\", \"Name\": \"" + id + "\", \"Type\": \"TAG_POLICY\","
                + " \"Arn\": \"arn:aws:organizations::111122223333:policy/o-shop/tag_policy/" + id + "\"}";
    }

    private static String role(String name, String team) {
        return """
                {"Path": "/", "RoleName": "%1$s", "RoleId": "AROA%1$sEXAMPLE00001", "Arn": "arn:aws:iam::444455556666:role/%1$s",
                 "CreateDate": "2024-01-01T00:00:00+00:00", "InstanceProfileList": [], "RolePolicyList": [],
                 "AttachedManagedPolicies": [], "RoleLastUsed": {}, "Tags": [{"Key": "Team", "Value": "%2$s"}],
                 "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [
                   {"Effect": "Allow", "Principal": {"AWS": "777788889999"}, "Action": "sts:AssumeRole"}]}}""".formatted(name, team);
    }
}

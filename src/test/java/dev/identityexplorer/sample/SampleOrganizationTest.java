package dev.identityexplorer.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Whether the sample organization is what its README says: the README, the demo and other tests rely on it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SampleOrganizationTest {

    private static final Path SAMPLE = Path.of("src/main/resources/sample");
    private static final Path EXPECTED = Path.of("src/test/resources/expected");
    private static final List<String> ACCOUNTS = List.of("111122223333", "444455556666", "777788889999");
    /** The vendor that is never imported, AWS's own policies, and S3 buckets, whose ARNs hold no account. */
    private static final Set<String> FOREIGN = Set.of("999988887777", "aws", "");

    private static final Set<String> RULES =
            Set.of(("user-login-profile user-access-key user-signing-certificate user-ssh-public-key"
                            + " user-service-specific-credential user-mfa-device user-inline-policy user-attached-policy"
                            + " user-group-membership group-member group-inline-policy group-attached-policy"
                            + " role-inline-policy role-attached-policy role-instance-profile slr-deletion-failed"
                            + " policy-attached-to-user policy-attached-to-group policy-attached-to-role"
                            + " policy-boundary-of-user policy-boundary-of-role policy-version policy-version-default"
                            + " instance-profile-role mfa-device-assigned server-certificate-listener"
                            + " trust-names-principal provider-trusted profile-runs-with-role boundary-limits"
                            + " group-grants-permissions policy-grants-permissions user-active-access-key"
                            + " user-console-password identity-center-provider")
                    .split(" "));

    private static final Pattern ARN = Pattern.compile("arn:[a-z-]+:[a-z0-9-]+:[a-z0-9-]*:([A-Za-z0-9]*):");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @Test
    void every_json_file_is_JSON_or_what_the_CLI_prints_when_AWS_refuses() throws IOException {
        var json = files(SAMPLE).filter(f -> f.toString().endsWith(".json")).toList();
        assertThat(json).hasSizeGreaterThan(50);
        for (var file : json) {
            var text = Files.readString(file);
            if (!text.startsWith("\nAn error occurred (")) {
                assertThat(JSON.readTree(text).isObject()).as(file.toString()).isTrue();
            }
        }
    }

    @Test
    void account_authorization_details_have_their_four_lists_and_entities_of_their_own_account() throws IOException {
        for (var account : ACCOUNTS) {
            var pages = files(SAMPLE.resolve(account))
                    .filter(f -> f.toString().contains("iam-get-account-authorization-details"))
                    .toList();
            assertThat(pages).as(account).isNotEmpty();
            for (var page : pages) {
                var details = JSON.readTree(page.toFile());
                for (var list : List.of("UserDetailList", "GroupDetailList", "RoleDetailList", "Policies")) {
                    assertThat(details.path(list).isArray())
                            .as(page + " " + list)
                            .isTrue();
                    for (JsonNode entity : details.path(list)) {
                        assertThat(entity.path("Arn").asText())
                                .matches("arn:aws:iam::(" + account + ":.+|aws:policy/.+)");
                    }
                }
            }
        }
    }

    @Test
    void every_ARN_is_of_this_organization_or_foreign_on_purpose() throws IOException {
        for (var account : ACCOUNTS) {
            var found = new TreeSet<String>();
            var arns = ARN.matcher(everythingAbout(account));
            while (arns.find()) {
                found.add(arns.group(1));
            }
            found.removeAll(FOREIGN);
            assertThat(found).as(account).contains(account).isSubsetOf(ACCOUNTS);
        }
    }

    @Test
    void the_README_names_every_rule_and_every_trap() throws IOException {
        var named = rows().map(r -> r.get(0)).collect(Collectors.toSet());
        var traps = IntStream.rangeClosed(1, 10).mapToObj(Integer::toString).toList();
        assertThat(named).containsAll(RULES).containsAll(traps);
    }

    @Test
    void what_the_README_points_at_is_there() throws IOException {
        for (var account : ACCOUNTS) {
            var text = everythingAbout(account);
            var markers = rows().filter(r -> r.get(1).equals(account))
                    .flatMap(SampleOrganizationTest::markers)
                    .toList();
            assertThat(markers)
                    .as(account)
                    .hasSizeGreaterThan(5)
                    .allSatisfy(m -> assertThat(text).contains(m));
        }
    }

    @Test
    void the_expected_verdicts_use_every_rule_but_the_one_that_needs_an_inventory() throws IOException {
        var verdicts = Files.readString(EXPECTED.resolve("verdicts.csv"));
        for (var rule : RULES) {
            boolean used =
                    Pattern.compile("[, \"]" + rule + "=").matcher(verdicts).find();
            assertThat(used).as(rule).isEqualTo(!rule.equals("server-certificate-listener"));
        }
        assertThat(verdicts).contains(",ServerCertificate,UNPROVEN,");
    }

    @Test
    void every_target_of_an_expected_plan_has_an_expected_verdict() throws IOException {
        var verdicts = Files.readString(EXPECTED.resolve("verdicts.csv"));
        var plans = files(EXPECTED.resolve("plans")).toList();
        assertThat(plans).hasSizeGreaterThan(15);
        for (var plan : plans) {
            var targets = Files.readAllLines(plan).stream()
                    .filter(l -> l.startsWith("# target: "))
                    .toList();
            assertThat(targets)
                    .as(plan.toString())
                    .isNotEmpty()
                    .allSatisfy(t -> assertThat(verdicts).contains("\n" + t.substring("# target: ".length()) + ","));
        }
    }

    /** The rows of the README's tables that name an account: name, account, and the rest. */
    private static Stream<List<String>> rows() throws IOException {
        return Files.readAllLines(SAMPLE.resolve("README.md")).stream()
                .filter(l -> l.startsWith("| "))
                .map(l -> List.of(l.substring(2).split(" \\|( |$)")))
                .filter(r -> r.size() > 2 && ACCOUNTS.contains(r.get(1)));
    }

    /** In a rule's row both cells point at data; in the others the last one does. */
    private static Stream<String> markers(List<String> row) {
        var cells = RULES.contains(row.get(0)) ? row.subList(2, row.size()) : row.subList(row.size() - 1, row.size());
        return cells.stream().flatMap(c -> CODE.matcher(c).results()).map(r -> r.group(1));
    }

    /** The names and contents of an account's files; what is base64 or percent-encoded also decoded. */
    private static String everythingAbout(String account) throws IOException {
        var parts = new ArrayList<String>();
        for (var file : files(SAMPLE.resolve(account)).toList()) {
            var text = Files.readString(file);
            parts.add(URLDecoder.decode(file.toString(), StandardCharsets.UTF_8));
            parts.add(text);
            if (text.contains("\"Content\"")) {
                parts.add(new String(
                        Base64.getDecoder()
                                .decode(JSON.readTree(text).path("Content").asText()),
                        StandardCharsets.UTF_8));
            }
            if (text.contains("%7B%22")) {
                parts.add(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
            }
        }
        return String.join("\n", parts);
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (var found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }
}

package dev.identityexplorer.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.deletion.Assessment.Impact;
import dev.identityexplorer.deletion.Assessment.Verdict;
import dev.identityexplorer.graph.TestDatabase;
import dev.identityexplorer.sample.Organization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that tell different things of the same entity, seen at different times: none of them makes it falsely clear. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // what is judged, not what the engine answers
class TwoAnswersIT {

    private static final String ANN = "arn:aws:iam::111122223333:user/ann";
    private static final String POLICY = "arn:aws:iam::111122223333:policy/read";
    private static final String DETAILS = "global/iam-get-account-authorization-details.json";
    private static final Instant NOW = Instant.now();

    @TempDir
    private Path folder;

    @BeforeEach
    void empty() {
        TestDatabase.reset();
    }

    private void file(String name, String text, Duration ago) throws IOException {
        new Bundle(folder).file(name, text.replace('\'', '"'));
        Files.setLastModifiedTime(folder.resolve(Bundle.ACCOUNT).resolve(name), FileTime.from(NOW.minus(ago)));
    }

    private static String details(String users, String groups, String roles, String policies) {
        return "{'UserDetailList': [%s], 'GroupDetailList': [%s], 'RoleDetailList': [%s], 'Policies': [%s]}"
                .formatted(users, groups, roles, policies);
    }

    private static String user(String path, String name, String id, String group) {
        return ("{'Arn': 'arn:aws:iam::111122223333:user%s%s', 'UserName': '%s', 'UserId': '%s', 'Path': '%s',"
                        + " 'CreateDate': '2020-01-01T00:00:00Z', 'GroupList': [%s], 'AttachedManagedPolicies': []}")
                .formatted(path, name, name, id, path, group);
    }

    private static String group(String path) {
        return ("{'Arn': 'arn:aws:iam::111122223333:group%sdevs', 'GroupName': 'devs', 'GroupId': 'AGPADEVS', 'Path': '%s',"
                        + " 'CreateDate': '2020-01-01T00:00:00Z', 'GroupPolicyList': [], 'AttachedManagedPolicies': []}")
                .formatted(path, path);
    }

    private static String policy(String counts, String versions) {
        return ("{'Arn': '" + POLICY + "', 'PolicyName': 'read', 'PolicyId': 'ANPAREAD', 'Path': '/',"
                        + " 'CreateDate': '2020-01-01T00:00:00Z', 'UpdateDate': '2020-01-01T00:00:00Z', %s%s}")
                .formatted(counts, versions);
    }

    private static final String VERSION =
            ", 'PolicyVersionList': [{'VersionId': 'v1', 'IsDefaultVersion': true, 'CreateDate': '2020-01-01T00:00:00Z', 'Document': {}}]";
    private static final String NONE =
            "'DefaultVersionId': 'v1', 'AttachmentCount': 0, 'PermissionsBoundaryUsageCount': 0";

    /** The lists of a user, all empty. */
    private void lists(String user, Duration ago) throws IOException {
        for (var list : List.of(
                "iam-list-access-keys AccessKeyMetadata",
                "iam-list-mfa-devices MFADevices",
                "iam-list-ssh-public-keys SSHPublicKeys",
                "iam-list-signing-certificates Certificates",
                "iam-list-service-specific-credentials ServiceSpecificCredentials")) {
            var parts = list.split(" ");
            file("global/" + parts[0] + "/" + user + ".json", "{'" + parts[1] + "': []}", ago);
        }
        file(
                "global/iam-get-login-profile/" + user + ".json",
                "An error occurred (NoSuchEntity) when calling the GetLoginProfile operation: Login Profile for User "
                        + user + " cannot be found.",
                ago);
    }

    private Assessment of(String id) {
        Organization.importPaths(folder);
        return Organization.answers(id).get(0).assessment();
    }

    private Verdict verdict(String id) {
        return of(id).verdict();
    }

    private void ann() throws IOException {
        file(DETAILS, details(user("/", "ann", "AIDAANN", ""), "", "", ""), Duration.ofHours(2));
        lists("ann", Duration.ofHours(3));
    }

    @Test
    void a_credential_report_that_shows_more_than_older_lists_blocks() throws IOException {
        ann();
        assertThat(verdict(ANN)).isEqualTo(Verdict.CLEAR);

        var header = "user,arn,user_creation_time,password_enabled,mfa_active,access_key_1_active,access_key_2_active,"
                + "cert_1_active,cert_2_active";
        for (var row : List.of(
                "false,true,false,false,false,false",
                "false,false,true,false,false,false",
                "false,false,false,false,true,false")) {
            file(
                    "global/report.csv",
                    header + "\nann," + ANN + ",2020-01-01T00:00:00+00:00," + row + "\n",
                    Duration.ofHours(1));
            assertThat(verdict(ANN)).as(row).isEqualTo(Verdict.BLOCKED);
        }
    }

    @Test
    void a_key_that_was_used_after_the_list_without_it_makes_the_list_doubtful() throws IOException {
        ann();
        file(
                "global/iam-get-access-key-last-used/AKIANEWKEY1EXAMPLE00.json",
                "{'UserName': 'ann', 'AccessKeyLastUsed': {'LastUsedDate': '2026-11-20T00:00:00Z', 'Region': 'eu-west-1'}}",
                Duration.ofMinutes(10));
        assertThat(verdict(ANN)).isEqualTo(Verdict.UNPROVEN);

        file("global/iam-list-access-keys/ann.json", "{'AccessKeyMetadata': []}", Duration.ofMinutes(1));
        assertThat(verdict(ANN)).isEqualTo(Verdict.CLEAR);
    }

    @Test
    void lists_of_a_user_who_had_the_name_before_are_of_nobody() throws IOException {
        file(
                DETAILS,
                details(user("/", "ann", "AIDAOLD", "") + ", " + user("/", "eve", "AIDAEVE", ""), "", "", ""),
                Duration.ofHours(9));
        lists("ann", Duration.ofHours(9));
        assertThat(verdict(ANN)).isEqualTo(Verdict.CLEAR);

        for (var list : Files.newDirectoryStream(folder.resolve(Bundle.ACCOUNT).resolve("global"), "iam-*[!n]")) {
            Files.walk(list)
                    .sorted(java.util.Comparator.reverseOrder())
                    .forEach(p -> p.toFile().delete());
        }
        file(DETAILS, details(user("/", "ann", "AIDAEVE", ""), "", "", ""), Duration.ofHours(1));
        assertThat(verdict(ANN)).isEqualTo(Verdict.UNPROVEN);
    }

    @Test
    void what_moved_to_another_path_is_the_newer_one() throws IOException {
        var old = folder.resolve("old.json");
        Files.writeString(
                old,
                details(user("/", "ann", "AIDAANN", ""), group("/a/"), "", "").replace('\'', '"'));
        Files.setLastModifiedTime(old, FileTime.from(NOW.minus(Duration.ofDays(1))));
        file(DETAILS, details(user("/", "ann", "AIDAANN", "'devs'"), group("/b/"), "", ""), Duration.ofHours(1));
        assertThat(verdict("arn:aws:iam::111122223333:group/b/devs")).isEqualTo(Verdict.BLOCKED);
        assertThat(TestDatabase.query("MATCH (g:Group {id: 'arn:aws:iam::111122223333:group/a/devs'}) RETURN g"))
                .isEmpty();
    }

    @Test
    void of_two_counts_of_attachments_the_newer_one_holds() throws IOException {
        file(
                DETAILS,
                details("", "", "", policy(NONE.replace("'AttachmentCount': 0", "'AttachmentCount': 1"), VERSION)),
                Duration.ofHours(1));
        file("global/iam-list-policies.json", "{'Policies': [" + policy(NONE, "") + "]}", Duration.ofDays(2));
        assertThat(verdict(POLICY)).isEqualTo(Verdict.UNPROVEN);

        file("global/iam-list-policies.json", "{'Policies': [" + policy(NONE, "") + "]}", Duration.ofMinutes(1));
        assertThat(verdict(POLICY)).isEqualTo(Verdict.CLEAR);
    }

    @Test
    void a_policy_with_a_version_that_was_not_seen_is_not_clear() throws IOException {
        file(DETAILS, details("", "", "", policy(NONE, VERSION)), Duration.ofHours(2));
        file(
                "global/iam-list-policies.json",
                "{'Policies': [" + policy(NONE.replace("v1", "v2"), "") + "]}",
                Duration.ofMinutes(10));
        assertThat(verdict(POLICY)).isEqualTo(Verdict.UNPROVEN);
    }

    @Test
    void versions_that_do_not_say_which_is_the_default_are_told_by_the_policy() throws IOException {
        var two = ", 'PolicyVersionList': [{'VersionId': 'v1', 'Document': {}}, {'VersionId': 'v2', 'Document': {}}]";
        file(DETAILS, details("", "", "", policy(NONE, two)), Duration.ofHours(2));
        file("global/iam-list-policies.json", "{'Policies': [" + policy(NONE, "") + "]}", Duration.ofHours(2));
        assertThat(verdict(POLICY)).isEqualTo(Verdict.BLOCKED);
        assertThat(verdict(POLICY + "/version/v1")).isEqualTo(Verdict.BLOCKED);
    }

    @Test
    void a_summary_of_long_ago_does_not_prove_that_a_list_is_empty() throws IOException {
        var summary = "{'SummaryMap': {'Users': 0, 'Groups': 1, 'Roles': 0, 'Policies': 0}}";
        file(DETAILS, details("", group("/"), "", ""), Duration.ofHours(1));
        file("global/iam-get-account-summary.json", summary, Duration.ofHours(1));
        assertThat(verdict("arn:aws:iam::111122223333:group/devs")).isEqualTo(Verdict.CLEAR);

        TestDatabase.reset();
        file("global/iam-get-account-summary.json", summary, Duration.ofDays(3));
        assertThat(verdict("arn:aws:iam::111122223333:group/devs")).isEqualTo(Verdict.UNPROVEN);
    }

    @Test
    void a_device_of_a_user_that_the_export_lacks_makes_it_doubtful() throws IOException {
        file(DETAILS, details(user("/", "ann", "AIDAANN", ""), group("/"), "", ""), Duration.ofHours(1));
        file(
                "global/iam-list-virtual-mfa-devices.json",
                "{'VirtualMFADevices': [{'SerialNumber': 'arn:aws:iam::111122223333:mfa/eve', 'EnableDate': '2024-01-01T00:00:00Z',"
                        + " 'User': {'Arn': 'arn:aws:iam::111122223333:user/eve', 'UserName': 'eve', 'UserId': 'AIDAEVE'}}]}",
                Duration.ofMinutes(10));
        assertThat(verdict("arn:aws:iam::111122223333:group/devs")).isEqualTo(Verdict.UNPROVEN);
    }

    @Test
    void cloudfront_names_a_certificate_by_its_unique_id() throws IOException {
        file(
                "global/iam-list-server-certificates.json",
                "{'ServerCertificateMetadataList': [{'Path': '/cloudfront/', 'ServerCertificateName': 'shop', 'ServerCertificateId':"
                        + " 'ASCASHOPEXAMPLE', 'Arn': 'arn:aws:iam::111122223333:server-certificate/cloudfront/shop'}]}",
                Duration.ofHours(1));
        file(
                "global/cloudfront-list-distributions.json",
                "{'DistributionList': {'Items': [{'Id': 'E1', 'ARN': 'arn:aws:cloudfront::111122223333:distribution/E1',"
                        + " 'ViewerCertificate': {'IAMCertificateId': 'ASCASHOPEXAMPLE'}}]}}",
                Duration.ofHours(1));
        assertThat(verdict("arn:aws:iam::111122223333:server-certificate/cloudfront/shop"))
                .isEqualTo(Verdict.BLOCKED);
    }

    @Test
    void a_role_of_which_trust_or_use_was_not_seen_is_not_said_to_break_nothing() throws IOException {
        var trust = "'AssumeRolePolicyDocument': {'Statement': [{'Effect': 'Allow', 'Action': 'sts:AssumeRole',"
                + " 'Principal': {'Service': 'lambda.amazonaws.com'}%s}]}";
        var parts = List.of(
                trust.formatted("") + ", 'RoleLastUsed': {}",
                "'RoleLastUsed': {}",
                "'AssumeRolePolicyDocument': {'Statement': []}, 'RoleLastUsed': {}",
                trust.formatted(""),
                trust.formatted("") + ", 'RoleLastUsed': {'LastUsedDate': 'yesterday'}");
        var roles = new java.util.ArrayList<String>();
        roles.add(role("r0", parts.get(0)));
        roles.add(role("named", parts.get(0)));
        roles.add(role(
                "naming",
                trust.formatted(", 'Condition': {'ArnEquals': {'aws:PrincipalArn': '" + arn("named") + "'}}")
                        + ", 'RoleLastUsed': {}"));
        file(DETAILS, details("", "", String.join(", ", roles), ""), Duration.ofHours(1));
        var bundle = new Bundle(folder).regions();
        for (var type : List.of(
                "AWS::KMS::Key",
                "AWS::CodePipeline::Pipeline",
                "AWS::CloudFormation::StackSet",
                "AWS::StepFunctions::StateMachine",
                "AWS::Lambda::Function",
                "AWS::Lambda::CapacityProvider",
                "AWS::Synthetics::Canary")) {
            bundle.nothingOf(type, "");
        }
        var whole = of(arn("r0"));
        assertThat(whole.impact()).as(whole.gaps().toString()).isEqualTo(Impact.NONE_SEEN);
        for (int i = 1; i < parts.size(); i++) {
            roles.add(role("r" + i, parts.get(i)));
        }
        file(DETAILS, details("", "", String.join(", ", roles), ""), Duration.ofMinutes(30));
        for (int i = 1; i < parts.size(); i++) {
            assertThat(of(arn("r" + i)).impact()).as(parts.get(i)).isEqualTo(Impact.UNKNOWN);
        }
        assertThat(of(arn("named")).impact()).isEqualTo(Impact.BREAKS);
        assertThat(of(arn("r0")).impact())
                .as("whom r1 trusts is not known: it may be r0")
                .isEqualTo(Impact.UNKNOWN);
    }

    @Test
    void a_role_that_trusts_anyone_through_saml_breaks_with_every_saml_provider() throws IOException {
        var trust = "'AssumeRolePolicyDocument': {'Statement': [{'Effect': 'Allow', 'Action': 'sts:AssumeRoleWithSAML',"
                + " 'Principal': '*'}]}, 'RoleLastUsed': {}";
        file(DETAILS, details("", "", role("staff", trust), ""), Duration.ofHours(1));
        file(
                "global/iam-list-saml-providers.json",
                "{'SAMLProviderList': [{'Arn': 'arn:aws:iam::111122223333:saml-provider/corp'}]}",
                Duration.ofHours(1));
        file(
                "global/iam-list-open-id-connect-providers.json",
                "{'OpenIDConnectProviderList': [{'Arn': 'arn:aws:iam::111122223333:oidc-provider/ci.example.com'}]}",
                Duration.ofHours(1));
        assertThat(of("arn:aws:iam::111122223333:saml-provider/corp").impact()).isEqualTo(Impact.BREAKS);
        assertThat(of("arn:aws:iam::111122223333:oidc-provider/ci.example.com").impact())
                .isNotEqualTo(Impact.BREAKS);
    }

    private static String arn(String role) {
        return "arn:aws:iam::111122223333:role/" + role;
    }

    private static String role(String name, String parts) {
        return ("{'Arn': '%s', 'RoleName': '%s', 'RoleId': 'AROA%s', 'Path': '/', 'CreateDate': '2020-01-01T00:00:00Z',"
                        + " 'InstanceProfileList': [], 'RolePolicyList': [], 'AttachedManagedPolicies': [], %s}")
                .formatted(arn(name), name, name.toUpperCase(java.util.Locale.ROOT), parts);
    }
}

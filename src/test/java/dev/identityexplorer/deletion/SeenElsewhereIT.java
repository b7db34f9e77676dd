package dev.identityexplorer.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.cli.ImportRun;
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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no list of its own shows, and something beside it does: where it was used last, when it was updated, what carries it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // what is judged, not what the engine answers
class SeenElsewhereIT {

    private static final String IAM = "arn:aws:iam::111122223333:";
    private static final String GLOBAL = "111122223333/global/";
    private static final String DETAILS = GLOBAL + "iam-get-account-authorization-details.json";
    private static final String MEMORYDB = "memorydb.amazonaws.com";
    private static final String FOR_MEMORYDB = "AWSServiceRoleForMemoryDB";
    private static final String BOB = "{'UserName': 'bob', 'UserId': 'AIDABOBEXAMPLE', 'Path': '/', 'Arn': '" + IAM
            + "user/bob', 'CreateDate': '2020-01-01T00:00:00Z', 'GroupList': [], 'AttachedManagedPolicies': []}";
    private static final String LONG_AGO = "2020-01-01T00:00:00Z";
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final List<String> REGIONS = List.of(
            ("ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1 eu-central-1"
                            + " eu-north-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2")
                    .split(" "));

    @TempDir
    private Path folder;

    private int imports;

    @BeforeEach
    void empty() {
        TestDatabase.reset();
    }

    private void file(String path, String text, Duration ago) throws IOException {
        var file = folder.resolve("import-" + imports).resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text.replace('\'', '"'));
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(ago)));
    }

    private void file(String path, String text) throws IOException {
        file(path, text, Duration.ofHours(1));
    }

    private static String ago(Duration time) {
        return NOW.minus(time).toString();
    }

    private void imported() {
        ImportRun.of(TestDatabase.engine(), folder.resolve("import-" + imports++));
    }

    private static String details(String users, String groups, String roles, String policies) {
        return "{'UserDetailList': [%s], 'GroupDetailList': [%s], 'RoleDetailList': [%s], 'Policies': [%s]}"
                .formatted(users, groups, roles, policies);
    }

    private static String serviceLinked(String principal, String name, String used) {
        return ("{'RoleName': '%2$s', 'RoleId': 'AROAEXAMPLE', 'Path': '/aws-service-role/%1$s/',"
                        + " 'Arn': '%3$srole/aws-service-role/%1$s/%2$s', 'CreateDate': '%4$s', 'InstanceProfileList': [],"
                        + " 'RolePolicyList': [], 'AttachedManagedPolicies': [], 'RoleLastUsed': %5$s, 'AssumeRolePolicyDocument':"
                        + " {'Statement': [{'Effect': 'Allow', 'Action': 'sts:AssumeRole', 'Principal': {'Service': '%1$s'}}]}}")
                .formatted(principal, name, IAM, LONG_AGO, used);
    }

    private static String serviceLinkedArn(String principal, String name) {
        return IAM + "role/aws-service-role/" + principal + "/" + name;
    }

    private void regions(Duration ago) throws IOException {
        file(
                GLOBAL + "ec2-describe-regions.json",
                REGIONS.stream()
                        .map(region -> "{'RegionName': '" + region + "', 'OptInStatus': 'opt-in-not-required'}")
                        .collect(Collectors.joining(", ", "{'Regions': [", "]}")),
                ago);
    }

    private static String report(String columns) {
        return "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,"
                + "mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,"
                + "access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,"
                + "access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,"
                + "cert_1_last_rotated,cert_2_active,cert_2_last_rotated\n"
                + "bob," + IAM + "user/bob," + LONG_AGO + ",false,N/A,N/A,N/A," + columns + "\n";
    }

    private static Assessment of(String id) {
        return Organization.DELETIONS
                .answers(Organization.identities(), List.of(id), Deletions.DEFAULT_MAX_AGE)
                .get(0)
                .assessment();
    }

    private static Verdict verdict(String id) {
        return of(id).verdict();
    }

    private static Impact impact(String id) {
        return of(id).impact();
    }

    private void everywhere(String path, String text, Duration ago) throws IOException {
        for (var region : REGIONS) {
            file("111122223333/" + region + "/" + path, text, ago);
        }
    }

    private void noClusters() throws IOException {
        regions(Duration.ofHours(1));
        everywhere(
                "cloudcontrol-list-resources/AWS%3A%3AMemoryDB%3A%3ACluster.json",
                "{'TypeName': 'AWS::MemoryDB::Cluster', 'ResourceDescriptions': []}", Duration.ofHours(1));
    }

    /** A policy that is attached to nothing, as details and lists of policies have it. */
    private static String policy(String defaultVersion, String updated, String versions) {
        return ("{'PolicyName': 'read', 'PolicyId': 'ANPAEXAMPLE', 'Arn': '%spolicy/read', 'Path': '/', 'DefaultVersionId': '%s',"
                        + " 'AttachmentCount': 0, 'PermissionsBoundaryUsageCount': 0, 'IsAttachable': true, 'CreateDate': '%s',"
                        + " 'UpdateDate': '%s'%s}")
                .formatted(IAM, defaultVersion, LONG_AGO, updated, versions);
    }

    private static String onlyVersion(String id, String created) {
        return ", 'PolicyVersionList': [{'Document': {}, 'VersionId': '%s', 'IsDefaultVersion': true, 'CreateDate': '%s'}]"
                .formatted(id, created);
    }

    private static String profile(String roles) {
        return ("{'InstanceProfileName': 'web', 'InstanceProfileId': 'AIPAEXAMPLE', 'Path': '/',"
                        + " 'Arn': '%sinstance-profile/web', 'CreateDate': '%s', 'Roles': [%s]}")
                .formatted(IAM, LONG_AGO, roles);
    }

    private void groupItems(String... statesAndTimes) throws IOException {
        var arn = "arn:aws:autoscaling:eu-central-1:111122223333:autoScalingGroup:1:autoScalingGroupName/web";
        var items = new ArrayList<String>();
        for (int i = 0; i < statesAndTimes.length; i += 2) {
            items.add(
                    ("{'configurationItemVersion': '1.3', 'configurationItemStatus': '%s', 'accountId': '111122223333',"
                                    + " 'configurationItemCaptureTime': '%s', 'awsRegion': 'eu-central-1', 'resourceName': 'web',"
                                    + " 'resourceType': 'AWS::AutoScaling::AutoScalingGroup', 'resourceId': '%3$s', 'arn': '%3$s',"
                                    + " 'configuration': {'autoScalingGroupName': 'web', 'serviceLinkedRoleARN': '%4$s'}}")
                            .formatted(
                                    statesAndTimes[i],
                                    statesAndTimes[i + 1],
                                    arn,
                                    serviceLinkedArn("autoscaling.amazonaws.com", "AWSServiceRoleForAutoScaling")));
        }
        file(
                "111122223333/eu-central-1/configservice-get-resource-config-history.json",
                "{'configurationItems': [" + String.join(", ", items) + "]}");
    }

    @Test
    void a_Region_in_which_a_role_was_used_counts() throws IOException {
        var role = serviceLinkedArn(MEMORYDB, FOR_MEMORYDB);
        var used = "{'LastUsedDate': '" + ago(Duration.ofDays(100)) + "', 'Region': '%s'}";
        file(DETAILS, details("", "", serviceLinked(MEMORYDB, FOR_MEMORYDB, used.formatted("eu-west-1")), ""));
        noClusters();
        imported();
        assertThat(verdict(role)).isEqualTo(Verdict.CLEAR);

        file(DETAILS, details("", "", serviceLinked(MEMORYDB, FOR_MEMORYDB, used.formatted("me-south-1")), ""));
        imported();
        assertThat(verdict(role)).isEqualTo(Verdict.UNPROVEN);
        assertThat(of(role).gaps()).extracting(Gap::region).contains(Optional.of("me-south-1"));
    }

    @Test
    void a_Region_in_which_an_access_key_was_used_counts() throws IOException {
        var role = serviceLinkedArn(MEMORYDB, FOR_MEMORYDB);
        var used = "{'UserName': 'bob', 'AccessKeyLastUsed': {'LastUsedDate': '" + ago(Duration.ofHours(3))
                + "', 'ServiceName': '%s', 'Region': '%s'}}";
        file(DETAILS, details(BOB, "", serviceLinked(MEMORYDB, FOR_MEMORYDB, "{}"), ""));
        noClusters();
        file(GLOBAL + "iam-get-access-key-last-used/AKIAEXAMPLE.json", used.formatted("N/A", "N/A"));
        imported();
        assertThat(verdict(role)).isEqualTo(Verdict.CLEAR);

        file(
                GLOBAL + "iam-get-access-key-last-used/AKIAEXAMPLE.json",
                used.formatted("memorydb", "me-south-1"),
                Duration.ofMinutes(30));
        imported();
        assertThat(verdict(role)).isEqualTo(Verdict.UNPROVEN);
    }

    @Test
    void a_policy_has_its_default_version_whatever_the_list_of_versions_has() throws IOException {
        file(DETAILS, details("", "", "", policy("v3", LONG_AGO, ", 'PolicyVersionList': []")));
        imported();

        assertThat(verdict(IAM + "policy/read")).isEqualTo(Verdict.UNPROVEN);
    }

    @Test
    void a_policy_was_updated_minutes_after_its_versions_were_listed() throws IOException {
        file(DETAILS, details("", "", "", policy("v1", LONG_AGO, onlyVersion("v1", LONG_AGO))), Duration.ofHours(2));
        file(
                GLOBAL + "iam-list-policies.json",
                "{'Policies': [" + policy("v1", ago(Duration.ofMinutes(117)), "") + "]}");
        imported();

        assertThat(verdict(IAM + "policy/read")).isEqualTo(Verdict.UNPROVEN);
    }

    @Test
    void a_clock_that_is_late_makes_no_version_of_a_listed_policy_unseen() throws IOException {
        var updated = ago(Duration.ofMinutes(57));
        file(DETAILS, details("", "", "", policy("v2", updated, onlyVersion("v2", updated))));
        imported();

        assertThat(verdict(IAM + "policy/read")).isEqualTo(Verdict.CLEAR);
    }

    @Test
    void a_policy_that_was_rolled_back_has_no_version_that_was_not_seen() throws IOException {
        var rolledBack = policy("v1", ago(Duration.ofDays(10)), onlyVersion("v1", LONG_AGO));
        file(DETAILS, details("", "", "", rolledBack));
        imported();

        assertThat(verdict(IAM + "policy/read")).isEqualTo(Verdict.CLEAR);
    }

    @Test
    void the_last_of_two_items_of_a_minute_counts() throws IOException {
        var role = serviceLinkedArn("autoscaling.amazonaws.com", "AWSServiceRoleForAutoScaling");
        file(
                DETAILS,
                details("", "", serviceLinked("autoscaling.amazonaws.com", "AWSServiceRoleForAutoScaling", "{}"), ""),
                Duration.ofHours(5));
        regions(Duration.ofHours(5));
        everywhere("autoscaling-describe-auto-scaling-groups.json", "{'AutoScalingGroups': []}", Duration.ofHours(5));
        var minute = NOW.minus(Duration.ofHours(2))
                .truncatedTo(ChronoUnit.MINUTES)
                .toString()
                .substring(0, 17);
        groupItems("ResourceDiscovered", minute + "41.000Z", "ResourceDeleted", minute + "00.000Z");
        imported();

        assertThat(verdict(role)).isEqualTo(Verdict.BLOCKED);
    }

    @Test
    void a_role_that_cannot_be_read_is_carried_all_the_same() throws IOException {
        var role = "{'RoleName': 'web', 'RoleId': 'AROAWEB', 'Path': '/', 'CreateDate': '" + LONG_AGO
                + "', 'InstanceProfileList': ["
                + profile("{'RoleName': 'web', 'Arn': '" + IAM + "role/web'}")
                + "], 'RolePolicyList': [], 'AttachedManagedPolicies': [], 'RoleLastUsed': {}, 'AssumeRolePolicyDocument': {}}";
        file(DETAILS, details("", "", role, ""));
        file(
                GLOBAL + "iam-list-instance-profiles.json",
                "{'InstanceProfiles': [" + profile("") + "]}",
                Duration.ofHours(2));
        imported();

        assertThat(verdict(IAM + "instance-profile/web")).isEqualTo(Verdict.BLOCKED);
    }

    @Test
    void what_looks_like_the_ending_of_a_file_may_be_the_end_of_a_name() throws IOException {
        file(DETAILS, details(BOB + ", " + BOB.replace("bob", "bob.csv").replace("AIDABOB", "AIDACSV"), "", "", ""));
        file(GLOBAL + "iam-list-access-keys/bob.csv", "{'AccessKeyMetadata': []}");
        imported();

        assertThat(of(IAM + "user/bob").gaps()).extracting(Gap::evidence).contains("access-keys");
        assertThat(of(IAM + "user/bob.csv").gaps()).extracting(Gap::evidence).doesNotContain("access-keys");
    }

    @Test
    void an_inactive_key_or_certificate_may_have_been_activated_since() throws IOException {
        file(DETAILS, details(BOB, "", "", ""), Duration.ofHours(9));
        var keys = "{'AccessKeyMetadata': [{'UserName': 'bob', 'AccessKeyId': 'AKIAEXAMPLE', 'Status': 'Inactive',"
                + " 'CreateDate': '" + LONG_AGO + "'}]}";
        var certificates =
                "{'Certificates': [{'UserName': 'bob', 'CertificateId': 'CERTEXAMPLE', 'CertificateBody': 'x',"
                        + " 'Status': 'Inactive', 'UploadDate': '" + LONG_AGO + "'}]}";
        file(GLOBAL + "iam-list-access-keys/bob.json", keys, Duration.ofHours(9));
        file(GLOBAL + "iam-list-signing-certificates/bob.json", certificates, Duration.ofHours(9));
        var columns = "false,%1$s," + LONG_AGO + ",N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,%1$s," + LONG_AGO + ",false,N/A";
        file(GLOBAL + "iam-get-credential-report.csv", report(columns.formatted("false")), Duration.ofHours(4));
        imported();
        assertThat(impact(IAM + "user/bob/access-key/AKIAEXAMPLE")).isEqualTo(Impact.NONE_SEEN);
        assertThat(impact(IAM + "user/bob/signing-certificate/CERTEXAMPLE")).isEqualTo(Impact.NONE_SEEN);

        file(GLOBAL + "iam-get-credential-report.csv", report(columns.formatted("true")));
        imported();
        assertThat(impact(IAM + "user/bob/access-key/AKIAEXAMPLE")).isEqualTo(Impact.UNKNOWN);
        assertThat(impact(IAM + "user/bob/signing-certificate/CERTEXAMPLE")).isEqualTo(Impact.UNKNOWN);
        assertThat(of(IAM + "user/bob/signing-certificate/CERTEXAMPLE").gaps())
                .extracting(Gap::evidence)
                .containsExactly("signing-certificates");

        file(GLOBAL + "iam-list-access-keys/bob.json", keys, Duration.ofMinutes(30));
        imported();
        assertThat(impact(IAM + "user/bob/access-key/AKIAEXAMPLE")).isEqualTo(Impact.NONE_SEEN);
    }
}

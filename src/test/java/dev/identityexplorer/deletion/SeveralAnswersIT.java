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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports one after the other, in an order that nobody foresaw, of accounts that have to do with each other. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // what is judged, not what the engine answers
class SeveralAnswersIT {

    private static final String MINE = "111122223333";
    private static final String OTHER = "444455556666";
    private static final String DETAILS = "global/iam-get-account-authorization-details.json";
    private static final String LISTENERS =
            "{'LoadBalancerDescriptions': [{'LoadBalancerName': 'web', 'ListenerDescriptions': [{'Listener': {'Protocol': 'HTTPS',"
                    + " 'LoadBalancerPort': 443, 'SSLCertificateId': 'arn:aws:iam::111122223333:server-certificate/shop'}}]}]}";
    private static final Instant NOW = Instant.now();

    @TempDir
    private Path folder;

    private int imports;

    @BeforeEach
    void empty() {
        TestDatabase.reset();
    }

    private record File(String path, String text, Duration ago) {}

    private static File file(String path, String text, Duration ago) {
        return new File(path, text.replace('\'', '"'), ago);
    }

    private static File file(String path, String text) {
        return file(path, text, Duration.ofMinutes(10));
    }

    /** Imports files alone, as a folder of their own. */
    private void importing(File... files) throws IOException {
        var here = folder.resolve("import-" + imports++);
        for (var file : files) {
            var path = here.resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.text());
            Files.setLastModifiedTime(path, FileTime.from(NOW.minus(file.ago())));
        }
        ImportRun.of(TestDatabase.engine(), here);
    }

    private static String details(String users, String roles, String policies) {
        return "{'UserDetailList': [%s], 'GroupDetailList': [], 'RoleDetailList': [%s], 'Policies': [%s]}"
                .formatted(users, roles, policies);
    }

    private static String user(String account, String name) {
        return ("{'Arn': 'arn:aws:iam::%s:user/%s', 'UserName': '%s', 'UserId': 'AIDA%s', 'Path': '/', 'GroupList': [],"
                        + " 'CreateDate': '2020-01-01T00:00:00Z', 'AttachedManagedPolicies': []}")
                .formatted(account, name, name, name.toUpperCase(java.util.Locale.ROOT) + "EXAMPLE");
    }

    private static String role(String account, String path, String name, String trust) {
        return ("{'Arn': 'arn:aws:iam::%s:role%s%s', 'RoleName': '%s', 'RoleId': 'AROA%s', 'Path': '%s',"
                        + " 'CreateDate': '2020-01-01T00:00:00Z', 'InstanceProfileList': [], 'RolePolicyList': [],"
                        + " 'AttachedManagedPolicies': [], 'RoleLastUsed': {}, 'AssumeRolePolicyDocument': {'Statement': [%s]}}")
                .formatted(account, path, name, name, name.toUpperCase(java.util.Locale.ROOT) + "EXAMPLE", path, trust);
    }

    private static String serviceLinked(String account, String principal, String name) {
        return role(
                account, "/aws-service-role/" + principal + "/", name, trust("{'Service': '" + principal + "'}", ""));
    }

    private static String trust(String principal, String more) {
        return "{'Effect': 'Allow', 'Action': 'sts:AssumeRole', 'Principal': " + principal + more + "}";
    }

    private static Assessment of(String id) {
        return Organization.answers(id).get(0).assessment();
    }

    private static Verdict verdict(String id) {
        return of(id).verdict();
    }

    private static String serviceLinkedArn(String principal, String name) {
        return "arn:aws:iam::111122223333:role/aws-service-role/" + principal + "/" + name;
    }

    /** Files that show that nothing keeps a service-linked role in use, without those of one Region. */
    private List<File> nothingKeeps(String principal, String name, Duration ago) throws IOException {
        var bundle = new Bundle(folder.resolve("nothing")).regions();
        Organization.CATALOGUE
                .typeOf(principal, name)
                .orElseThrow()
                .blockedBy()
                .forEach(keeper -> bundle.nothingOf(keeper.resourceType(), ""));
        var files = new ArrayList<File>();
        try (var paths = Files.walk(bundle.folder())) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                files.add(new File(bundle.folder().relativize(path).toString(), Files.readString(path), ago));
            }
        }
        return files;
    }

    @Test
    void what_the_tagging_api_calls_otherwise_still_keeps_the_role_in_use() throws IOException {
        var role = serviceLinkedArn("storagegateway.amazonaws.com", "AWSServiceRoleForStorageGateway");
        var gateway = "arn:aws:storagegateway:us-east-1:111122223333:gateway/sgw-12A3456B";
        var list = file(
                MINE + "/us-east-1/storagegateway-list-gateways.json",
                "{'Gateways': [{'GatewayId': 'sgw-12A3456B', 'GatewayARN': '" + gateway + "'}]}");
        var tags = file(
                MINE + "/us-east-1/resourcegroupstaggingapi-get-resources.json",
                "{'ResourceTagMappingList': [{'ResourceARN': '" + gateway + "', 'Tags': []}]}");
        var roles = file(
                MINE + "/" + DETAILS,
                details(
                        "",
                        serviceLinked(MINE, "storagegateway.amazonaws.com", "AWSServiceRoleForStorageGateway"),
                        ""));
        importing(roles, list, tags);
        assertThat(verdict(role)).isEqualTo(Verdict.BLOCKED);

        TestDatabase.reset();
        importing(roles, list);
        importing(tags);
        assertThat(verdict(role)).isEqualTo(Verdict.BLOCKED);
    }

    @Test
    void one_backup_that_two_services_list_keeps_the_roles_of_both_in_use() throws IOException {
        var backup = "arn:aws:fsx:us-east-1:111122223333:backup/backup-0123456789abcdef0";
        importing(
                file(
                        MINE + "/" + DETAILS,
                        details(
                                "",
                                serviceLinked(MINE, "fsx.amazonaws.com", "AWSServiceRoleForAmazonFSx") + ", "
                                        + serviceLinked(MINE, "backup.amazonaws.com", "AWSServiceRoleForBackup"),
                                "")),
                file(
                        MINE + "/us-east-1/fsx-describe-backups.json",
                        "{'Backups': [{'BackupId': 'backup-0123456789abcdef0', 'ResourceARN': '" + backup + "'}]}"),
                file(
                        MINE + "/us-east-1/backup-list-recovery-points-by-backup-vault/Default.json",
                        "{'RecoveryPoints': [{'RecoveryPointArn': '" + backup + "', 'BackupVaultName': 'Default'}]}"));
        assertThat(verdict(serviceLinkedArn("fsx.amazonaws.com", "AWSServiceRoleForAmazonFSx")))
                .isEqualTo(Verdict.BLOCKED);
        assertThat(verdict(serviceLinkedArn("backup.amazonaws.com", "AWSServiceRoleForBackup")))
                .isEqualTo(Verdict.BLOCKED);
    }

    @Test
    void what_two_accounts_list_is_the_ones_who_own_it() throws IOException {
        var network = "{'TypeName': 'AWS::VpcLattice::ServiceNetwork', 'ResourceDescriptions': [{'Identifier':"
                + " 'arn:aws:vpc-lattice:us-east-1:111122223333:servicenetwork/sn-0123456789abcdef0'}]}";
        var list = "/us-east-1/cloudcontrol-list-resources/AWS%3A%3AVpcLattice%3A%3AServiceNetwork.json";
        for (var account : List.of(MINE, OTHER)) {
            importing(
                    file(
                            account + "/" + DETAILS,
                            details(
                                    "",
                                    serviceLinked(account, "vpc-lattice.amazonaws.com", "AWSServiceRoleForVpcLattice"),
                                    "")),
                    file(account + list, network));
        }
        var mine = serviceLinkedArn("vpc-lattice.amazonaws.com", "AWSServiceRoleForVpcLattice");
        assertThat(verdict(mine)).isEqualTo(Verdict.BLOCKED);
        assertThat(verdict(mine.replace(MINE, OTHER))).isEqualTo(Verdict.UNPROVEN);
    }

    @Test
    void a_certificate_that_is_listed_after_its_load_balancer_is_in_use() throws IOException {
        importing(file(MINE + "/us-east-1/elb-describe-load-balancers.json", LISTENERS));
        importing(file(
                MINE + "/global/iam-list-server-certificates.json",
                "{'ServerCertificateMetadataList': [{'Path': '/', 'ServerCertificateName': 'shop', 'ServerCertificateId':"
                        + " 'ASCASHOPEXAMPLE', 'Arn': 'arn:aws:iam::111122223333:server-certificate/shop'}]}"));
        assertThat(verdict("arn:aws:iam::111122223333:server-certificate/shop")).isEqualTo(Verdict.BLOCKED);
    }

    @Test
    void a_cluster_that_came_since_may_hold_what_nobody_asked_for() throws IOException {
        var principal = "eks-nodegroup.amazonaws.com";
        var name = "AWSServiceRoleForAmazonEKSNodegroup";
        var files = nothingKeeps(principal, name, Duration.ofHours(2));
        files.add(file(MINE + "/" + DETAILS, details("", serviceLinked(MINE, principal, name), "")));
        importing(files.toArray(File[]::new));
        assertThat(verdict(serviceLinkedArn(principal, name))).isEqualTo(Verdict.CLEAR);

        importing(file(MINE + "/us-east-1/eks-list-clusters.json", "{'clusters': ['prod']}"));
        assertThat(verdict(serviceLinkedArn(principal, name))).isEqualTo(Verdict.UNPROVEN);
    }

    @Test
    void lists_that_are_older_than_the_role_cannot_show_what_uses_it() throws IOException {
        var principal = "autoscaling.amazonaws.com";
        var name = "AWSServiceRoleForAutoScaling";
        var role = serviceLinked(MINE, principal, name);
        for (boolean younger : new boolean[] {false, true}) {
            TestDatabase.reset();
            var files = nothingKeeps(principal, name, Duration.ofDays(3));
            var made = NOW.minus(Duration.ofDays(younger ? 1 : 30)).toString();
            files.add(file(MINE + "/" + DETAILS, details("", role.replace("2020-01-01T00:00:00Z", made), "")));
            importing(files.toArray(File[]::new));
            assertThat(verdict(serviceLinkedArn(principal, name)))
                    .isEqualTo(younger ? Verdict.UNPROVEN : Verdict.CLEAR);
        }
    }

    @Test
    void a_region_in_which_something_was_seen_counts_whatever_the_list_of_regions_says() throws IOException {
        var principal = "autoscaling.amazonaws.com";
        var name = "AWSServiceRoleForAutoScaling";
        var files = nothingKeeps(principal, name, Duration.ofHours(2));
        files.add(file(MINE + "/" + DETAILS, details("", serviceLinked(MINE, principal, name), "")));
        importing(files.toArray(File[]::new));
        assertThat(verdict(serviceLinkedArn(principal, name))).isEqualTo(Verdict.CLEAR);

        importing(
                file(
                        MINE + "/me-south-1/ec2-describe-instances.json",
                        "{'Reservations': [{'Instances': [{'InstanceId': 'i-0123456789abcdef0', 'State': {'Name': 'running'}}]}]}"));
        assertThat(verdict(serviceLinkedArn(principal, name))).isEqualTo(Verdict.UNPROVEN);
    }

    @Test
    void what_an_older_answer_says_does_not_replace_what_a_newer_one_said() throws IOException {
        var trail = "arn:aws:cloudtrail:us-east-1:111122223333:trail/audit";
        importing(
                file(
                        MINE + "/" + DETAILS,
                        details(
                                "",
                                serviceLinked(MINE, "cloudtrail.amazonaws.com", "AWSServiceRoleForCloudTrail"),
                                "")),
                file(
                        MINE + "/us-east-1/cloudtrail-describe-trails.json",
                        "{'trailList': [{'Name': 'audit', 'TrailARN': '" + trail
                                + "', 'IsOrganizationTrail': true}]}"));
        importing(file(
                MINE + "/us-east-1/config-snapshot.json",
                "{'fileVersion': '1.0', 'configSnapshotId': '1', 'configurationItems': [{'configurationItemCaptureTime':"
                        + " '" + NOW.minus(Duration.ofDays(5)) + "', 'configurationItemStatus': 'OK', 'resourceType':"
                        + " 'AWS::CloudTrail::Trail', 'resourceId': 'audit', 'ARN': '" + trail
                        + "', 'awsRegion': 'us-east-1',"
                        + " 'awsAccountId': '111122223333', 'configuration': {'trailARN': '" + trail
                        + "', 'IsOrganizationTrail': false}}]}",
                Duration.ofDays(5)));
        assertThat(verdict(serviceLinkedArn("cloudtrail.amazonaws.com", "AWSServiceRoleForCloudTrail")))
                .isEqualTo(Verdict.BLOCKED);
    }

    @Test
    void a_list_of_policies_adds_counts_to_an_export_and_takes_nothing_away() throws IOException {
        var policy =
                "{'Arn': 'arn:aws:iam::111122223333:policy/read', 'PolicyName': 'read', 'PolicyId': 'ANPAREAD', 'Path': '/',"
                        + " 'CreateDate': '2020-01-01T00:00:00Z', 'UpdateDate': '2020-01-01T00:00:00Z', 'DefaultVersionId': 'v2',"
                        + " 'AttachmentCount': %d, 'PermissionsBoundaryUsageCount': 0%s}";
        var version = ", 'PolicyVersionList': [{'VersionId': 'v2', 'IsDefaultVersion': true, 'Document': {}}]";
        var id = "arn:aws:iam::111122223333:policy/read";
        importing(
                file(MINE + "/" + DETAILS, details("", "", policy.formatted(0, ""))),
                file(MINE + "/global/iam-list-policies.json", "{'Policies': [" + policy.formatted(0, "") + "]}"));
        assertThat(verdict(id)).as("no versions were seen").isEqualTo(Verdict.UNPROVEN);

        TestDatabase.reset();
        importing(file(MINE + "/" + DETAILS, details("", "", policy.formatted(1, version))));
        importing(file(
                MINE + "/global/iam-list-policies.json",
                "{'Policies': [" + policy.formatted(0, "") + "]}",
                Duration.ofDays(3)));
        assertThat(verdict(id)).as("AWS counts an attachment").isEqualTo(Verdict.UNPROVEN);
    }

    @Test
    void files_of_another_account_s_folder_prove_nothing_of_this_one() throws IOException {
        var principal = "autoscaling.amazonaws.com";
        var name = "AWSServiceRoleForAutoScaling";
        var files = new ArrayList<File>();
        for (var file : nothingKeeps(principal, name, Duration.ofHours(2))) {
            var path = file.path().replace(MINE, "prod");
            if (!path.contains("/eu-west-1/")) {
                files.add(new File(path, file.text(), file.ago()));
            } else {
                files.add(new File(path.replace("prod", "sandbox"), file.text(), file.ago()));
            }
        }
        files.add(file("prod/" + DETAILS, details("", serviceLinked(MINE, principal, name), "")));
        importing(files.toArray(File[]::new));
        assertThat(verdict(serviceLinkedArn(principal, name))).isEqualTo(Verdict.UNPROVEN);

        TestDatabase.reset();
        files.clear();
        files.addAll(nothingKeeps(principal, name, Duration.ofHours(2)));
        files.add(file(MINE + "/" + DETAILS, details("", serviceLinked(MINE, principal, name), "")));
        files.add(file(
                MINE + "/global/sts-get-caller-identity.json",
                "{'UserId': 'AIDAX', 'Account': '444455556666', 'Arn': 'arn:aws:iam::444455556666:user/me'}"));
        importing(files.toArray(File[]::new));
        assertThat(verdict(serviceLinkedArn(principal, name)))
                .as("the credentials were another account's")
                .isEqualTo(Verdict.UNPROVEN);
    }

    @Test
    void files_without_an_arn_are_of_the_partition_in_which_the_account_is() throws IOException {
        var chinese = details(user(MINE, "bob"), "", "").replace("arn:aws:", "arn:aws-cn:");
        importing(file(MINE + "/" + DETAILS, chinese));
        importing(file(
                MINE + "/global/iam-list-access-keys/bob.json",
                "{'AccessKeyMetadata': [{'UserName': 'bob', 'AccessKeyId': 'AKIAEXAMPLE', 'Status': 'Active'}]}"));
        assertThat(verdict("arn:aws-cn:iam::111122223333:user/bob")).isEqualTo(Verdict.BLOCKED);
        assertThat(TestDatabase.query("MATCH (a:Account {accountId: '111122223333'}) RETURN a"))
                .hasSize(1);

        TestDatabase.reset();
        importing(file(
                MINE + "/us-gov-west-1/elb-describe-load-balancers.json",
                "{'LoadBalancerDescriptions': [{'LoadBalancerName': 'web'}]}"));
        assertThat(TestDatabase.query("MATCH (a:Account {id: 'arn:aws-us-gov:iam::111122223333:root'}) RETURN a"))
                .hasSize(1);
    }

    @Test
    void what_another_account_runs_with_an_identity_breaks_in_whatever_order_they_are_imported() throws IOException {
        var identities = file(
                MINE + "/" + DETAILS,
                details(user(MINE, "ann"), role(MINE, "/", "deploy", trust("{'AWS': '444455556666'}", "")), ""));
        var uses = new File[] {
            file(OTHER + "/" + DETAILS, details("", "", "")),
            file(
                    OTHER + "/us-east-1/codepipeline-get-pipeline/shop.json",
                    "{'pipeline': {'name': 'shop', 'roleArn': 'arn:aws:iam::111122223333:role/deploy'}, 'metadata':"
                            + " {'pipelineArn': 'arn:aws:codepipeline:us-east-1:444455556666:shop'}}"),
            file(
                    OTHER + "/us-east-1/s3api-get-bucket-policy/logs.json",
                    "{'Policy': '{\\'Statement\\': [{\\'Effect\\': \\'Allow\\', \\'Principal\\': {\\'AWS\\':"
                            + " \\'arn:aws:iam::111122223333:user/ann\\'}}]}'}")
        };
        for (boolean first : new boolean[] {true, false}) {
            TestDatabase.reset();
            if (first) {
                importing(uses);
            }
            importing(identities);
            importing(uses);
            assertThat(of("arn:aws:iam::111122223333:role/deploy").impact()).isEqualTo(Impact.BREAKS);
            assertThat(of("arn:aws:iam::111122223333:user/ann").impact()).isEqualTo(Impact.BREAKS);
        }
    }

    @Test
    void policies_name_users_and_roles_by_unique_id_or_session_whichever_comes_first() throws IOException {
        var identities = file(
                MINE + "/" + DETAILS,
                details(user(MINE, "ann"), role(MINE, "/ci/", "deployer", trust("{'AWS': '444455556666'}", "")), ""));
        var sessions = file(
                MINE + "/us-east-1/s3api-get-bucket-policy/builds.json",
                "{'Policy': '{\\'Statement\\': [{\\'Effect\\': \\'Allow\\', \\'Principal\\': {\\'AWS\\':"
                        + " \\'arn:aws:sts::111122223333:assumed-role/deployer/ci\\'}}]}'}");
        var ids = file(
                MINE + "/us-east-1/s3api-get-bucket-policy/logs.json",
                "{'Policy': '{\\'Statement\\': [{\\'Effect\\': \\'Deny\\', \\'Principal\\': \\'*\\', \\'Condition\\':"
                        + " {\\'StringNotLike\\': {\\'aws:userId\\': [\\'AIDAANNEXAMPLE\\', \\'AROADEPLOYEREXAMPLE:*\\']}}}]}'}");
        for (var order : List.of(List.of(identities, ids), List.of(ids, identities), List.of(sessions, identities))) {
            TestDatabase.reset();
            for (var file : order) {
                importing(file);
            }
            assertThat(of("arn:aws:iam::111122223333:role/ci/deployer").impact())
                    .isEqualTo(Impact.BREAKS);
            if (order.contains(ids)) {
                assertThat(of("arn:aws:iam::111122223333:user/ann").impact()).isEqualTo(Impact.BREAKS);
            }
        }
    }

    @Test
    void whom_a_trust_policy_spares_from_what_it_denies_breaks_with_it() throws IOException {
        var root = trust("{'AWS': 'arn:aws:iam::111122223333:root'}", "");
        var deny = ", {'Effect': 'Deny', 'Action': 'sts:AssumeRole', ";
        importing(file(
                MINE + "/" + DETAILS,
                details(
                        "",
                        String.join(
                                ", ",
                                role(MINE, "/", "one", root),
                                role(MINE, "/", "two", root),
                                role(MINE, "/", "three", root),
                                role(
                                        MINE,
                                        "/",
                                        "vault1",
                                        root + deny
                                                + "'Principal': '*', 'Condition': {'ArnNotEquals': {'aws:PrincipalArn':"
                                                + " 'arn:aws:iam::111122223333:role/one'}}}"),
                                role(
                                        MINE,
                                        "/",
                                        "vault2",
                                        root + deny + "'NotPrincipal': {'AWS': 'arn:aws:iam::111122223333:role/two'}}"),
                                role(
                                        MINE,
                                        "/",
                                        "vault3",
                                        trust(
                                                "{'AWS': '*'}",
                                                ", 'Condition': {'StringLike': {'aws:userId': 'AROATHREEEXAMPLE:*'}}"))),
                        "")));
        for (var role : List.of("one", "two", "three")) {
            assertThat(of("arn:aws:iam::111122223333:role/" + role).impact())
                    .as(role)
                    .isEqualTo(Impact.BREAKS);
        }
    }

    @Test
    void a_policy_that_another_one_asks_for_as_a_boundary_is_needed() throws IOException {
        var policy =
                "{'PolicyName': '%1$s', 'PolicyId': 'ANPA%1$s', 'Arn': 'arn:aws:iam::111122223333:policy/%1$s', 'Path': '/',"
                        + " 'DefaultVersionId': 'v1', 'AttachmentCount': 0, 'PermissionsBoundaryUsageCount': 0, 'IsAttachable': true,"
                        + " 'CreateDate': '2020-01-01T00:00:00Z', 'UpdateDate': '2020-01-01T00:00:00Z', 'PolicyVersionList': [{'VersionId':"
                        + " 'v1', 'IsDefaultVersion': true, 'CreateDate': '2020-01-01T00:00:00Z', 'Document': {'Statement': [%2$s]}}]}";
        var asks = "{'Effect': 'Allow', 'Action': 'iam:CreateRole', 'Resource': '*', 'Condition': {'StringEquals':"
                + " {'iam:permissionsBoundary': 'arn:aws:iam::111122223333:policy/developers'}}}";
        importing(file(
                MINE + "/" + DETAILS,
                details(
                        user(MINE, "ann"),
                        role(MINE, "/", "app", trust("{'Service': 'ec2.amazonaws.com'}", "")),
                        policy.formatted("developers", "") + ", " + policy.formatted("other", "") + ", "
                                + policy.formatted("delegate", asks))));

        assertThat(of("arn:aws:iam::111122223333:policy/developers").impact()).isEqualTo(Impact.BREAKS);
        assertThat(of("arn:aws:iam::111122223333:policy/other").impact()).isNotEqualTo(Impact.BREAKS);
        assertThat(of("arn:aws:iam::111122223333:policy/delegate").impact()).isNotEqualTo(Impact.BREAKS);
    }
}

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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers of different times of one account, between which something was made, renamed or assigned. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // what is judged, not what the engine answers
class ChangedSinceIT {

    private static final String IAM = "arn:aws:iam::111122223333:";
    private static final String GLOBAL = "111122223333/global/";
    private static final String REGION = "111122223333/eu-central-1/";
    private static final String DETAILS = GLOBAL + "iam-get-account-authorization-details.json";
    private static final String CLUSTERS = "cloudcontrol-list-resources/AWS%3A%3AMemoryDB%3A%3ACluster";
    private static final String LONG_AGO = "2020-01-01T00:00:00Z";
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final List<String> REGIONS = List.of(
            ("ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1 eu-central-1"
                            + " eu-north-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2")
                    .split(" "));
    private static final Map<String, String> LISTS = Map.of(
            "iam-list-access-keys", "AccessKeyMetadata",
            "iam-list-mfa-devices", "MFADevices",
            "iam-list-ssh-public-keys", "SSHPublicKeys",
            "iam-list-signing-certificates", "Certificates",
            "iam-list-service-specific-credentials", "ServiceSpecificCredentials");

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

    /** Answers that bob has nothing, from a folder of an account. */
    private void nothingOfBob(String global, Duration ago) throws IOException {
        for (var list : LISTS.entrySet()) {
            file(global + list.getKey() + "/bob.json", "{'" + list.getValue() + "': []}", ago);
        }
        file(
                global + "iam-get-login-profile/bob.json",
                "\nAn error occurred (NoSuchEntity) when calling the GetLoginProfile operation: Login Profile for User bob cannot"
                        + " be found.\n",
                ago);
    }

    private static String details(String users, String groups, String roles, String policies) {
        return "{'UserDetailList': [%s], 'GroupDetailList': [%s], 'RoleDetailList': [%s], 'Policies': [%s]}"
                .formatted(users, groups, roles, policies);
    }

    private static String bob(String id, String more) {
        return "{'UserName': 'bob', 'UserId': '%s', 'Path': '/', 'Arn': '%suser/bob', 'CreateDate': '%s', 'GroupList': [],"
                        .formatted(id, IAM, LONG_AGO)
                + " 'AttachedManagedPolicies': []" + more + "}";
    }

    private static String group(String name, String created) {
        return ("{'GroupName': '%s', 'GroupId': 'AGPA%sEXAMPLE', 'Path': '/', 'Arn': '%sgroup/%s', 'CreateDate': '%s',"
                        + " 'GroupPolicyList': [], 'AttachedManagedPolicies': []}")
                .formatted(name, name, IAM, name, created);
    }

    private static String serviceLinked(String principal, String name, String created) {
        return ("{'RoleName': '%2$s', 'RoleId': 'AROAEXAMPLE', 'Path': '/aws-service-role/%1$s/',"
                        + " 'Arn': '%3$srole/aws-service-role/%1$s/%2$s', 'CreateDate': '%4$s', 'InstanceProfileList': [],"
                        + " 'RolePolicyList': [], 'AttachedManagedPolicies': [], 'RoleLastUsed': {}, 'AssumeRolePolicyDocument':"
                        + " {'Statement': [{'Effect': 'Allow', 'Action': 'sts:AssumeRole', 'Principal': {'Service': '%1$s'}}]}}")
                .formatted(principal, name, IAM, created);
    }

    private static String role(String name, String type, String principal, String used) {
        return ("{'RoleName': '%1$s', 'RoleId': 'AROA%1$s', 'Path': '/', 'Arn': '%2$srole/%1$s', 'CreateDate': '%3$s',"
                        + " 'InstanceProfileList': [], 'RolePolicyList': [], 'AttachedManagedPolicies': [], 'RoleLastUsed': %4$s,"
                        + " 'AssumeRolePolicyDocument': {'Statement': [{'Effect': 'Allow', 'Action': 'sts:AssumeRole',"
                        + " 'Principal': {'%5$s': '%6$s'}}]}}")
                .formatted(name, IAM, LONG_AGO, used, type, principal);
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

    /** The same in each Region but the one that the tests look at. */
    private void elsewhere(String path, String text) throws IOException {
        for (var region : REGIONS) {
            if (!region.equals("eu-central-1")) {
                file("111122223333/" + region + "/" + path, text);
            }
        }
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

    private static List<String> blockers(String id) {
        return Organization.answers(id).get(0).blocks().stream()
                .map(finding -> finding.blocker().rule())
                .toList();
    }

    @Test
    void a_version_that_became_the_default_one_blocks() throws IOException {
        var policy = "{'PolicyName': 'read', 'PolicyId': 'ANPAEXAMPLE', 'Arn': '" + IAM + "policy/read', 'Path': '/',"
                + " 'DefaultVersionId': '%s', 'AttachmentCount': 0, 'PermissionsBoundaryUsageCount': 0, 'IsAttachable': true,"
                + " 'CreateDate': '" + LONG_AGO + "', 'UpdateDate': '%s'%s}";
        var versions =
                ", 'PolicyVersionList': [{'Document': {}, 'VersionId': 'v1', 'IsDefaultVersion': true, 'CreateDate': '%1$s'},"
                                .formatted(LONG_AGO)
                        + " {'Document': {}, 'VersionId': 'v2', 'IsDefaultVersion': false, 'CreateDate': '" + LONG_AGO
                        + "'}]";
        file(DETAILS, details("", "", "", policy.formatted("v1", LONG_AGO, versions)), Duration.ofDays(2));
        file(
                GLOBAL + "iam-list-policies.json",
                "{'Policies': [" + policy.formatted("v2", ago(Duration.ofDays(1)), "") + "]}");
        imported();

        assertThat(verdict(IAM + "policy/read/version/v2")).isEqualTo(Verdict.BLOCKED);
    }

    @Test
    void what_clusters_hold_is_known_as_long_as_the_list_of_clusters_is_new() throws IOException {
        var role = serviceLinkedArn("eks-nodegroup.amazonaws.com", "AWSServiceRoleForAmazonEKSNodegroup");
        file(
                DETAILS,
                details(
                        "",
                        "",
                        serviceLinked("eks-nodegroup.amazonaws.com", "AWSServiceRoleForAmazonEKSNodegroup", LONG_AGO),
                        ""));
        regions(Duration.ofHours(1));
        elsewhere("eks-list-clusters.json", "{'clusters': []}");
        file(REGION + "eks-list-clusters.json", "{'clusters': ['main']}", Duration.ofDays(60));
        file(REGION + "eks-list-nodegroups/main.json", "{'nodegroups': []}");
        imported();

        assertThat(verdict(role)).isEqualTo(Verdict.UNPROVEN);
        assertThat(of(role).gaps())
                .anySatisfy(gap -> assertThat(gap.detail()).contains("as old as the list of AWS::EKS::Cluster"));

        file(REGION + "eks-list-clusters.json", "{'clusters': ['main']}");
        file(REGION + "eks-list-nodegroups/main.json", "{'nodegroups': []}");
        imported();

        assertThat(verdict(role)).isEqualTo(Verdict.CLEAR);
    }

    @Test
    void pages_that_count_from_0_are_all_of_one_answer() throws IOException {
        var role = serviceLinkedArn("memorydb.amazonaws.com", "AWSServiceRoleForMemoryDB");
        file(
                DETAILS,
                details("", "", serviceLinked("memorydb.amazonaws.com", "AWSServiceRoleForMemoryDB", LONG_AGO), ""));
        regions(Duration.ofHours(1));
        elsewhere(CLUSTERS + ".json", "{'TypeName': 'AWS::MemoryDB::Cluster', 'ResourceDescriptions': []}");
        var pages = REGION + CLUSTERS + "/page-";
        var page = "{'TypeName': 'AWS::MemoryDB::Cluster', 'ResourceDescriptions': [%s]}";
        file(
                pages + "0.json",
                page.formatted("{'Identifier': 'cache', 'Properties': '{}'}"),
                Duration.ofHours(1).plusSeconds(5));
        file(pages + "1.json", page.formatted(""));
        imported();

        assertThat(verdict(role)).isEqualTo(Verdict.BLOCKED);
    }

    @Test
    void a_group_is_newer_than_the_list_of_users_that_could_be_in_it() throws IOException {
        file(
                "gaad-monday.json",
                details(bob("AIDABOBEXAMPLE", ""), group("devs", LONG_AGO), "", ""),
                Duration.ofDays(3));
        file(
                "gaad-groups-today.json",
                details("", group("devs", LONG_AGO) + ", " + group("ops", ago(Duration.ofDays(2))), "", ""));
        imported();

        assertThat(verdict(IAM + "group/devs")).isEqualTo(Verdict.CLEAR);
        assertThat(verdict(IAM + "group/ops")).isEqualTo(Verdict.UNPROVEN);
        assertThat(of(IAM + "group/ops").impact()).isEqualTo(Impact.UNKNOWN);
    }

    @Test
    void a_password_was_used_after_there_was_none() throws IOException {
        nothingOfBob(GLOBAL, Duration.ofDays(4));
        file(
                DETAILS,
                details(bob("AIDABOBEXAMPLE", ", 'PasswordLastUsed': '" + ago(Duration.ofDays(5)) + "'"), "", "", ""));
        imported();
        assertThat(verdict(IAM + "user/bob")).isEqualTo(Verdict.CLEAR); // it was deleted since

        file(
                DETAILS,
                details(bob("AIDABOBEXAMPLE", ", 'PasswordLastUsed': '" + ago(Duration.ofDays(1)) + "'"), "", "", ""),
                Duration.ofMinutes(30));
        imported();

        assertThat(verdict(IAM + "user/bob")).isEqualTo(Verdict.UNPROVEN);
        assertThat(of(IAM + "user/bob").gaps()).extracting(Gap::evidence).contains("login-profile");
    }

    @Test
    void what_was_listed_before_the_first_export_is_of_the_user_of_that_export() throws IOException {
        nothingOfBob(GLOBAL, Duration.ofDays(5));
        file(
                GLOBAL + "iam-get-credential-report.csv",
                report("false,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A"),
                Duration.ofDays(5));
        imported();
        file(DETAILS, details(bob("AIDABOBEXAMPLE", ""), "", "", ""), Duration.ofDays(4));
        imported();
        assertThat(verdict(IAM + "user/bob")).isEqualTo(Verdict.CLEAR);

        file(DETAILS, details(bob("AIDAEVEEXAMPLE", ""), "", "", ""));
        imported();

        assertThat(verdict(IAM + "user/bob")).isEqualTo(Verdict.UNPROVEN);
    }

    @Test
    void a_device_that_nobody_had_may_be_the_one_that_somebody_has_since() throws IOException {
        file(DETAILS, details(bob("AIDABOBEXAMPLE", ""), "", "", ""));
        file(
                GLOBAL + "iam-list-virtual-mfa-devices.json",
                "{'VirtualMFADevices': [{'SerialNumber': '" + IAM + "mfa/bob'}]}",
                Duration.ofDays(4));
        imported();
        assertThat(verdict(IAM + "mfa/bob")).isEqualTo(Verdict.CLEAR);

        file(
                GLOBAL + "iam-get-credential-report.csv",
                report("true,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A"));
        imported();

        assertThat(verdict(IAM + "mfa/bob")).isEqualTo(Verdict.UNPROVEN);
    }

    @Test
    void lists_in_a_folder_of_their_own_are_of_nobody_else() throws IOException {
        file("gaad-prod.json", details(bob("AIDABOBEXAMPLE", ""), "", "", ""));
        nothingOfBob("dev/global/", Duration.ofHours(1));
        imported();

        assertThat(verdict(IAM + "user/bob")).isEqualTo(Verdict.UNPROVEN);

        file("prod/gaad.json", details(bob("AIDABOBEXAMPLE", ""), "", "", ""));
        nothingOfBob("prod/global/", Duration.ofHours(1));
        imported();

        assertThat(verdict(IAM + "user/bob")).isEqualTo(Verdict.CLEAR);
    }

    @Test
    void a_reserved_role_is_told_by_its_ARN_where_its_record_has_no_path() throws IOException {
        file(
                DETAILS,
                details(
                        "",
                        "",
                        serviceLinked("sso.amazonaws.com", "AWSReservedSSO_Admin_0123456789abcdef", LONG_AGO)
                                .replace("'Path': '/aws-service-role/sso.amazonaws.com/',", "")
                                .replace("role/aws-service-role/", "role/aws-reserved/"),
                        ""));
        imported();

        assertThat(verdict(IAM + "role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_0123456789abcdef"))
                .isEqualTo(Verdict.PROTECTED);
    }

    @Test
    void a_Region_may_have_been_enabled_before_the_role_was_made() throws IOException {
        var role = serviceLinkedArn("memorydb.amazonaws.com", "AWSServiceRoleForMemoryDB");
        file(
                DETAILS,
                details(
                        "",
                        "",
                        serviceLinked("memorydb.amazonaws.com", "AWSServiceRoleForMemoryDB", ago(Duration.ofDays(2))),
                        ""));
        regions(Duration.ofDays(4));
        var none = "{'TypeName': 'AWS::MemoryDB::Cluster', 'ResourceDescriptions': []}";
        elsewhere(CLUSTERS + ".json", none);
        file(REGION + CLUSTERS + ".json", none);
        imported();
        assertThat(verdict(role)).isEqualTo(Verdict.UNPROVEN);

        regions(Duration.ofHours(1));
        imported();
        assertThat(verdict(role)).isEqualTo(Verdict.CLEAR);
    }

    @Test
    void what_was_rotated_after_the_list_is_another_one() throws IOException {
        file(DETAILS, details(bob("AIDABOBEXAMPLE", ""), "", "", ""), Duration.ofHours(6));
        nothingOfBob(GLOBAL, Duration.ofHours(6));
        file(
                GLOBAL + "iam-list-access-keys/bob.json",
                "{'AccessKeyMetadata': [{'UserName': 'bob', 'AccessKeyId': 'AKIAOLDEXAMPLE000001', 'Status': 'Active',"
                        + " 'CreateDate': '" + LONG_AGO + "'}]}",
                Duration.ofHours(6));
        file(
                GLOBAL + "iam-list-signing-certificates/bob.json",
                "{'Certificates': [{'UserName': 'bob', 'CertificateId': 'OLDCERTEXAMPLE', 'CertificateBody': 'x',"
                        + " 'Status': 'Active', 'UploadDate': '" + LONG_AGO + "'}]}",
                Duration.ofHours(6));
        var rotated = ago(Duration.ofHours(4));
        file(
                GLOBAL + "iam-get-credential-report.csv",
                report("false,true," + rotated + ",N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,true," + rotated + ",false,N/A"),
                Duration.ofHours(3));
        imported();

        assertThat(blockers(IAM + "user/bob"))
                .contains("user-access-key-unlisted", "user-signing-certificate-unlisted");
    }

    @Test
    void when_a_password_was_used_stays_known_where_a_newer_export_does_not_tell() throws IOException {
        nothingOfBob(GLOBAL, Duration.ofDays(4));
        file(
                DETAILS,
                details(bob("AIDABOBEXAMPLE", ", 'PasswordLastUsed': '" + ago(Duration.ofDays(1)) + "'"), "", "", ""),
                Duration.ofHours(6));
        imported();
        file(DETAILS, details(bob("AIDABOBEXAMPLE", ""), "", "", ""));
        imported();
        assertThat(verdict(IAM + "user/bob")).isEqualTo(Verdict.UNPROVEN);

        file(DETAILS, details(bob("AIDANEWEXAMPLE", ""), "", "", ""), Duration.ofMinutes(30));
        nothingOfBob(GLOBAL, Duration.ofMinutes(20));
        imported();
        assertThat(verdict(IAM + "user/bob")).isEqualTo(Verdict.CLEAR); // another user of that name
    }

    @Test
    void a_user_was_at_work_after_the_lists_that_show_no_way_in() throws IOException {
        file(DETAILS, details(bob("AIDABOBEXAMPLE", ""), "", "", ""));
        nothingOfBob(GLOBAL, Duration.ofDays(4));
        file(
                GLOBAL + "iam-get-service-last-accessed-details/arn%3Aaws%3Aiam%3A%3A111122223333%3Auser%2Fbob.json",
                "{'JobStatus': 'COMPLETED', 'JobCompletionDate': '%1$s', 'ServicesLastAccessed': [{'ServiceName': 'Amazon S3',"
                                .formatted(ago(Duration.ofHours(2)))
                        + " 'ServiceNamespace': 's3', 'LastAuthenticatedEntity': '" + IAM
                        + "user/bob', 'LastAuthenticated': '"
                        + ago(Duration.ofDays(2)) + "'}]}");
        imported();
        assertThat(verdict(IAM + "user/bob")).isEqualTo(Verdict.UNPROVEN);
        assertThat(of(IAM + "user/bob").gaps()).extracting(Gap::evidence).contains("access-keys", "login-profile");

        nothingOfBob(GLOBAL, Duration.ofHours(1));
        imported();
        assertThat(verdict(IAM + "user/bob")).isEqualTo(Verdict.CLEAR);
    }

    private static List<String> lastUse(String role) {
        return of(IAM + "role/" + role).gaps().stream()
                .map(Gap::detail)
                .filter(detail -> detail.contains("last used"))
                .toList();
    }

    @Test
    void whom_no_list_of_the_account_shows_may_come_once_a_year() throws IOException {
        var used = "{'LastUsedDate': '" + ago(Duration.ofDays(200)) + "', 'Region': 'eu-central-1'}";
        file(
                DETAILS,
                details(
                        "",
                        "",
                        String.join(
                                ", ",
                                role("own", "AWS", IAM + "root", used),
                                role("partner", "AWS", "arn:aws:iam::999988887777:role/partner", used),
                                role("unused", "AWS", "arn:aws:iam::999988887777:root", "{}"),
                                role("tenant", "AWS", "999988887777", used),
                                role("runner", "Federated", IAM + "oidc-provider/ci.example.com", used)),
                        ""));
        imported();

        assertThat(lastUse("own")).isEmpty();
        assertThat(lastUse("unused")).isEmpty();
        assertThat(lastUse("runner")).isNotEmpty();
        assertThat(lastUse("tenant")).isNotEmpty();
        assertThat(lastUse("partner"))
                .singleElement()
                .asString()
                .contains("lets in arn:aws:iam::999988887777:role/partner");
    }

    private static final String BALANCED =
            serviceLinkedArn("elasticloadbalancing.amazonaws.com", "AWSServiceRoleForElasticLoadBalancing");

    private static String balancer(String name) {
        return "arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/" + name + "/50dc6c495c0c9188";
    }

    private void noBalancers(Duration ago) throws IOException {
        file(
                DETAILS,
                details(
                        "",
                        "",
                        serviceLinked(
                                "elasticloadbalancing.amazonaws.com",
                                "AWSServiceRoleForElasticLoadBalancing",
                                LONG_AGO),
                        ""));
        regions(Duration.ofHours(1));
        for (var region : REGIONS) {
            file("111122223333/" + region + "/elbv2-describe-load-balancers.json", "{'LoadBalancers': []}", ago);
            file(
                    "111122223333/" + region + "/elb-describe-load-balancers.json",
                    "{'LoadBalancerDescriptions': []}",
                    ago);
        }
    }

    private void tagged(String name, Duration ago) throws IOException {
        file(
                REGION + "resourcegroupstaggingapi-get-resources.json",
                "{'ResourceTagMappingList': [{'ResourceARN': '" + balancer(name) + "', 'Tags': []}]}",
                ago);
    }

    private void found(String name, Duration ago) throws IOException {
        file(
                REGION + "resource-explorer-2-search.json",
                "{'Resources': [{'Arn': '" + balancer(name)
                        + "', 'OwningAccountId': '111122223333', 'Region': 'eu-central-1',"
                        + " 'ResourceType': 'elasticloadbalancing:loadbalancer/app'}]}",
                ago);
    }

    private static List<String> blocking(String id) {
        return Organization.answers(id).get(0).blocks().stream()
                .map(finding -> finding.blocker().id())
                .toList();
    }

    @Test
    void each_resource_was_seen_when_it_was_shown_whatever_else_was_shown_at_other_times() throws IOException {
        noBalancers(Duration.ofHours(2));
        tagged("new", Duration.ofMinutes(30));
        found("old", Duration.ofHours(3));
        imported();

        assertThat(blocking(BALANCED)).containsExactly(balancer("new"));
    }

    @Test
    void what_an_older_search_shows_comes_to_what_newer_ones_show() throws IOException {
        noBalancers(Duration.ofMinutes(90));
        tagged("gone", Duration.ofHours(2));
        imported();
        assertThat(verdict(BALANCED)).isEqualTo(Verdict.CLEAR);

        tagged("new", Duration.ofMinutes(30));
        found("old", Duration.ofHours(3));
        imported();
        assertThat(blocking(BALANCED)).containsExactly(balancer("new"));

        found("forgotten", Duration.ofMinutes(40));
        imported();
        assertThat(blocking(BALANCED)).containsExactlyInAnyOrder(balancer("new"), balancer("forgotten"));

        found("new", Duration.ofHours(4));
        imported();
        assertThat(blocking(BALANCED)).containsExactlyInAnyOrder(balancer("new"), balancer("forgotten"));
    }

    @Test
    void a_history_of_one_resource_says_nothing_of_others() throws IOException {
        var plain = serviceLinked("autoscaling.amazonaws.com", "AWSServiceRoleForAutoScaling", LONG_AGO);
        var custom = serviceLinked("autoscaling.amazonaws.com", "AWSServiceRoleForAutoScaling_x", LONG_AGO);
        file(DETAILS, details("", "", plain + ", " + custom, ""), Duration.ofHours(5));
        regions(Duration.ofHours(5));
        for (var region : REGIONS) {
            file(
                    "111122223333/" + region + "/autoscaling-describe-auto-scaling-groups.json",
                    "{'AutoScalingGroups': []}",
                    Duration.ofHours(5));
        }
        var history = REGION + "configservice-get-resource-config-history.json";
        file(history, item("web", "AWSServiceRoleForAutoScaling_x"), Duration.ofHours(2));
        imported();
        var role = serviceLinkedArn("autoscaling.amazonaws.com", "AWSServiceRoleForAutoScaling_x");
        assertThat(verdict(role)).isEqualTo(Verdict.BLOCKED);

        file(history, item("other", "AWSServiceRoleForAutoScaling"));
        imported();
        assertThat(verdict(role)).isEqualTo(Verdict.BLOCKED);
    }

    private static String item(String group, String role) {
        var arn = "arn:aws:autoscaling:eu-central-1:111122223333:autoScalingGroup:1:autoScalingGroupName/" + group;
        return "{'configurationItems': [{'accountId': '111122223333', 'awsRegion': 'eu-central-1', 'resourceType':"
                + " 'AWS::AutoScaling::AutoScalingGroup', 'resourceId': '" + arn + "', 'arn': '" + arn
                + "', 'resourceName': '"
                + group + "', 'configurationItemStatus': 'OK', 'configurationItemCaptureTime': '" + LONG_AGO
                + "', 'configuration': {'autoScalingGroupName': '" + group + "', 'serviceLinkedRoleARN': '"
                + serviceLinkedArn("autoscaling.amazonaws.com", role) + "'}}]}";
    }

    @Test
    void an_answer_is_as_new_as_the_newest_piece_of_it_against_what_is_older() throws IOException {
        var role = serviceLinkedArn("eks-nodegroup.amazonaws.com", "AWSServiceRoleForAmazonEKSNodegroup");
        file(
                DETAILS,
                details(
                        "",
                        "",
                        serviceLinked("eks-nodegroup.amazonaws.com", "AWSServiceRoleForAmazonEKSNodegroup", LONG_AGO),
                        ""));
        regions(Duration.ofHours(1));
        elsewhere("eks-list-clusters.json", "{'clusters': []}");
        file(REGION + "eks-list-clusters.json", "{'clusters': ['prod']}", Duration.ofHours(20));
        file(REGION + "eks-list-nodegroups/prod.json", "{'nodegroups': ['ng1']}");
        imported();
        assertThat(verdict(role)).isEqualTo(Verdict.BLOCKED);

        file(REGION + "eks-list-clusters.json", "{'clusters': ['prod']}", Duration.ofHours(10));
        file(REGION + "eks-list-nodegroups/prod.json", "{'nodegroups': []}", Duration.ofHours(10));
        imported();
        assertThat(verdict(role)).isEqualTo(Verdict.BLOCKED);
    }

    @Test
    void a_refusal_does_not_let_older_answers_back_in() throws IOException {
        file(
                DETAILS,
                details("", group("devs", LONG_AGO) + ", " + group("ops", LONG_AGO), "", ""),
                Duration.ofHours(20));
        imported();
        var member = bob("AIDABOBEXAMPLE", "").replace("'GroupList': []", "'GroupList': ['devs']");
        file(DETAILS, details(member, group("devs", LONG_AGO), "", ""), Duration.ofHours(5));
        imported();
        assertThat(verdict(IAM + "group/devs")).isEqualTo(Verdict.BLOCKED);

        file(
                DETAILS,
                "An error occurred (AccessDenied) when calling the GetAccountAuthorizationDetails operation: not authorized");
        imported();
        file(DETAILS, details(bob("AIDABOBEXAMPLE", ""), group("devs", LONG_AGO), "", ""), Duration.ofHours(20));
        imported();
        assertThat(verdict(IAM + "group/devs")).isEqualTo(Verdict.BLOCKED);

        file(DETAILS, details(bob("AIDABOBEXAMPLE", ""), group("devs", LONG_AGO), "", ""), Duration.ofMinutes(10));
        imported();
        assertThat(verdict(IAM + "group/devs")).isEqualTo(Verdict.CLEAR);
    }

    @Test
    void a_service_that_used_its_role_after_the_lists_has_something_that_they_need_not_show() throws IOException {
        noBalancers(Duration.ofDays(2));
        var role =
                serviceLinked("elasticloadbalancing.amazonaws.com", "AWSServiceRoleForElasticLoadBalancing", LONG_AGO);
        var used = "'RoleLastUsed': {'LastUsedDate': '" + ago(Duration.ofDays(1)) + "', 'Region': 'eu-central-1'}";
        file(DETAILS, details("", "", role.replace("'RoleLastUsed': {}", used), ""));
        imported();
        assertThat(verdict(BALANCED)).isEqualTo(Verdict.UNPROVEN);

        noBalancers(Duration.ofHours(2));
        file(DETAILS, details("", "", role.replace("'RoleLastUsed': {}", used), ""));
        imported();
        assertThat(verdict(BALANCED)).isEqualTo(Verdict.CLEAR);
    }

    @Test
    void what_only_a_newer_answer_shows_is_not_gone_by_an_older_list() throws IOException {
        var role = serviceLinkedArn("mq.amazonaws.com", "AWSServiceRoleForAmazonMQ");
        var asked =
                REGION + "cloudcontrol-list-resources/AWS%3A%3AAmazonMQ%3A%3ABroker.json"; // which need not list all
        file(DETAILS, details("", "", serviceLinked("mq.amazonaws.com", "AWSServiceRoleForAmazonMQ", LONG_AGO), ""));
        regions(Duration.ofHours(1));
        elsewhere("mq-list-brokers.json", "{'BrokerSummaries': []}");
        file(REGION + "mq-list-brokers.json", "{'BrokerSummaries': []}", Duration.ofHours(5));
        file(
                asked,
                "{'TypeName': 'AWS::AmazonMQ::Broker', 'ResourceDescriptions': [{'Identifier': 'b-1', 'Properties': '{}'}]}");
        imported();
        assertThat(verdict(role)).isEqualTo(Verdict.BLOCKED);

        file(REGION + "mq-list-brokers.json", "{'BrokerSummaries': []}", Duration.ofHours(3));
        imported();
        assertThat(verdict(role)).isEqualTo(Verdict.BLOCKED);
    }
}

package dev.identityexplorer.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.cli.ImportRun;
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

/** Answers that stand in the folder of another account, of a user nobody told yet, or of a holder that its list lacks. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // what is judged, not what the engine answers
class OtherFoldersIT {

    private static final String IAM = "arn:aws:iam::111122223333:";
    private static final String GLOBAL = "111122223333/global/";
    private static final String REGION = "111122223333/eu-central-1/";
    private static final String MANAGEMENT = "999988887777";
    private static final String DETAILS = GLOBAL + "iam-get-account-authorization-details.json";
    private static final String BALANCERS =
            IAM + "role/aws-service-role/elasticloadbalancing.amazonaws.com/AWSServiceRoleForElasticLoadBalancing";
    private static final String BALANCER =
            "arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/web/50dc6c495c0c9188";
    private static final String LISTENERS =
            REGION + "elbv2-describe-listeners/" + BALANCER.replace(":", "%3A").replace("/", "%2F") + ".json";
    private static final String PHONE = IAM + "mfa/phone";
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

    private void file(String path, String text, int hoursAgo) throws IOException {
        var file = folder.resolve("import-" + imports).resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text.replace('\'', '"'));
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofHours(hoursAgo))));
    }

    private void imported() {
        ImportRun.of(TestDatabase.engine(), folder.resolve("import-" + imports++));
    }

    private static String details(String users, String roles) {
        return "{'UserDetailList': [%s], 'GroupDetailList': [], 'RoleDetailList': [%s], 'Policies': []}"
                .formatted(users, roles);
    }

    private static String bob(String account) {
        return ("{'UserName': 'bob', 'UserId': 'AIDA%1$s', 'Path': '/', 'Arn': 'arn:aws:iam::%1$s:user/bob',"
                        + " 'CreateDate': '2020-01-01T00:00:00Z', 'GroupList': [], 'AttachedManagedPolicies': []}")
                .formatted(account);
    }

    private static String serviceLinked(String principal, String name) {
        return ("{'RoleName': '%2$s', 'RoleId': 'AROAEXAMPLE', 'Path': '/aws-service-role/%1$s/',"
                        + " 'Arn': '%3$srole/aws-service-role/%1$s/%2$s', 'CreateDate': '2020-01-01T00:00:00Z',"
                        + " 'InstanceProfileList': [], 'RolePolicyList': [], 'AttachedManagedPolicies': [], 'RoleLastUsed': {},"
                        + " 'AssumeRolePolicyDocument': {'Statement': [{'Effect': 'Allow', 'Action': 'sts:AssumeRole',"
                        + " 'Principal': {'Service': '%1$s'}}]}}")
                .formatted(principal, name, IAM);
    }

    /** Answers that bob has nothing, from a folder of an account. */
    private void nothingOfBob(String global, int hoursAgo) throws IOException {
        for (var list : LISTS.entrySet()) {
            file(global + list.getKey() + "/bob.json", "{'" + list.getValue() + "': []}", hoursAgo);
        }
        file(
                global + "iam-get-login-profile/bob.json",
                "\nAn error occurred (NoSuchEntity) when calling the GetLoginProfile operation: Login Profile for User bob cannot"
                        + " be found.\n",
                hoursAgo);
    }

    private void regions() throws IOException {
        file(
                GLOBAL + "ec2-describe-regions.json",
                REGIONS.stream()
                        .map(region -> "{'RegionName': '" + region + "', 'OptInStatus': 'opt-in-not-required'}")
                        .collect(Collectors.joining(", ", "{'Regions': [", "]}")),
                5);
    }

    private void everywhere(String path, String text) throws IOException {
        for (var region : REGIONS) {
            file("111122223333/" + region + "/" + path, text, 5);
        }
    }

    /** An account whose lists show no load balancer. */
    private void noBalancers() throws IOException {
        file(
                DETAILS,
                details(
                        "",
                        serviceLinked("elasticloadbalancing.amazonaws.com", "AWSServiceRoleForElasticLoadBalancing")),
                5);
        regions();
        everywhere("elbv2-describe-load-balancers.json", "{'LoadBalancers': []}");
        everywhere("elb-describe-load-balancers.json", "{'LoadBalancerDescriptions': []}");
    }

    private void searchOfTheOrganization() throws IOException {
        file(
                MANAGEMENT + "/eu-central-1/resource-explorer-2-search.json",
                ("{'Resources': [{'Arn': '%s', 'OwningAccountId': '111122223333', 'Region': 'eu-central-1',"
                                + " 'ResourceType': 'elasticloadbalancing:loadbalancer/app', 'Service': 'elasticloadbalancing'}]}")
                        .formatted(BALANCER),
                1);
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

    @Test
    void a_search_of_the_organization_shows_what_other_accounts_have() throws IOException {
        noBalancers();
        imported();
        assertThat(verdict(BALANCERS)).isEqualTo(Verdict.CLEAR);

        searchOfTheOrganization();
        imported();
        assertThat(verdict(BALANCERS)).isEqualTo(Verdict.BLOCKED);
    }

    @Test
    void a_search_of_the_organization_counts_whichever_account_is_imported_first() throws IOException {
        searchOfTheOrganization();
        imported();
        noBalancers();
        imported();

        assertThat(verdict(BALANCERS)).isEqualTo(Verdict.BLOCKED);
    }

    @Test
    void a_folder_that_a_person_named_is_not_of_an_account_that_a_search_found() throws IOException {
        file("prod/global/iam-get-account-authorization-details.json", details(bob("111122223333"), ""), 1);
        nothingOfBob("prod/global/", 1);
        file(
                "prod/eu-central-1/resource-explorer-2-search.json",
                "{'Resources': [{'Arn': 'arn:aws:eks:eu-central-1:444455556666:cluster/one', 'OwningAccountId': '444455556666'},"
                        + " {'Arn': 'arn:aws:eks:eu-central-1:444455556666:cluster/two', 'OwningAccountId': '444455556666'}]}",
                1);
        imported();

        assertThat(verdict(IAM + "user/bob")).isEqualTo(Verdict.CLEAR);
    }

    @Test
    void lists_of_a_folder_in_which_IAM_told_of_another_account_are_of_nobody() throws IOException {
        file("wrong/" + DETAILS, details(bob("444455556666"), ""), 2);
        nothingOfBob("wrong/" + GLOBAL, 2);
        file("right/" + DETAILS, details(bob("111122223333"), ""), 1);
        imported();
        assertThat(verdict(IAM + "user/bob")).isEqualTo(Verdict.UNPROVEN);
        assertThat(verdict("arn:aws:iam::444455556666:user/bob")).isEqualTo(Verdict.UNPROVEN);

        file("right/" + DETAILS, details(bob("111122223333"), ""), 1);
        nothingOfBob("right/" + GLOBAL, 1);
        imported();
        assertThat(verdict(IAM + "user/bob")).isEqualTo(Verdict.CLEAR);
    }

    @Test
    void a_device_may_be_that_of_a_user_whom_nothing_tells() throws IOException {
        file(DETAILS, details(bob("111122223333"), ""), 3);
        var devices = "{'VirtualMFADevices': [{'SerialNumber': '" + PHONE + "'}]}";
        file(GLOBAL + "iam-list-virtual-mfa-devices.json", devices, 2);
        file(GLOBAL + "iam-list-mfa-devices/amy.json", "{'MFADevices': []}", 1);
        imported();
        assertThat(verdict(PHONE)).isEqualTo(Verdict.CLEAR);

        file(
                GLOBAL + "iam-list-mfa-devices/zed.json",
                "{'MFADevices': [{'UserName': 'zed', 'SerialNumber': '" + PHONE
                        + "', 'EnableDate': '2026-01-01T00:00:00Z'}]}",
                1);
        imported();
        assertThat(verdict(PHONE)).isEqualTo(Verdict.UNPROVEN);

        file(GLOBAL + "iam-list-virtual-mfa-devices.json", devices, 0);
        imported();
        assertThat(verdict(PHONE)).isEqualTo(Verdict.CLEAR);
    }

    @Test
    void a_key_was_listed_before_anything_told_its_user() throws IOException {
        file(
                GLOBAL + "iam-list-access-keys/bob.json",
                "{'AccessKeyMetadata': [{'UserName': 'bob', 'AccessKeyId': 'AKIAIOSFODNN7EXAMPLE', 'Status': 'Active',"
                        + " 'CreateDate': '2026-01-01T00:00:00Z'}]}",
                2);
        imported();
        file(DETAILS, details(bob("111122223333"), ""), 3);
        nothingOfBob(GLOBAL, 5);
        imported();
        assertThat(verdict(IAM + "user/bob")).isEqualTo(Verdict.UNPROVEN);
        assertThat(of(IAM + "user/bob").gaps()).extracting(Gap::evidence).contains("access-keys");

        nothingOfBob(GLOBAL, 1);
        imported();
        assertThat(verdict(IAM + "user/bob")).isEqualTo(Verdict.CLEAR);
    }

    @Test
    void a_listener_is_of_a_load_balancer_that_the_older_list_lacks() throws IOException {
        var listener = "{'Listeners': [{'ListenerArn': '%s/f2f7dc8efc522ab2', 'LoadBalancerArn': '%s'}]}"
                .formatted(BALANCER.replace(":loadbalancer/", ":listener/"), BALANCER);
        noBalancers();
        file(LISTENERS, listener, 6);
        imported();
        assertThat(verdict(BALANCERS)).isEqualTo(Verdict.CLEAR); // it was deleted since

        noBalancers();
        file(LISTENERS, listener, 1);
        imported();
        assertThat(verdict(BALANCERS)).isEqualTo(Verdict.UNPROVEN);
        assertThat(of(BALANCERS).gaps())
                .anySatisfy(gap -> assertThat(gap.detail()).contains("tells of one that it lacks"));
    }

    @Test
    void a_node_group_is_of_a_cluster_that_the_older_list_lacks() throws IOException {
        var role = IAM + "role/aws-service-role/pcs.amazonaws.com/AWSServiceRoleForPCS";
        file(DETAILS, details("", serviceLinked("pcs.amazonaws.com", "AWSServiceRoleForPCS")), 5);
        regions();
        everywhere("pcs-list-clusters.json", "{'clusters': []}");
        file(
                REGION + "pcs-list-compute-node-groups/hpc.json",
                "{'computeNodeGroups': [{'name': 'n', 'id': 'pcs_1', 'clusterId': 'pcs_abc',"
                        + " 'arn': 'arn:aws:pcs:eu-central-1:111122223333:cluster/pcs_abc/computenodegroup/pcs_1'}]}",
                1);
        imported();

        assertThat(verdict(role)).isIn(Verdict.UNPROVEN, Verdict.BLOCKED);
    }
}

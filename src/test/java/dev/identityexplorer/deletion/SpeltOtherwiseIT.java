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
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Resources, and what they name, in other words than those of the catalogue. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // what is judged, not what the engine answers
class SpeltOtherwiseIT {

    private static final String IAM = "arn:aws:iam::111122223333:";
    private static final String GLOBAL = "111122223333/global/";
    private static final String REGION = "111122223333/eu-central-1/";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration FIVE_HOURS = Duration.ofHours(5);
    private static final List<String> REGIONS = List.of(
            ("ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1 eu-central-1"
                            + " eu-north-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2")
                    .split(" "));

    private static final String ATTACHMENT = """
            {'configurationItems': [{'configurationItemVersion': '1.3', 'configurationItemStatus': 'ResourceDiscovered',
              'configurationItemCaptureTime': '%s', 'accountId': '111122223333', 'awsRegion': 'eu-central-1',
              'resourceType': 'AWS::EC2::TransitGatewayAttachment', 'resourceId': 'tgw-attach-1',
              'arn': 'arn:aws:ec2:eu-central-1:111122223333:transit-gateway-attachment/tgw-attach-1',
              'configuration': {'Id': 'tgw-attach-1', 'VpcId': 'vpc-1'}}]}""";

    @TempDir
    private Path folder;

    @BeforeEach
    void empty() {
        TestDatabase.reset();
    }

    private void file(String path, String text, Duration ago) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text.replace('\'', '"'));
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(ago)));
    }

    private void everywhere(String path, String text) throws IOException {
        for (var region : REGIONS) {
            file("111122223333/" + region + "/" + path, text, FIVE_HOURS);
        }
    }

    private void noneByCloudControl(String type) throws IOException {
        everywhere(
                "cloudcontrol-list-resources/" + type.replace(":", "%3A") + ".json",
                "{'TypeName': '" + type + "', 'ResourceDescriptions': []}");
    }

    private void details(String roles, String policies) throws IOException {
        file(
                GLOBAL + "iam-get-account-authorization-details.json",
                "{'UserDetailList': [{'UserName': 'eve', 'UserId': 'AIDAEVEEXAMPLE', 'Path': '/', 'Arn': '" + IAM
                        + "user/eve', 'CreateDate': '2020-01-01T00:00:00Z', 'GroupList': [], 'AttachedManagedPolicies': []}],"
                        + " 'GroupDetailList': [{'GroupName': 'all', 'GroupId': 'AGPAALLEXAMPLE', 'Path': '/', 'Arn': '"
                        + IAM
                        + "group/all', 'CreateDate': '2020-01-01T00:00:00Z', 'GroupPolicyList': [], 'AttachedManagedPolicies': []}],"
                        + " 'RoleDetailList': [" + roles + "], 'Policies': [" + policies + "]}",
                HOUR);
    }

    private static String role(String path, String name, String principal) {
        return ("{'RoleName': '%2$s', 'RoleId': 'AROAEXAMPLE', 'Path': '%1$s', 'Arn': '%3$srole%1$s%2$s',"
                        + " 'CreateDate': '2020-01-01T00:00:00Z', 'InstanceProfileList': [], 'RolePolicyList': [],"
                        + " 'AttachedManagedPolicies': [], 'RoleLastUsed': {}, 'AssumeRolePolicyDocument': {'Statement':"
                        + " [{'Effect': 'Allow', 'Action': 'sts:AssumeRole', 'Principal': {'Service': '%4$s'}}]}}")
                .formatted(path, name, IAM, principal);
    }

    private static String policy(String name) {
        return ("{'PolicyName': '%1$s', 'PolicyId': 'ANPA%1$s', 'Arn': '%2$spolicy/%1$s', 'Path': '/', 'DefaultVersionId': 'v1',"
                        + " 'AttachmentCount': 0, 'PermissionsBoundaryUsageCount': 0, 'IsAttachable': true,"
                        + " 'CreateDate': '2020-01-01T00:00:00Z', 'UpdateDate': '2020-01-01T00:00:00Z', 'PolicyVersionList':"
                        + " [{'Document': {}, 'VersionId': 'v1', 'IsDefaultVersion': true, 'CreateDate': '2020-01-01T00:00:00Z'}]}")
                .formatted(name, IAM);
    }

    /** A service-linked role alone, in the Regions that are always on; its id. */
    private String serviceLinked(String principal, String name) throws IOException {
        var path = "/aws-service-role/" + principal + "/";
        details(role(path, name, principal), "");
        regions();
        return IAM + "role" + path + name;
    }

    private void regions() throws IOException {
        file(
                GLOBAL + "ec2-describe-regions.json",
                REGIONS.stream()
                        .map(region -> "{'RegionName': '" + region + "', 'OptInStatus': 'opt-in-not-required'}")
                        .collect(Collectors.joining(", ", "{'Regions': [", "]}")),
                HOUR);
    }

    private void imported() {
        ImportRun.of(TestDatabase.engine(), folder);
    }

    private static Answer answer(String id) {
        return Organization.answers(id).get(0);
    }

    private static Verdict verdict(String id) {
        return answer(id).assessment().verdict();
    }

    private static List<String> breaks(String id) {
        return answer(id).breaks().stream()
                .map(finding -> finding.blocker().rule())
                .toList();
    }

    private String gateways(Duration seen) throws IOException {
        var role = serviceLinked("storagegateway.amazonaws.com", "AWSServiceRoleForStorageGateway");
        everywhere("storagegateway-list-gateways.json", "{'Gateways': []}");
        everywhere("storagegateway-list-file-system-associations.json", "{'FileSystemAssociationSummaryList': []}");
        file(
                REGION + "resourcegroupstaggingapi-get-resources.json",
                "{'ResourceTagMappingList': [{'ResourceARN':"
                        + " 'arn:aws:storagegateway:eu-central-1:111122223333:gateway/sgw-12A3456B', 'Tags': []}]}",
                seen);
        imported();
        return role;
    }

    @Test
    void a_gateway_that_has_tags_since_the_list_of_gateways_keeps_the_role() throws IOException {
        assertThat(verdict(gateways(HOUR))).isEqualTo(Verdict.BLOCKED);
    }

    @Test
    void a_gateway_that_the_list_no_longer_holds_does_not() throws IOException {
        assertThat(verdict(gateways(Duration.ofHours(9)))).isEqualTo(Verdict.CLEAR);
    }

    @Test
    void a_firewall_policy_that_Resource_Explorer_shows_keeps_the_role() throws IOException {
        var role = serviceLinked("network-firewall.amazonaws.com", "AWSServiceRoleForNetworkFirewall");
        for (var type : List.of("Firewall", "FirewallPolicy", "RuleGroup")) {
            noneByCloudControl("AWS::NetworkFirewall::" + type);
        }
        file(
                REGION + "resource-explorer-2-search.json",
                "{'Resources': [{'Arn': 'arn:aws:network-firewall:eu-central-1:111122223333:firewall-policy/edge',"
                        + " 'OwningAccountId': '111122223333', 'Region': 'eu-central-1',"
                        + " 'ResourceType': 'network-firewall:firewall-policy', 'Service': 'network-firewall'}]}",
                HOUR);
        imported();

        assertThat(verdict(role)).isEqualTo(Verdict.BLOCKED);
    }

    @Test
    void an_attachment_that_AWS_Config_calls_otherwise_keeps_the_role() throws IOException {
        var role = serviceLinked("transitgateway.amazonaws.com", "AWSServiceRoleForVPCTransitGateway");
        everywhere("ec2-describe-transit-gateway-vpc-attachments.json", "{'TransitGatewayVpcAttachments': []}");
        file(
                REGION + "configservice-get-resource-config-history.json",
                ATTACHMENT.formatted(Instant.now().minus(HOUR)),
                HOUR);
        imported();

        assertThat(verdict(role)).isEqualTo(Verdict.BLOCKED);
    }

    @Test
    void a_resource_that_attaches_a_policy_breaks_without_it() throws IOException {
        details(role("/", "budget", "budgets.amazonaws.com"), policy("stop") + ", " + policy("other"));
        file(
                "111122223333/us-east-1/cloudcontrol-list-resources/AWS%3A%3ABudgets%3A%3ABudgetsAction.json",
                "{'TypeName': 'AWS::Budgets::BudgetsAction', 'ResourceDescriptions': [{'Identifier': 'a1|monthly', 'Properties':"
                        + " '{\\'ActionId\\': \\'a1\\', \\'Definition\\': {\\'IamActionDefinition\\': {\\'PolicyArn\\': \\'"
                        + IAM
                        + "policy/stop\\'}}}'}]}",
                HOUR);
        imported();

        assertThat(verdict(IAM + "policy/stop")).isEqualTo(Verdict.CLEAR); // AWS deletes it all the same
        assertThat(answer(IAM + "policy/stop").assessment().impact()).isEqualTo(Impact.BREAKS);
        assertThat(breaks(IAM + "policy/stop")).containsExactly("policy-named-by-resource");
        assertThat(answer(IAM + "policy/other").assessment().impact()).isEqualTo(Impact.NONE_SEEN);
    }

    @Test
    void images_are_built_with_the_instance_profile_that_their_infrastructure_names() throws IOException {
        details(role("/", "builder", "ec2.amazonaws.com"), "");
        file(
                GLOBAL + "iam-list-instance-profiles.json",
                "{'InstanceProfiles': [{'InstanceProfileName': 'web', 'InstanceProfileId': 'AIPAWEBEXAMPLE01', 'Path': '/', 'Arn': '"
                        + IAM + "instance-profile/web', 'CreateDate': '2020-01-01T00:00:00Z', 'Roles': []}]}",
                HOUR);
        file(
                REGION + "configservice-get-resource-config-history.json",
                ATTACHMENT
                        .formatted(Instant.now().minus(HOUR))
                        .replace("AWS::EC2::TransitGatewayAttachment", "AWS::ImageBuilder::InfrastructureConfiguration")
                        .replace("'VpcId': 'vpc-1'", "'InstanceProfileName': 'web'"),
                HOUR);
        imported();

        assertThat(breaks(IAM + "instance-profile/web")).containsExactly("profile-runs-resource");
    }
}

package dev.identityexplorer.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.deletion.Assessment.Verdict;
import dev.identityexplorer.graph.TestDatabase;
import dev.identityexplorer.sample.Organization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** For the types of resources that keep roles in use: where one is there, where none is, where nobody knows. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // what is judged, not what the engine answers
class ServiceLinkedRoleUseIT {

    private static final String REGION = "eu-west-1";
    private static final String LOAD_BALANCING =
            "elasticloadbalancing.amazonaws.com/AWSServiceRoleForElasticLoadBalancing";
    private static final String BROKERS = "mq.amazonaws.com/AWSServiceRoleForAmazonMQ";
    private static final String NODES = "eks-nodegroup.amazonaws.com/AWSServiceRoleForAmazonEKSNodegroup";
    private static final String REDSHIFT = "redshift.amazonaws.com/AWSServiceRoleForRedshift";
    private static final String DAX = "dax.amazonaws.com/AWSServiceRoleForDAX";
    private static final String FILES = "elasticfilesystem.amazonaws.com/AWSServiceRoleForAmazonElasticFileSystem";
    private static final String CACHE = "elasticache.amazonaws.com/AWSServiceRoleForElastiCache";
    private static final String MEMORY = "memorydb.amazonaws.com/AWSServiceRoleForMemoryDB";
    private static final String SCALING = "autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling";
    private static final String SCALING_BLUE = SCALING + "_blue";
    private static final String ECS_SCALING =
            "ecs.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_ECSService";
    private static final String TABLE_SCALING =
            "dynamodb.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_DynamoDBTable";
    private static final String NAT = "ec2-nat-gateway.amazonaws.com/AWSServiceRoleForNATGateway";
    private static final String ACCELERATOR = "globalaccelerator.amazonaws.com/AWSServiceRoleForGlobalAccelerator";
    private static final String ECS = "ecs.amazonaws.com/AWSServiceRoleForECS";
    private static final String GATEWAY = "ops.apigateway.amazonaws.com/AWSServiceRoleForAPIGateway";
    private static final List<String> ROLES = List.of(
            LOAD_BALANCING,
            BROKERS,
            NODES,
            REDSHIFT,
            DAX,
            FILES,
            CACHE,
            MEMORY,
            SCALING,
            SCALING_BLUE,
            ECS_SCALING,
            TABLE_SCALING,
            NAT,
            ACCELERATOR,
            ECS,
            GATEWAY);

    @TempDir
    private Path folder;

    private Bundle bundle;

    @BeforeEach
    void an_account_in_which_all_was_listed_and_nothing_is_there() {
        TestDatabase.reset();
        bundle = new Bundle(folder).regions().roles(ROLES);
        ROLES.stream()
                .flatMap(role ->
                        Organization.CATALOGUE
                                .typeOf(role.split("/")[0], role.split("/")[1])
                                .orElseThrow()
                                .blockedBy()
                                .stream())
                .forEach(keeper -> bundle.nothingOf(keeper.resourceType(), InventoryFiles.part(keeper)));
    }

    @Test
    void nothing_there_is_clear_and_one_resource_of_each_type_blocks_its_role_alone() throws IOException {
        assertThat(verdicts().values()).containsOnly(Verdict.CLEAR);

        bundle.file(
                        REGION + "/" + Bundle.cloudControl("AWS::ElasticLoadBalancingV2::LoadBalancer"),
                        cloudControl(
                                "AWS::ElasticLoadBalancingV2::LoadBalancer",
                                "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/50dc6c495c0c9188"))
                .file(
                        REGION + "/mq-list-brokers.json",
                        "{\"BrokerSummaries\": [{\"BrokerArn\": \"arn:aws:mq:eu-west-1:111122223333:broker:orders:b-1\","
                                + " \"BrokerName\": \"orders\"}]}")
                .file(
                        REGION + "/" + Bundle.cloudControl("AWS::EKS::Cluster"),
                        cloudControl("AWS::EKS::Cluster", "shop"))
                .file(REGION + "/eks-list-nodegroups/shop.json", "{\"nodegroups\": [\"workers\"]}")
                .file(
                        REGION + "/" + Bundle.cloudControl("AWS::Redshift::Cluster"),
                        cloudControl("AWS::Redshift::Cluster", "sales"))
                .file(
                        REGION + "/dax-describe-clusters.json",
                        "{\"Clusters\": [{\"ClusterName\": \"hot\","
                                + " \"ClusterArn\": \"arn:aws:dax:eu-west-1:111122223333:cache/hot\"}]}")
                .file(
                        REGION + "/" + Bundle.cloudControl("AWS::EFS::FileSystem"),
                        cloudControl("AWS::EFS::FileSystem", "fs-0123"))
                .file(
                        REGION + "/elasticache-describe-cache-clusters.json",
                        "{\"CacheClusters\": [{\"CacheClusterId\": \"sessions\","
                                + " \"ARN\": \"arn:aws:elasticache:eu-west-1:111122223333:cluster:sessions\"}]}")
                .file(
                        REGION + "/autoscaling-describe-auto-scaling-groups.json",
                        "{\"AutoScalingGroups\": [{\"AutoScalingGroupName\": \"web\", \"AutoScalingGroupARN\":"
                                + " \"arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:1:autoScalingGroupName/web\","
                                + " \"ServiceLinkedRoleARN\": \"" + Bundle.arn(SCALING_BLUE) + "\"}]}")
                .file(
                        REGION + "/application-autoscaling-describe-scalable-targets/ecs.json",
                        "{\"ScalableTargets\": [{\"ServiceNamespace\": \"ecs\", \"ResourceId\": \"service/shop/web\","
                                + " \"ScalableTargetARN\": \"arn:aws:application-autoscaling:eu-west-1:111122223333:scalable-target/1\"}]}")
                .file(
                        REGION + "/ec2-describe-nat-gateways.json",
                        "{\"NatGateways\": [{\"NatGatewayId\": \"nat-1\", \"AvailabilityMode\": \"regional\"}]}")
                .file(
                        "global/" + Bundle.cloudControl("AWS::GlobalAccelerator::Accelerator"),
                        cloudControl(
                                "AWS::GlobalAccelerator::Accelerator",
                                "arn:aws:globalaccelerator::111122223333:accelerator/1"))
                .file(
                        REGION + "/" + Bundle.cloudControl("AWS::ApiGateway::RestApi"),
                        cloudControl("AWS::ApiGateway::RestApi", "a1b2c3"));
        var verdicts = verdicts();

        assertThat(verdicts)
                .containsEntry(LOAD_BALANCING, Verdict.BLOCKED)
                .containsEntry(BROKERS, Verdict.BLOCKED)
                .containsEntry(NODES, Verdict.BLOCKED)
                .containsEntry(REDSHIFT, Verdict.BLOCKED)
                .containsEntry(DAX, Verdict.BLOCKED)
                .containsEntry(FILES, Verdict.BLOCKED)
                .containsEntry(CACHE, Verdict.BLOCKED)
                .containsEntry(SCALING_BLUE, Verdict.BLOCKED)
                .containsEntry(ECS_SCALING, Verdict.BLOCKED)
                .containsEntry(NAT, Verdict.BLOCKED)
                .containsEntry(ACCELERATOR, Verdict.BLOCKED)
                // no group names it, no target of its namespace, no cluster
                .containsEntry(SCALING, Verdict.CLEAR)
                .containsEntry(TABLE_SCALING, Verdict.CLEAR)
                .containsEntry(MEMORY, Verdict.CLEAR)
                // an API is there, and no file tells whether it uses the role
                .containsEntry(GATEWAY, Verdict.UNPROVEN);
        var balancing = Organization.answers(Bundle.arn(LOAD_BALANCING)).get(0);
        assertThat(balancing.blocks()).singleElement().satisfies(finding -> {
            assertThat(finding.blocker().rule()).isEqualTo("slr-in-use");
            assertThat(finding.blocker().name()).isEqualTo("shop");
            assertThat(finding.blocker().properties())
                    .containsEntry("resourceType", "AWS::ElasticLoadBalancingV2::LoadBalancer")
                    .containsEntry("region", REGION);
            assertThat(finding.evidence().orElseThrow().source())
                    .endsWith(REGION + "/" + Bundle.cloudControl("AWS::ElasticLoadBalancingV2::LoadBalancer"));
        });
    }

    @Test
    void a_type_that_was_not_listed_is_unknown() {
        bundle.remove(REGION + "/dax-describe-clusters.json")
                .remove(REGION + "/" + Bundle.cloudControl("AWS::Redshift::Cluster"));

        assertThat(verdicts())
                .containsEntry(DAX, Verdict.UNPROVEN)
                .containsEntry(REDSHIFT, Verdict.UNPROVEN)
                .containsEntry(MEMORY, Verdict.CLEAR);
    }

    @Test
    void a_group_of_which_no_file_names_the_role_leaves_all_roles_of_its_type_unproven() {
        bundle.file(
                REGION + "/" + Bundle.cloudControl("AWS::AutoScaling::AutoScalingGroup"),
                cloudControl("AWS::AutoScaling::AutoScalingGroup", "web"));

        assertThat(verdicts()).containsEntry(SCALING, Verdict.UNPROVEN).containsEntry(SCALING_BLUE, Verdict.UNPROVEN);
    }

    @Test
    void node_groups_are_unknown_when_one_cluster_was_not_asked() {
        bundle.file(REGION + "/" + Bundle.cloudControl("AWS::EKS::Cluster"), cloudControl("AWS::EKS::Cluster", "shop"));
        assertThat(verdicts()).containsEntry(NODES, Verdict.UNPROVEN);

        bundle.file(REGION + "/eks-list-nodegroups/shop.json", "{\"nodegroups\": []}");
        assertThat(verdicts()).containsEntry(NODES, Verdict.CLEAR);
    }

    @Test
    void what_AWS_Config_saw_blocks_unless_a_newer_list_no_longer_has_it() throws IOException {
        bundle.file(REGION + "/config-snapshot.json", """
                {"fileVersion": "1.0", "configSnapshotId": "1", "configurationItems": [
                  {"version": "1.3", "accountId": "111122223333", "configurationItemCaptureTime": "2026-01-01T00:00:00.000Z",
                   "configurationItemStatus": "OK", "ARN": "arn:aws:memorydb:eu-west-1:111122223333:cluster/old",
                   "resourceType": "AWS::MemoryDB::Cluster", "resourceId": "old", "resourceName": "old",
                   "awsRegion": "eu-west-1", "tags": {}, "relationships": [], "configuration": {}}]}
                """);
        modified(REGION + "/config-snapshot.json", Instant.parse("2026-11-20T00:00:00Z"));
        modified(REGION + "/" + Bundle.cloudControl("AWS::MemoryDB::Cluster"), Instant.parse("2026-11-19T00:00:00Z"));
        assertThat(verdicts()).containsEntry(MEMORY, Verdict.BLOCKED);

        modified(REGION + "/" + Bundle.cloudControl("AWS::MemoryDB::Cluster"), Instant.parse("2026-11-21T00:00:00Z"));
        assertThat(verdicts()).containsEntry(MEMORY, Verdict.CLEAR);
    }

    @Test
    void what_a_failed_deletion_named_blocks_unless_a_newer_list_no_longer_has_it() throws IOException {
        var status = "global/iam-get-service-linked-role-deletion-status/"
                + "task%2Faws-service-role%2Fmemorydb.amazonaws.com%2FAWSServiceRoleForMemoryDB%2F1.json";
        bundle.file(status, """
                {"Status": "FAILED", "Reason": {"Reason": "A service-linked role is in use.", "RoleUsageList": [
                  {"Region": "eu-west-1", "Resources": ["arn:aws:memorydb:eu-west-1:111122223333:cluster/old"]}]}}
                """);
        modified(status, Instant.parse("2026-11-20T00:00:00Z"));
        modified(REGION + "/" + Bundle.cloudControl("AWS::MemoryDB::Cluster"), Instant.parse("2026-11-19T00:00:00Z"));
        assertThat(verdicts()).containsEntry(MEMORY, Verdict.BLOCKED);

        modified(REGION + "/" + Bundle.cloudControl("AWS::MemoryDB::Cluster"), Instant.parse("2026-11-21T00:00:00Z"));
        assertThat(verdicts()).containsEntry(MEMORY, Verdict.CLEAR);
    }

    @Test
    void what_ends_the_use_of_a_role_names_the_Region_and_comes_before_what_holds_it() {
        for (var region : List.of("eu-central-1", REGION)) {
            bundle.file(
                            region + "/ecs-list-clusters.json",
                            "{\"clusterArns\": [\"arn:aws:ecs:" + region + ":111122223333:cluster/main\"]}")
                    .file(
                            region + "/" + Bundle.cloudControl("AWS::ECS::Service"),
                            cloudControl(
                                    "AWS::ECS::Service",
                                    "arn:aws:ecs:" + region + ":111122223333:service/main/api|arn:aws:ecs:" + region
                                            + ":111122223333:cluster/main"))
                    .file(
                            region + "/autoscaling-describe-auto-scaling-groups.json",
                            "{\"AutoScalingGroups\": [{\"AutoScalingGroupName\": \"web\", \"AutoScalingGroupARN\":"
                                    + " \"arn:aws:autoscaling:" + region
                                    + ":111122223333:autoScalingGroup:1:autoScalingGroupName/web\","
                                    + " \"ServiceLinkedRoleARN\": \"" + Bundle.arn(SCALING) + "\"}]}");
        }
        Organization.importPaths(folder);
        var answers = Organization.answers(Bundle.arn(ECS), Bundle.arn(SCALING));
        var plan = new Planner(Organization.DELETIONS).plan(answers);

        var service = "aws ecs delete-service --cluster main --service api --force --region ";
        var group = "aws autoscaling delete-auto-scaling-group --auto-scaling-group-name web --force-delete --region ";
        assertThat(plan.steps())
                .extracting(Plan.Step::command)
                .containsExactly(
                        group + "eu-central-1",
                        group + REGION,
                        "aws iam delete-service-linked-role --role-name AWSServiceRoleForAutoScaling",
                        service + "eu-central-1",
                        service + REGION,
                        "aws ecs delete-cluster --cluster main --region eu-central-1",
                        "aws ecs delete-cluster --cluster main --region " + REGION,
                        "aws iam delete-service-linked-role --role-name AWSServiceRoleForECS");
        assertThat(answers.get(1).blocks())
                .extracting(finding -> finding.clearedBy().orElseThrow())
                .containsExactlyInAnyOrder(group + "eu-central-1", group + REGION);
    }

    @Test
    void what_failed_before_the_role_was_created_was_the_deletion_of_another_one() throws IOException {
        var status = "global/iam-get-service-linked-role-deletion-status/"
                + "task%2Faws-service-role%2Fmemorydb.amazonaws.com%2FAWSServiceRoleForMemoryDB%2F1.json";
        bundle.file(
                status,
                "{\"Status\": \"FAILED\", \"Reason\": {\"Reason\": \"A service-linked role is required.\", \"RoleUsageList\": []}}");
        assertThat(verdicts()).containsEntry(MEMORY, Verdict.BLOCKED);

        modified(status, Instant.parse("2023-12-01T00:00:00Z"));
        assertThat(verdicts()).containsEntry(MEMORY, Verdict.CLEAR);
    }

    private void modified(String file, Instant at) throws IOException {
        Files.setLastModifiedTime(folder.resolve(Bundle.ACCOUNT).resolve(file), FileTime.from(at));
    }

    private static String cloudControl(String type, String identifier) {
        return "{\"TypeName\": \"" + type + "\", \"ResourceDescriptions\": [{\"Identifier\": \"" + identifier
                + "\", \"Properties\": \"{}\"}]}";
    }

    private Map<String, Verdict> verdicts() {
        Organization.importPaths(folder);
        return Organization.answers(ROLES.stream().map(Bundle::arn).toArray(String[]::new)).stream()
                .collect(java.util.stream.Collectors.toMap(
                        a -> a.facts().id().substring(a.facts().id().indexOf("aws-service-role/") + 17),
                        a -> a.assessment().verdict()));
    }
}

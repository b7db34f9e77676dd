package dev.identityexplorer.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.catalogue.Catalogue;
import dev.identityexplorer.catalogue.ServiceLinkedRoleType.Keeper;
import dev.identityexplorer.catalogue.Template;
import dev.identityexplorer.graph.Identities;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands that end the use of a service-linked role, for resources as imports name them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CleanupTest {

    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final String ROOT = "arn:aws:iam::111122223333:root/eu-west-1/";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "rds; AWS::RDS::DBInstance; arn:aws:rds:eu-west-1:111122223333:db:orders; orders;"
                        + " aws rds delete-db-instance --db-instance-identifier orders --skip-final-snapshot --region eu-west-1",
                "autoscaling; AWS::AutoScaling::AutoScalingGroup;"
                        + " arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:1:autoScalingGroupName/web; web;"
                        + " aws autoscaling delete-auto-scaling-group --auto-scaling-group-name web --force-delete --region eu-west-1",
                "elasticloadbalancing; AWS::ElasticLoadBalancingV2::LoadBalancer;"
                        + " arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/50dc; shop;"
                        + " aws elbv2 delete-load-balancer --load-balancer-arn"
                        + " arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/50dc --region eu-west-1",
                "ecs; AWS::ECS::Service; arn:aws:ecs:eu-west-1:111122223333:service/main/api; api;"
                        + " aws ecs delete-service --cluster main --service api --force --region eu-west-1",
                "ecs; AWS::ECS::Service; arn:aws:ecs:eu-west-1:111122223333:service/api; api;"
                        + " aws ecs delete-service --cluster {cluster} --service api --force --region eu-west-1",
                "ecs; ecs:ContainerInstance; arn:aws:ecs:eu-west-1:111122223333:container-instance/main/0af; 0af;"
                        + " aws ecs deregister-container-instance --cluster main --container-instance 0af --force --region eu-west-1",
                "eks-nodegroup; AWS::EKS::Nodegroup; " + ROOT + "AWS::EKS::Nodegroup/shop|workers; workers;"
                        + " aws eks delete-nodegroup --cluster-name shop --nodegroup-name workers --region eu-west-1"
                        + " && aws eks wait nodegroup-deleted --cluster-name shop --nodegroup-name workers --region eu-west-1",
                "eks-nodegroup; AWS::EKS::Nodegroup; " + ROOT + "AWS::EKS::Nodegroup/shop/workers; shop/workers;"
                        + " aws eks delete-nodegroup --cluster-name shop --nodegroup-name workers --region eu-west-1"
                        + " && aws eks wait nodegroup-deleted --cluster-name shop --nodegroup-name workers --region eu-west-1",
                "eks-nodegroup; AWS::EKS::Nodegroup; arn:aws:eks:eu-west-1:111122223333:nodegroup/shop/workers/6abe; 6abe;"
                        + " aws eks delete-nodegroup --cluster-name shop --nodegroup-name workers --region eu-west-1"
                        + " && aws eks wait nodegroup-deleted --cluster-name shop --nodegroup-name workers --region eu-west-1",
                "elasticfilesystem; AWS::EFS::MountTarget; " + ROOT + "AWS::EFS::MountTarget/fs-1|fsmt-2; fsmt-2;"
                        + " aws efs delete-mount-target --mount-target-id fsmt-2 --region eu-west-1",
                "mq; AWS::AmazonMQ::Broker; arn:aws:mq:eu-west-1:111122223333:broker:orders:b-1; orders;"
                        + " aws mq delete-broker --broker-id b-1 --region eu-west-1",
                "appmesh; AWS::AppMesh::Route;"
                        + " arn:aws:appmesh:eu-west-1:111122223333:mesh/main/virtualRouter/front/route/all; all;"
                        + " aws appmesh delete-route --mesh-name main --virtual-router-name front --route-name all --region eu-west-1",
                "ecs.application-autoscaling; AWS::ApplicationAutoScaling::ScalableTarget;"
                        + " arn:aws:application-autoscaling:eu-west-1:111122223333:scalable-target/1; service/main/api;"
                        + " aws application-autoscaling deregister-scalable-target --service-namespace ecs"
                        + " --resource-id service/main/api --scalable-dimension ecs:service:DesiredCount --region eu-west-1",
                "dynamodb.application-autoscaling; AWS::ApplicationAutoScaling::ScalableTarget; " + ROOT
                        + "AWS::ApplicationAutoScaling::ScalableTarget/table/t|dynamodb:table:ReadCapacityUnits|dynamodb; x;"
                        + " aws application-autoscaling deregister-scalable-target --service-namespace dynamodb"
                        + " --resource-id table/t --scalable-dimension dynamodb:table:ReadCapacityUnits --region eu-west-1",
                "dynamodb.application-autoscaling; AWS::ApplicationAutoScaling::ScalableTarget;"
                        + " arn:aws:application-autoscaling:eu-west-1:111122223333:scalable-target/1; table/t;"
                        + " aws application-autoscaling deregister-scalable-target --service-namespace dynamodb"
                        + " --resource-id table/t --scalable-dimension {dimension} --region eu-west-1",
                "dax; AWS::DAX::Cluster; arn:aws:dax:eu-west-1:111122223333:cache/hot; hot;"
                        + " aws dax delete-cluster --cluster-name hot --region eu-west-1",
                "directconnect; AWS::DirectConnect::Lag; " + ROOT + "AWS::DirectConnect::Lag/dxlag-1; backbone;"
                        + " aws directconnect disassociate-mac-sec-key --connection-id dxlag-1 --secret-arn {secretArn} --region eu-west-1",
                "s3-outposts; AWS::S3Outposts::Endpoint;"
                        + " arn:aws:s3-outposts:eu-west-1:111122223333:outpost/op-1/endpoint/9; 9;"
                        + " aws s3outposts delete-endpoint --endpoint-id 9 --outpost-id op-1 --region eu-west-1",
            })
    void it_names_the_resource_as_its_service_does_and_its_Region(
            String principal, String type, String id, String name, String command) {
        assertThat(text(cleanup(principal, type, id, name, "eu-west-1"))).isEqualTo(command);
    }

    @Test
    void it_goes_to_the_Region_of_the_resource_which_its_own_ARN_knows_best() {
        assertThat(text(cleanup(
                        "elasticloadbalancing",
                        "AWS::ElasticLoadBalancing::LoadBalancer",
                        "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/front",
                        "front",
                        "eu-west-1")))
                .isEqualTo("aws elb delete-load-balancer --load-balancer-name front --region us-east-1");
        assertThat(text(cleanup(
                        "directconnect",
                        "AWS::DirectConnect::Connection",
                        ROOT + "AWS::DirectConnect::Connection/dxcon-1",
                        "line",
                        "eu-west-1")))
                .endsWith(" --region eu-west-1");
    }

    @Test
    void without_a_known_Region_and_without_an_ARN_it_is_left_to_a_person() {
        var command = cleanup("memorydb", "AWS::MemoryDB::Cluster", ROOT + "resource/old", "old", "")
                .get(0);

        assertThat(command.text()).isEqualTo("aws memorydb delete-cluster --cluster-name old --region {region}");
        assertThat(command.fillIn()).containsExactly("region");
        assertThat(cleanup("network-firewall", "AWS::NetworkFirewall::RuleGroup", ROOT + "AWS::X/1", "one", "eu-west-1")
                        .get(0)
                        .fillIn())
                .containsExactly("arn");
    }

    @Test
    void what_is_in_no_Region_is_asked_of_the_service_as_the_catalogue_says() {
        assertThat(text(cleanup(
                        "globalaccelerator",
                        "AWS::GlobalAccelerator::Accelerator",
                        "arn:aws:globalaccelerator::111122223333:accelerator/1",
                        "1",
                        "global")))
                .isEqualTo("aws globalaccelerator update-accelerator --accelerator-arn"
                        + " arn:aws:globalaccelerator::111122223333:accelerator/1 --no-enabled --region us-west-2"
                        + " && aws globalaccelerator delete-accelerator --accelerator-arn"
                        + " arn:aws:globalaccelerator::111122223333:accelerator/1 --region us-west-2");
        assertThat(text(cleanup("config", "organizations:ServiceAccess", ROOT + "x/y", "y", "global")))
                .isEqualTo("aws organizations disable-aws-service-access --service-principal config.amazonaws.com");
    }

    @Test
    void no_command_of_the_catalogue_runs_with_a_placeholder_or_without_a_Region() {
        var resources =
                List.of("arn:aws:x:eu-west-1:111122223333:thing/a/b/c", ROOT + "AWS::X::Y/a", ROOT + "AWS::X::Y/a|b|c");
        assertThat(keepers()).isNotEmpty().allSatisfy(keeper -> {
            for (var id : resources) {
                for (var command : cleanup(keeper, id, "x", "eu-west-1")) {
                    assertThat(new Template(command.text()).placeholders())
                            .as(command.text())
                            .containsExactlyInAnyOrderElementsOf(command.fillIn());
                    boolean global =
                            CATALOGUE.inventories().of(keeper.resourceType()).global()
                                    || command.text().startsWith("aws organizations ");
                    assertThat(global || command.text().contains("eu-west-1"))
                            .as(command.text())
                            .isTrue();
                }
            }
        });
    }

    @Test
    void names_stay_single_words_and_never_become_placeholders() {
        var hostile =
                cleanup("dax", "AWS::DAX::Cluster", ROOT + "AWS::DAX::Cluster/x", "a && aws {name} $(id)", "eu; x");

        assertThat(hostile).singleElement().satisfies(command -> {
            assertThat(command.text())
                    .isEqualTo("aws dax delete-cluster --cluster-name 'a && aws {name} $(id)' --region 'eu; x'");
            assertThat(command.fillIn()).isEmpty();
        });
    }

    private static String text(List<Command> commands) {
        return commands.stream().map(Command::text).collect(Collectors.joining(" && "));
    }

    private static Stream<Keeper> keepers() {
        return CATALOGUE.types().stream()
                .flatMap(type -> type.blockedBy().stream())
                .filter(keeper -> keeper.cleanup().isPresent());
    }

    private static List<Command> cleanup(String principal, String type, String id, String name, String region) {
        var keeper = CATALOGUE.types().stream()
                .filter(t -> t.servicePrincipal().startsWith(principal + "."))
                .flatMap(t -> t.blockedBy().stream())
                .filter(k -> k.resourceType().equals(type) && k.cleanup().isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No clean-up of " + type + " for " + principal));
        return cleanup(keeper, id, name, region);
    }

    private static List<Command> cleanup(Keeper keeper, String id, String name, String region) {
        var properties = new TreeMap<>(Map.of("resourceType", keeper.resourceType(), "accountId", "111122223333"));
        if (!region.isEmpty()) {
            properties.put("region", region);
        }
        var resource = new Identities.Blocker(
                "role", "slr-in-use", "blocks", id, "Resource", name, properties, false, Optional.empty());
        return Commands.cleanup(
                keeper.cleanup().orElseThrow(),
                resource,
                CATALOGUE.inventories().of(keeper.resourceType()));
    }
}

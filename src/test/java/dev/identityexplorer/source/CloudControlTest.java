package dev.identityexplorer.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.model.Evidence;
import dev.identityexplorer.model.RelationshipType;
import dev.identityexplorer.model.Snapshot;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CloudControlTest {

    private static final String FUNCTIONS =
            "111122223333/eu-west-1/cloudcontrol-list-resources/AWS%3A%3ALambda%3A%3AFunction.json";
    private static final String ROLE = "arn:aws:iam::111122223333:role/service-role/api";

    @TempDir
    private Path path;

    @Test
    void a_list_is_complete_for_its_type_and_region_and_the_properties_name_the_role() {
        var snapshot = new Folder(path)
                .with(
                        FUNCTIONS,
                        functions("{\\\"FunctionName\\\": \\\"api\\\", \\\"Role\\\": \\\"" + ROLE + "\\\"}", ""))
                .snapshot();

        assertThat(evidence(snapshot, "resource-inventory:eu-west-1:AWS::Lambda::Function")
                        .state())
                .isEqualTo(Evidence.State.COMPLETE);
        var function = Folder.entity(snapshot, "arn:aws:lambda:eu-west-1:111122223333:function:api");
        assertThat(function.properties())
                .containsEntry("resourceType", "AWS::Lambda::Function")
                .containsEntry("region", "eu-west-1");
        assertThat(Folder.targets(function, RelationshipType.USES)).containsExactly(ROLE);
    }

    @Test
    void an_identifier_alone_shows_the_resource_but_not_that_it_runs_with_no_role() {
        var snapshot = new Folder(path).with(FUNCTIONS, functions("{}", "")).snapshot();

        assertThat(evidence(snapshot, "resource-inventory:eu-west-1:AWS::Lambda::Function"))
                .satisfies(e -> assertThat(e.state()).isEqualTo(Evidence.State.PARTIAL))
                .satisfies(e -> assertThat(e.detail()).contains("does not tell with which role api runs"));
        assertThat(snapshot.entities())
                .singleElement()
                .satisfies(function -> assertThat(function.properties()).containsEntry("rolesUnknown", true));
    }

    @Test
    void the_answer_of_the_service_itself_tells_the_role_that_Cloud_Control_leaves_out() {
        var snapshot = new Folder(path)
                .with(FUNCTIONS, functions("{}", ""))
                .with(
                        "111122223333/eu-west-1/lambda-list-functions.json",
                        "{\"Functions\": [{\"FunctionName\": \"api\", \"Role\": \"" + ROLE + "\","
                                + " \"FunctionArn\": \"arn:aws:lambda:eu-west-1:111122223333:function:api\"}]}")
                .snapshot();

        assertThat(evidence(snapshot, "resource-inventory:eu-west-1:AWS::Lambda::Function")
                        .state())
                .isEqualTo(Evidence.State.COMPLETE);
        assertThat(snapshot.entities())
                .singleElement()
                .satisfies(function -> assertThat(function.properties()).doesNotContainKey("rolesUnknown"));
    }

    @Test
    void a_type_that_Cloud_Control_may_list_in_part_is_proven_by_its_own_service_alone() {
        var folder = new Folder(path)
                .with(
                        "111122223333/eu-west-1/cloudcontrol-list-resources/AWS%3A%3ARDS%3A%3ADBInstance.json",
                        "{\"TypeName\": \"AWS::RDS::DBInstance\", \"ResourceDescriptions\": []}");
        var key = "resource-inventory:eu-west-1:AWS::RDS::DBInstance";

        assertThat(evidence(folder.snapshot(), key).state()).isEqualTo(Evidence.State.PARTIAL);

        folder.with("111122223333/eu-west-1/rds-describe-db-instances.json", "{\"DBInstances\": []}");
        assertThat(evidence(folder.snapshot(), key).state()).isEqualTo(Evidence.State.COMPLETE);
    }

    @Test
    void a_missing_page_is_partial_a_refusal_denied_and_an_unsupported_type_proves_nothing() {
        var snapshot = new Folder(path)
                .with(FUNCTIONS, functions("{\\\"Role\\\": \\\"" + ROLE + "\\\"}", ", \"NextToken\": \"more\""))
                .with(
                        FUNCTIONS.replace("eu-west-1", "eu-west-2"),
                        "An error occurred (AccessDeniedException) when calling the ListResources operation: no")
                .with(
                        FUNCTIONS.replace("eu-west-1", "eu-west-3"),
                        "An error occurred (TypeNotFoundException) when calling the ListResources operation: no")
                .snapshot();

        assertThat(evidence(snapshot, "resource-inventory:eu-west-1:AWS::Lambda::Function")
                        .state())
                .isEqualTo(Evidence.State.PARTIAL);
        assertThat(evidence(snapshot, "resource-inventory:eu-west-2:AWS::Lambda::Function")
                        .state())
                .isEqualTo(Evidence.State.DENIED);
        assertThat(evidence(snapshot, "resource-inventory:eu-west-3:AWS::Lambda::Function"))
                .satisfies(e -> assertThat(e.state()).isEqualTo(Evidence.State.PARTIAL))
                .satisfies(e -> assertThat(e.detail()).contains("TypeNotFoundException, which proves nothing"));
    }

    @Test
    void what_lives_in_clusters_is_complete_when_each_cluster_was_asked() {
        var clusters = "111122223333/eu-west-1/cloudcontrol-list-resources/AWS%3A%3AEKS%3A%3ACluster.json";
        var groups = "111122223333/eu-west-1/cloudcontrol-list-resources/AWS%3A%3AEKS%3A%3ANodegroup/"
                + "%7B%22ClusterName%22%3A%22shop%22%7D.json";
        var folder = new Folder(path)
                .with(
                        clusters,
                        "{\"TypeName\": \"AWS::EKS::Cluster\", \"ResourceDescriptions\": ["
                                + "{\"Identifier\": \"shop\", \"Properties\": \"{}\"}]}")
                .with(groups, "{\"TypeName\": \"AWS::EKS::Nodegroup\", \"ResourceDescriptions\": []}");

        assertThat(evidence(folder.snapshot(), "resource-inventory:eu-west-1:AWS::EKS::Nodegroup")
                        .state())
                .isEqualTo(Evidence.State.COMPLETE);

        folder.with(
                clusters,
                "{\"TypeName\": \"AWS::EKS::Cluster\", \"ResourceDescriptions\": ["
                        + "{\"Identifier\": \"shop\", \"Properties\": \"{}\"},"
                        + " {\"Identifier\": \"warehouse\", \"Properties\": \"{}\"}]}");
        assertThat(evidence(folder.snapshot(), "resource-inventory:eu-west-1:AWS::EKS::Nodegroup"))
                .satisfies(e -> assertThat(e.state()).isEqualTo(Evidence.State.PARTIAL))
                .satisfies(e -> assertThat(e.detail()).contains("warehouse"));
    }

    @Test
    void a_service_is_called_by_its_own_part_of_the_identifier_not_by_its_cluster() {
        var services = "111122223333/eu-west-1/cloudcontrol-list-resources/AWS%3A%3AECS%3A%3AService/"
                + "%7B%22Cluster%22%3A%22main%22%7D.json";
        var service = "arn:aws:ecs:eu-west-1:111122223333:service/main/api";
        for (var cluster : List.of("main", "arn:aws:ecs:eu-west-1:111122223333:cluster/main")) {
            var snapshot = new Folder(path)
                    .with(
                            services,
                            "{\"TypeName\": \"AWS::ECS::Service\", \"ResourceDescriptions\": [{\"Identifier\": \""
                                    + service + "|" + cluster + "\", \"Properties\": \"{}\"}]}")
                    .snapshot();

            assertThat(Folder.entity(snapshot, service).name()).isEqualTo("api");
        }
    }

    @Test
    void permission_sets_of_one_instance_are_several_resources() {
        var sets = "111122223333/eu-west-1/cloudcontrol-list-resources/AWS%3A%3ASSO%3A%3APermissionSet/"
                + "%7B%22InstanceArn%22%3A%22arn%3Aaws%3Asso%3A%3A%3Ainstance%2Fssoins-1%22%7D.json";
        var snapshot = new Folder(path)
                .with(
                        sets,
                        "{\"TypeName\": \"AWS::SSO::PermissionSet\", \"ResourceDescriptions\": ["
                                + "{\"Identifier\": \"arn:aws:sso:::instance/ssoins-1|arn:aws:sso:::permissionSet/ssoins-1/ps-1\","
                                + " \"Properties\": \"{}\"},"
                                + "{\"Identifier\": \"arn:aws:sso:::instance/ssoins-1|arn:aws:sso:::permissionSet/ssoins-1/ps-2\","
                                + " \"Properties\": \"{}\"}]}")
                .snapshot();

        assertThat(snapshot.entities())
                .extracting(entity -> entity.id())
                .containsExactlyInAnyOrder(
                        "arn:aws:sso:::permissionSet/ssoins-1/ps-1", "arn:aws:sso:::permissionSet/ssoins-1/ps-2");
    }

    private static String functions(String properties, String more) {
        return "{\"TypeName\": \"AWS::Lambda::Function\", \"ResourceDescriptions\": [{\"Identifier\": \"api\","
                + " \"Properties\": \"" + properties + "\"}]" + more + "}";
    }

    private static Evidence evidence(Snapshot snapshot, String key) {
        return snapshot.evidence().stream()
                .filter(e -> e.key().text().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + key + " among " + snapshot.evidence()));
    }
}

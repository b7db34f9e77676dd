package dev.identityexplorer.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.model.Evidence;
import dev.identityexplorer.model.EvidenceKind;
import dev.identityexplorer.model.Snapshot;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that look like the whole list of a type and a Region, and are not: none of them proves that there is nothing. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FalseAbsenceTest {

    private static final String HERE = "111122223333/eu-west-1/";

    @TempDir
    private Path path;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mq-list-brokers | AWS::AmazonMQ::Broker | {'BrokerSummaries': null}",
                "mq-list-brokers | AWS::AmazonMQ::Broker | {'BrokerSummaries': [null]}",
                "mq-list-brokers | AWS::AmazonMQ::Broker | {'BrokerSummaries': [{}]}",
                "mq-list-brokers | AWS::AmazonMQ::Broker | {'BrokerSummaries': [[]]}",
                "mq-list-brokers | AWS::AmazonMQ::Broker | {'BrokerSummaries': {}}",
                "mq-list-brokers | AWS::AmazonMQ::Broker | {'BrokerSummaries': [{'BrokerName': 'orders'}]}",
                "dynamodb-list-tables | AWS::DynamoDB::Table | {'TableNames': [{}]}",
                "ec2-describe-instances | AWS::EC2::Instance | {'Reservations': [{'ReservationId': 'r-1'}]}",
                "ec2-describe-instances | AWS::EC2::Instance | {'Reservations': [{'Instances': null}]}",
                "ec2-describe-instances | AWS::EC2::Instance | {'Reservations': [null]}",
                "cloudfront-list-distributions | AWS::CloudFront::Distribution | {'DistributionList': {}}",
                "cloudfront-list-distributions | AWS::CloudFront::Distribution | {'DistributionList': {'Quantity': 2}}",
                "cloudfront-list-distributions | AWS::CloudFront::Distribution | {'DistributionList': null}"
            })
    void a_list_that_cannot_be_read_is_partial(String operation, String type, String answer) {
        assertThat(state(HERE + operation + ".json", type, answer)).isEqualTo(Evidence.State.PARTIAL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "auditmanager-get-account-status | auditmanager:AccountRegistration | {'status': 'INACTIVE'} | 0 | COMPLETE",
                "auditmanager-get-account-status | auditmanager:AccountRegistration | {'status': 'ACTIVE'} | 1 | COMPLETE",
                "auditmanager-get-account-status | auditmanager:AccountRegistration | {'status': null} | 1 | COMPLETE",
                "inspector2-batch-get-account-status | inspector2:Enabler | {'accounts': [{'state': {'status': 'DISABLED'}}]} | 0 | COMPLETE",
                "inspector2-batch-get-account-status | inspector2:Enabler | {'accounts': [{'state': {'status': 'ENABLED'}}]} | 1 | COMPLETE",
                "inspector2-batch-get-account-status | inspector2:Enabler | {'accounts': [], 'failedAccounts': [{}]} | 0 | PARTIAL",
                "resource-groups-get-account-settings | resource-groups:GroupLifecycleEvents | {'AccountSettings': {'GroupLifecycleEventsStatus': 'INACTIVE'}} | 0 | COMPLETE",
                "resource-groups-get-account-settings | resource-groups:GroupLifecycleEvents | {'AccountSettings': {'GroupLifecycleEventsStatus': 'ACTIVE'}} | 1 | COMPLETE",
                "resource-groups-get-account-settings | resource-groups:GroupLifecycleEvents | {'AccountSettings': null} | 0 | PARTIAL"
            })
    void a_setting_is_off_only_where_the_answer_says_so(
            String operation, String type, String answer, int resources, Evidence.State state) {
        var snapshot = folder().with(HERE + operation + ".json", json(answer)).snapshot();
        assertThat(state(snapshot, type)).isEqualTo(state);
        assertThat(snapshot.entities()).hasSize(resources);
    }

    @Test
    void an_account_outside_of_any_organization_has_no_service_access_in_one() {
        var file = "111122223333/global/organizations-list-aws-service-access-for-organization.json";
        var error = "An error occurred (%s) when calling the ListAWSServiceAccessForOrganization operation: no";
        assertThat(state(
                        folder().with(file, error.formatted("AWSOrganizationsNotInUseException"))
                                .snapshot(),
                        "organizations:ServiceAccess"))
                .isEqualTo(Evidence.State.COMPLETE);
        assertThat(state(
                        folder().with(file, error.formatted("AccessDeniedException"))
                                .snapshot(),
                        "organizations:ServiceAccess"))
                .isEqualTo(Evidence.State.DENIED);
        assertThat(state(
                        folder().with(file, error.formatted("ServiceException")).snapshot(),
                        "organizations:ServiceAccess"))
                .isEqualTo(Evidence.State.PARTIAL);
    }

    @Test
    void lists_that_are_empty_as_AWS_prints_them_are_whole() {
        assertThat(state(HERE + "mq-list-brokers.json", "AWS::AmazonMQ::Broker", "{'BrokerSummaries': []}"))
                .isEqualTo(Evidence.State.COMPLETE);
        assertThat(state(
                        HERE + "cloudfront-list-distributions.json",
                        "AWS::CloudFront::Distribution",
                        "{'DistributionList': {'Quantity': 0, 'IsTruncated': false, 'Marker': '', 'MaxItems': 100}}"))
                .isEqualTo(Evidence.State.COMPLETE);
        assertThat(state(
                        HERE + "ec2-describe-instances.json",
                        "AWS::EC2::Instance",
                        "{'Reservations': [{'Groups': [], 'Instances': []}]}"))
                .isEqualTo(Evidence.State.COMPLETE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'NextToken': 'x'",
                "'nextToken': 'x'",
                "'NextMarker': 'x'",
                "'Marker': 'x'",
                "'marker': 'x'",
                "'IsTruncated': true",
                "'isTruncated': true",
                "'Truncated': true",
                "'nextPageToken': 'x'",
                "'NextPageMarker': 'x'",
                "'HasMoreResults': true",
                "'hasMore': true",
                "'paginationToken': 'x'",
                "'ContinuationToken': 'x'",
                "'NextContinuationToken': 'x'",
                "'LastEvaluatedKey': {'a': {'S': 'x'}}",
                "'NextStartingKey': 'x'",
                "'cursor': 'x'",
                "'nextPage': '2'"
            })
    void whatever_says_that_more_exists_makes_the_list_partial(String more) {
        var answer = "{'BrokerSummaries': [], " + more + "}";
        assertThat(state(HERE + "mq-list-brokers.json", "AWS::AmazonMQ::Broker", answer))
                .isEqualTo(Evidence.State.PARTIAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'NextToken': null",
                "'Marker': ''",
                "'IsTruncated': false, 'Marker': 'this page'",
                "'Truncated': false",
                "'HasMoreResults': false"
            })
    void the_last_page_is_no_page_among_others(String last) {
        var answer = "{'BrokerSummaries': [], " + last + "}";
        assertThat(state(HERE + "mq-list-brokers.json", "AWS::AmazonMQ::Broker", answer))
                .isEqualTo(Evidence.State.COMPLETE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"p2", "2", "page-2", "page3"})
    void of_numbered_pages_the_first_one_has_to_be_there(String page) {
        assertThat(state(
                        HERE + "mq-list-brokers/" + page + ".json", "AWS::AmazonMQ::Broker", "{'BrokerSummaries': []}"))
                .isEqualTo(Evidence.State.PARTIAL);
        assertThat(state(cloudControl("AWS::MemoryDB::Cluster/" + page), "AWS::MemoryDB::Cluster", NOTHING))
                .isEqualTo(Evidence.State.PARTIAL);
    }

    @Test
    void an_answer_about_one_thing_is_no_list_of_all() {
        assertThat(state(HERE + "mq-list-brokers/orders.json", "AWS::AmazonMQ::Broker", "{'BrokerSummaries': []}"))
                .isEqualTo(Evidence.State.PARTIAL);
        assertThat(state(HERE + "redshift-describe-clusters/sales.json", "AWS::Redshift::Cluster", "{'Clusters': []}"))
                .isEqualTo(Evidence.State.PARTIAL);
    }

    private static final String NOTHING = "{'ResourceDescriptions': []}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AWS::MemoryDB::Cluster | | COMPLETE",
                "AWS::MemoryDB::Cluster | /{\"ClusterName\":\"hot\"} | PARTIAL",
                "AWS::MemoryDB::Cluster | /hot | PARTIAL",
                "AWS::EKS::Nodegroup | | PARTIAL",
                "AWS::SSO::Assignment | /{\"InstanceArn\":\"arn:aws:sso:::instance/1\"} | PARTIAL",
                "AWS::ApplicationAutoScaling::ScalableTarget | | PARTIAL",
                "AWS::AmazonMQ::Broker | | PARTIAL"
            })
    void Cloud_Control_proves_what_it_lists_as_a_whole(String type, String model, Evidence.State state) {
        assertThat(state(cloudControl(type + (model == null ? "" : model)), type, NOTHING))
                .isEqualTo(state);
    }

    @Test
    void a_resource_model_with_one_more_property_narrows_the_list_down() {
        var type = "AWS::ApplicationAutoScaling::ScalableTarget";
        assertThat(state(
                        cloudControl(type + "/{\"ServiceNamespace\":\"ecs\"}"),
                        type + "?ServiceNamespace=ecs",
                        NOTHING))
                .isEqualTo(Evidence.State.COMPLETE);
        assertThat(state(
                        cloudControl(type + "/{\"ServiceNamespace\":\"ecs\",\"ResourceId\":\"service/a/b\"}"),
                        type + "?ServiceNamespace=ecs",
                        NOTHING))
                .isEqualTo(Evidence.State.PARTIAL);
        var nodes = "AWS::EKS::Nodegroup";
        var clusters = folder().with(
                        cloudControl("AWS::EKS::Cluster"),
                        "{\"ResourceDescriptions\": [{\"Identifier\": \"shop\", \"Properties\": \"{}\"}]}");
        clusters.with(cloudControl(nodes + "/{\"ClusterName\":\"shop\",\"NodegroupName\":\"x\"}"), json(NOTHING));
        assertThat(state(clusters.snapshot(), nodes)).isEqualTo(Evidence.State.PARTIAL);
    }

    @Test
    void node_groups_without_the_name_of_a_cluster_are_those_of_no_cluster_called_default() {
        var folder = folder().with(HERE + "eks-list-clusters.json", "{\"clusters\": [\"default\"]}")
                .with(HERE + "eks-list-nodegroups.json", "{\"nodegroups\": []}")
                .with(
                        HERE + "ecs-list-clusters.json",
                        "{\"clusterArns\": [\"arn:aws:ecs:eu-west-1:111122223333:cluster/default\"]}")
                .with(HERE + "ecs-list-container-instances.json", "{\"containerInstanceArns\": []}");
        assertThat(state(folder.snapshot(), "AWS::EKS::Nodegroup")).isEqualTo(Evidence.State.PARTIAL);
        assertThat(state(folder.snapshot(), "ecs:ContainerInstance")).isEqualTo(Evidence.State.COMPLETE);
    }

    @Test
    void a_list_of_another_Region_in_this_ones_folder_proves_nothing_of_this_one() {
        var brokers = "{'BrokerSummaries': [{'BrokerArn': 'arn:aws:mq:us-east-1:111122223333:broker:a:b-1'}]}";
        var snapshot =
                folder().with(HERE + "mq-list-brokers.json", json(brokers)).snapshot();
        assertThat(state(snapshot, "AWS::AmazonMQ::Broker")).isEqualTo(Evidence.State.PARTIAL);
        assertThat(evidence(snapshot, "AWS::AmazonMQ::Broker").detail()).contains("us-east-1");
    }

    @Test
    void trails_are_shown_in_Regions_where_they_are_not() {
        var trails =
                "{'trailList': [{'TrailARN': 'arn:aws:cloudtrail:us-east-1:111122223333:trail/all', 'Name': 'all'}]}";
        assertThat(state(HERE + "cloudtrail-describe-trails.json", "AWS::CloudTrail::Trail", trails))
                .isEqualTo(Evidence.State.COMPLETE);
    }

    @Test
    void a_list_of_another_accounts_resources_alone_proves_nothing_of_this_one() {
        var theirs = "{'BrokerArn': 'arn:aws:mq:eu-west-1:444455556666:broker:a:b-1'}";
        var own = "{'BrokerArn': 'arn:aws:mq:eu-west-1:111122223333:broker:c:b-2'}";
        var file = HERE + "mq-list-brokers.json";
        assertThat(state(file, "AWS::AmazonMQ::Broker", "{'BrokerSummaries': [" + theirs + "]}"))
                .isEqualTo(Evidence.State.PARTIAL);
        assertThat(state(file, "AWS::AmazonMQ::Broker", "{'BrokerSummaries': [" + theirs + ", " + own + "]}"))
                .isEqualTo(Evidence.State.COMPLETE);
    }

    @ParameterizedTest
    @CsvSource({
        "elbv2-describe-load-balancers, LoadBalancerDescriptions, AWS::ElasticLoadBalancingV2::LoadBalancer",
        "eks-list-clusters, clusterArns, AWS::EKS::Cluster",
        "mq-list-brokers, brokers, AWS::AmazonMQ::Broker",
        "rds-describe-db-instances, DBClusters, AWS::RDS::DBInstance"
    })
    void the_list_of_something_else_under_its_name_is_no_evidence(String operation, String key, String type) {
        var snapshot = folder().with(HERE + operation + ".json", "{\"" + key + "\": []}")
                .with(
                        Folder.DETAILS,
                        "{\"UserDetailList\": [], \"GroupDetailList\": [], \"RoleDetailList\": [], \"Policies\": []}")
                .snapshot();
        assertThat(snapshot.evidence()).noneMatch(e -> e.key().kind() == EvidenceKind.RESOURCE_INVENTORY);
        assertThat(type).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "configservice-snapshot|{'fileVersion': '1.0', 'configSnapshotId': '1', 'configurationItems': []}",
                "configservice-list-discovered-resources|{'resourceIdentifiers': []}",
                "configservice-select-resource-config|{'Results': [], 'QueryInfo': {}}",
                "resourcegroupstaggingapi-get-resources|{'ResourceTagMappingList': []}",
                "resource-explorer-2-search|{'Resources': [], 'Count': {'Complete': true, 'TotalResources': 0}}",
                "resource-explorer-2-list-resources|{'Resources': []}"
            })
    void what_need_not_know_all_proves_no_absence(String file) {
        var snapshot = folder().with(HERE + file.split("\\|")[0] + ".json", json(file.split("\\|")[1]))
                .with(Folder.DETAILS, "{\"RoleDetailList\": []}")
                .snapshot();
        assertThat(snapshot.evidence()).noneMatch(e -> e.key().kind() == EvidenceKind.RESOURCE_INVENTORY);
    }

    @Test
    void a_file_outside_of_any_Region_proves_nothing_of_one() {
        for (var file : List.of("global/mq-list-brokers.json", "mq-list-brokers.json")) {
            var snapshot = folder().with("111122223333/" + file, "{\"BrokerSummaries\": []}")
                    .with(Folder.DETAILS, "{\"RoleDetailList\": []}")
                    .snapshot();
            assertThat(snapshot.evidence()).noneMatch(e -> e.key().kind() == EvidenceKind.RESOURCE_INVENTORY);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // all that every account has, and one that this account did not enable
        "me-south-1, DISABLED, COMPLETE",
        "me-south-1, ENABLED, COMPLETE",
        // made with --region-opt-status-contains ENABLED_BY_DEFAULT, it would look the same
        "us-east-1, ENABLED_BY_DEFAULT, PARTIAL"
    })
    void a_list_of_Regions_that_was_filtered_is_partial(String region, String status, Evidence.State state) {
        var always = dev.identityexplorer.catalogue.Partition.alwaysEnabled("aws").stream()
                .map(name -> "{'RegionName': '" + name + "', 'RegionOptStatus': 'ENABLED_BY_DEFAULT'}, ")
                .collect(java.util.stream.Collectors.joining());
        var answer =
                "{'Regions': [" + always + "{'RegionName': '" + region + "', 'RegionOptStatus': '" + status + "'}]}";
        var snapshot = folder().with("111122223333/global/account-list-regions.json", json(answer))
                .snapshot();
        assertThat(Folder.evidence(snapshot, EvidenceKind.REGIONS).state()).isEqualTo(state);
    }

    private Folder folder() {
        return new Folder(path.resolve(String.valueOf(System.nanoTime())));
    }

    private Evidence.State state(String file, String type, String answer) {
        return state(folder().with(file, json(answer)).snapshot(), type);
    }

    private static Evidence.State state(Snapshot snapshot, String type) {
        return evidence(snapshot, type).state();
    }

    private static Evidence evidence(Snapshot snapshot, String type) {
        return snapshot.evidence().stream()
                .filter(e -> e.key().kind() == EvidenceKind.RESOURCE_INVENTORY)
                .filter(e -> e.key().text().endsWith(":" + type))
                .findFirst()
                .orElseThrow(() -> new AssertionError(type + " among " + snapshot.evidence()));
    }

    private static String cloudControl(String parameter) {
        var parts = parameter.split("/", 2);
        var encoded = URLEncoder.encode(parts[0], StandardCharsets.UTF_8)
                + (parts.length == 1 ? "" : "/" + URLEncoder.encode(parts[1], StandardCharsets.UTF_8));
        return HERE + "cloudcontrol-list-resources/" + encoded + ".json";
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    @Test
    void the_recorder_of_the_customer_alone_is_no_list_of_all_recorders() {
        var type = "AWS::Config::ConfigurationRecorder";
        var described = HERE + "configservice-describe-configuration-recorders";
        var folder = folder().with(described + ".json", "{\"ConfigurationRecorders\": []}")
                .with(Folder.DETAILS, "{\"RoleDetailList\": []}");
        assertThat(folder.inventories(type)).isEmpty();

        folder.with(
                HERE + "configservice-list-configuration-recorders.json",
                json(
                        "{'ConfigurationRecorderSummaries': [{'name': 'AWSConfigurationRecorderForX', 'servicePrincipal': 'x.amazonaws.com'}]}"));
        assertThat(folder.inventories(type)).containsExactly(Evidence.State.PARTIAL);

        var recorder = "{'name': 'AWSConfigurationRecorderForX', 'roleARN': 'arn:aws:iam::111122223333:role/r'}";
        folder.with(described + "/x.json", json("{'ConfigurationRecorders': [" + recorder + "]}"));
        assertThat(folder.inventories(type)).containsExactly(Evidence.State.COMPLETE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cognito-idp-list-user-pools | {'UserPools': [{'Id': 'p', 'Name': 'shop'}]} | cognito-idp-describe-user-pool/p | {'UserPool': {'Id': 'p', 'EmailConfiguration': {'EmailSendingAccount': 'COGNITO_DEFAULT'}}} | AWS::Cognito::UserPool",
                "kms-list-keys | {'Keys': [{'KeyId': 'k', 'KeyArn': 'arn:aws:kms:eu-west-1:111122223333:key/k'}]} | kms-get-key-policy/k | {'Policy': '{}', 'PolicyName': 'default'} | AWS::KMS::Key"
            })
    void a_list_is_as_old_as_what_it_leaves_out(String list, String all, String file, String one, String type)
            throws java.io.IOException {
        var folder = folder().with(HERE + list + ".json", json(all)).with(HERE + file + ".json", json(one));
        var long_ago = Instant.now().minus(Duration.ofDays(100)).truncatedTo(ChronoUnit.SECONDS);
        Files.setLastModifiedTime(folder.path().resolve(HERE + file + ".json"), FileTime.from(long_ago));

        var evidence = evidence(folder.snapshot(), type);
        assertThat(evidence.state()).isEqualTo(Evidence.State.COMPLETE);
        assertThat(evidence.observedAt()).isEqualTo(long_ago);
    }
}

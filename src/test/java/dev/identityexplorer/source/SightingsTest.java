package dev.identityexplorer.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.model.EvidenceKind;
import dev.identityexplorer.model.RelationshipType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources that need not know all resources show presence; none of them is an inventory. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SightingsTest {

    private static final String BUCKETS = "111122223333/us-east-1/";

    @TempDir
    private Path path;

    @Test
    void a_snapshot_of_AWS_Config_tells_roles_by_name_and_not_what_is_deleted() {
        var snapshot = new Folder(path)
                .with(
                        Folder.DETAILS,
                        "{\"RoleDetailList\": [{\"RoleName\": \"api\", \"Path\": \"/service-role/\","
                                + " \"RoleId\": \"AROAAPIEXAMPLE000001\","
                                + " \"Arn\": \"arn:aws:iam::111122223333:role/service-role/api\"}]}")
                .with(
                        "111122223333/eu-west-1/111122223333_Config_eu-west-1_ConfigSnapshot_20261120T101112Z_1.json",
                        """
                        {"fileVersion": "1.0", "configSnapshotId": "1", "configurationItems": [
                          {"accountId": "111122223333", "configurationItemStatus": "OK", "resourceType": "AWS::Lambda::Function",
                           "resourceId": "api", "ARN": "arn:aws:lambda:eu-west-1:111122223333:function:api", "awsRegion": "eu-west-1",
                           "tags": {"team": "shop"}, "configuration": "{}",
                           "relationships": [{"resourceType": "AWS::IAM::Role", "resourceName": "api"}]},
                          {"accountId": "111122223333", "configurationItemStatus": "ResourceDeleted", "resourceType": "AWS::Lambda::Function",
                           "resourceId": "old", "ARN": "arn:aws:lambda:eu-west-1:111122223333:function:old", "awsRegion": "eu-west-1"}]}
                        """)
                .snapshot();

        var function = Folder.entity(snapshot, "arn:aws:lambda:eu-west-1:111122223333:function:api");
        assertThat(Folder.targets(function, RelationshipType.USES))
                .containsExactly("arn:aws:iam::111122223333:role/service-role/api");
        assertThat(Folder.targets(function, RelationshipType.TAGGED)).containsExactly("tag:team=shop");
        assertThat(snapshot.entities()).noneMatch(e -> e.id().endsWith(":old"));
        var evidence = Folder.evidence(snapshot, EvidenceKind.RESOURCE_SIGHTING);
        assertThat(evidence.observedAt()).isEqualTo(Instant.parse("2026-11-20T10:11:12Z"));
        assertThat(snapshot.evidence()).noneMatch(e -> e.key().kind() == EvidenceKind.RESOURCE_INVENTORY);
    }

    @Test
    void of_a_history_the_newest_state_counts() {
        var item =
                "{\"accountId\": \"111122223333\", \"resourceType\": \"AWS::EKS::Cluster\", \"resourceId\": \"shop\","
                        + " \"awsRegion\": \"eu-west-1\", \"configurationItemStatus\": \"%s\","
                        + " \"configurationItemCaptureTime\": \"%s\"}";
        var history = "{\"fileVersion\": \"1.0\", \"configurationItems\": [" + item + ", " + item + "]}";
        var folder = new Folder(path)
                .with(
                        "111122223333/eu-west-1/history.json",
                        history.formatted(
                                "ResourceDeleted", "2026-11-02T00:00:00.000Z", "OK", "2026-11-01T00:00:00.000Z"));
        assertThat(folder.snapshot().entities()).isEmpty();

        folder.with(
                "111122223333/eu-west-1/history.json",
                history.formatted("ResourceDeleted", "2026-11-02T00:00:00.000Z", "OK", "2026-11-03T00:00:00.000Z"));
        assertThat(folder.snapshot().entities()).hasSize(1);
    }

    @Test
    void a_later_history_does_not_stand_in_for_an_earlier_one() {
        var history = "{\"fileVersion\": \"1.0\", \"configurationItems\": [{\"accountId\": \"111122223333\","
                + " \"resourceType\": \"AWS::EKS::Cluster\", \"resourceId\": \"%s\", \"awsRegion\": \"eu-west-1\","
                + " \"configurationItemStatus\": \"OK\", \"configurationItemCaptureTime\": \"2026-11-01T00:00:00.000Z\"}]}";
        var name =
                "111122223333/eu-west-1/111122223333_Config_eu-west-1_ConfigHistory_AWS__EKS__Cluster_202611%sT000000Z_1.json";
        var snapshot = new Folder(path)
                .with(name.formatted("01"), history.formatted("shop"))
                .with(name.formatted("02"), history.formatted("data"))
                .snapshot();
        assertThat(snapshot.entities()).extracting(e -> e.name()).containsExactlyInAnyOrder("shop", "data");
        assertThat(snapshot.problems()).isEmpty();
    }

    @Test
    void single_items_and_lists_of_items_are_read_with_nothing_around_them() {
        var item = "{\"version\": \"1.3\", \"accountId\": \"111122223333\", \"configurationItemStatus\": \"OK\","
                + " \"arn\": \"arn:aws:dax:eu-west-1:111122223333:cache/%1$s\", \"resourceType\": \"AWS::DAX::Cluster\","
                + " \"resourceId\": \"%1$s\", \"awsRegion\": \"eu-west-1\", \"configuration\": {}}";
        var snapshot = new Folder(path)
                .with("one.json", item.formatted("hot"))
                .with("more.json", "[" + item.formatted("warm") + ", " + item.formatted("cold") + "]")
                .with(
                        "111122223333/eu-west-1/configservice-batch-get-resource-config.json",
                        "{\"baseConfigurationItems\": [" + item.formatted("base")
                                + "], \"unprocessedResourceKeys\": []}")
                .snapshot();
        assertThat(snapshot.entities())
                .extracting(e -> e.id())
                .containsExactlyInAnyOrder(
                        "arn:aws:dax:eu-west-1:111122223333:cache/hot",
                        "arn:aws:dax:eu-west-1:111122223333:cache/warm",
                        "arn:aws:dax:eu-west-1:111122223333:cache/cold",
                        "arn:aws:dax:eu-west-1:111122223333:cache/base");
        assertThat(snapshot.evidence()).allMatch(e -> e.key().kind() == EvidenceKind.RESOURCE_SIGHTING);
    }

    @Test
    void an_aggregate_query_is_split_by_account() {
        var row = "\"{\\\"accountId\\\": \\\"%s\\\", \\\"awsRegion\\\": \\\"eu-west-1\\\","
                + " \\\"resourceType\\\": \\\"AWS::DAX::Cluster\\\", \\\"resourceId\\\": \\\"%s\\\"}\"";
        var source = new Folder(path)
                .with(
                        "query.json",
                        "{\"Results\": [" + row.formatted("111122223333", "one") + ", "
                                + row.formatted("444455556666", "two") + "], \"QueryInfo\": {}}")
                .source();

        assertThat(source.accounts())
                .hasSize(2)
                .allSatisfy(files -> assertThat(source.read(files).entities())
                        .singleElement()
                        .satisfies(e -> assertThat(e.id())
                                .startsWith("arn:aws:dax:eu-west-1:" + files.accountId() + ":cache/")));
    }

    @Test
    void tagged_and_indexed_resources_are_of_the_type_that_their_ARN_says() {
        var source = new Folder(path)
                .with(
                        BUCKETS + "resourcegroupstaggingapi-get-resources.json",
                        "{\"ResourceTagMappingList\": [{\"ResourceARN\": \"arn:aws:s3:::shop-assets\","
                                + " \"Tags\": [{\"Key\": \"team\", \"Value\": \"shop\"}]}]}")
                .with(
                        BUCKETS + "resource-explorer-2-search.json",
                        "{\"Resources\": [{\"Arn\": \"arn:aws:eks:eu-west-1:111122223333:cluster/shop\","
                                + " \"OwningAccountId\": \"111122223333\", \"Region\": \"eu-west-1\","
                                + " \"ResourceType\": \"eks:cluster\"},"
                                + " {\"Arn\": \"arn:aws:eks:eu-west-1:444455556666:cluster/other\","
                                + " \"OwningAccountId\": \"444455556666\"}]}")
                .source();
        assertThat(source.accounts())
                .extracting(AccountFiles::accountId)
                .containsExactly("111122223333", "444455556666");

        var snapshot = source.read(source.accounts().get(0));
        assertThat(snapshot.evidence())
                .extracting(e -> e.key().text())
                .containsExactlyInAnyOrder(
                        "resource-sighting:global:AWS::S3::Bucket", "resource-sighting:eu-west-1:AWS::EKS::Cluster");
        assertThat(snapshot.entities())
                .extracting(e -> e.id())
                .containsExactlyInAnyOrder(
                        "arn:aws:s3:::shop-assets", "arn:aws:eks:eu-west-1:111122223333:cluster/shop");
        assertThat(source.read(source.accounts().get(1)).entities())
                .extracting(e -> e.id())
                .containsExactly("arn:aws:eks:eu-west-1:444455556666:cluster/other");
    }

    /** AWS Resource Explorer answers with 1,000 resources at most, so that people search several times. */
    @Test
    void a_later_search_leaves_what_an_earlier_one_found() throws IOException {
        var found = "{\"Resources\": [{\"Arn\": \"arn:aws:eks:eu-west-1:111122223333:cluster/%s\","
                + " \"OwningAccountId\": \"111122223333\", \"Region\": \"eu-west-1\","
                + " \"ResourceType\": \"eks:cluster\"}]}";
        var folder = new Folder(path)
                .with(BUCKETS + "resource-explorer-2-search/shop.json", found.formatted("shop"))
                .with(BUCKETS + "resource-explorer-2-search/data.json", found.formatted("data"));
        Files.setLastModifiedTime(
                path.resolve(BUCKETS + "resource-explorer-2-search/shop.json"),
                FileTime.from(Instant.parse("2026-11-20T10:00:00Z")));

        assertThat(folder.snapshot().entities()).extracting(e -> e.name()).containsExactlyInAnyOrder("shop", "data");
        assertThat(folder.snapshot().problems()).isEmpty();
    }

    @Test
    void a_resource_whose_ARN_has_no_Region_is_where_the_search_found_it() {
        var source = new Folder(path)
                .with(
                        BUCKETS + "resource-explorer-2-search.json",
                        "{\"Resources\": [{\"Arn\": \"arn:aws:ec2::111122223333:ipam/ipam-0123456789abcdef0\","
                                + " \"OwningAccountId\": \"111122223333\", \"Region\": \"us-east-1\","
                                + " \"ResourceType\": \"ec2:ipam\"}]}")
                .source();

        assertThat(source.read(source.accounts().get(0)).evidence())
                .extracting(e -> e.key().text())
                .containsExactly("resource-sighting:us-east-1:AWS::EC2::IPAM");
    }
}

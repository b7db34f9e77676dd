package dev.identityexplorer.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.model.Entity;
import dev.identityexplorer.model.EntityKind;
import dev.identityexplorer.model.Evidence;
import dev.identityexplorer.model.EvidenceKind;
import dev.identityexplorer.model.RelationshipType;
import dev.identityexplorer.model.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies of resources that name an identity: it is used by them, which shows presence and never absence. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ResourcePoliciesTest {

    private static final String ROLE = "arn:aws:iam::111122223333:role/it's/$HOME/reader";
    private static final String POLICY = "{\\\"Statement\\\": [{\\\"Effect\\\": \\\"Allow\\\", \\\"Principal\\\":"
            + " {\\\"AWS\\\": \\\"" + ROLE + "\\\"}, \\\"Action\\\": \\\"*\\\"}]}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "s3api-get-bucket-policy/shop | {'Policy': '%s'} | arn:aws:iam::111122223333:root/global/AWS::S3::BucketPolicy/shop",
                "kms-get-key-policy/1a-2b | {'Policy': '%s', 'PolicyName': 'default'} | arn:aws:kms:eu-west-1:111122223333:key/1a-2b",
                "lambda-get-policy/f | {'Policy': '%s', 'RevisionId': 'x'} | arn:aws:lambda:eu-west-1:111122223333:function:f",
                "sns-get-topic-attributes/t | {'Attributes': {'TopicArn': 'arn:aws:sns:eu-west-1:111122223333:t', 'Policy': '%s'}} | arn:aws:iam::111122223333:root/eu-west-1/AWS::SNS::TopicPolicy/arn:aws:sns:eu-west-1:111122223333:t",
                "sqs-get-queue-attributes/https%%3A%%2F%%2Fsqs%%2Fq | {'Attributes': {'Policy': '%s'}} | arn:aws:iam::111122223333:root/eu-west-1/AWS::SQS::QueuePolicy/https://sqs/q",
                "secretsmanager-get-resource-policy/s | {'ARN': 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:s-1', 'Name': 's', 'ResourcePolicy': '%s'} | arn:aws:iam::111122223333:root/eu-west-1/AWS::SecretsManager::ResourcePolicy/arn:aws:secretsmanager:eu-west-1:111122223333:secret:s-1",
                "ecr-get-repository-policy/r | {'registryId': '111122223333', 'repositoryName': 'r', 'policyText': '%s'} | arn:aws:ecr:eu-west-1:111122223333:repository/r"
            })
    void a_policy_that_names_a_role_is_a_use_of_it(String file, String answer, String id, @TempDir Path path) {
        var text = answer.replace('\'', '"').replace("%s", POLICY);
        var snapshot = new Folder(path)
                .with("111122223333/eu-west-1/" + file.replace("%%", "%") + ".json", text)
                .snapshot();
        var resource = snapshot.entities().stream()
                .filter(e -> e.kind() == EntityKind.RESOURCE)
                .toList();
        assertThat(resource).extracting(Entity::id).containsExactly(id);
        assertThat(Folder.targets(resource.get(0), RelationshipType.USES)).containsExactly(ROLE);
        assertThat(snapshot.evidence())
                .filteredOn(e -> e.key().kind() == EvidenceKind.RESOURCE_INVENTORY)
                .allMatch(e -> e.state() == Evidence.State.PARTIAL);
        assertThat(snapshot.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "global/s3api-list-buckets | {'Buckets': [{'Name': 'shop'}]} | global/s3api-get-bucket-policy/shop | An error occurred (NoSuchBucketPolicy) when calling the GetBucketPolicy operation: The bucket policy does not exist | AWS::S3::BucketPolicy",
                "eu-west-1/sqs-list-queues | {'QueueUrls': ['https://sqs/q']} | eu-west-1/sqs-get-queue-attributes/https%3A%2F%2Fsqs%2Fq | {'Attributes': {'CreatedTimestamp': '1', 'QueueArn': 'arn:aws:sqs:eu-west-1:111122223333:q', 'VisibilityTimeout': '30', 'MaximumMessageSize': '9'}} | AWS::SQS::QueuePolicy",
                "eu-west-1/cloudcontrol-list-resources/AWS%3A%3ASQS%3A%3AQueue | {'ResourceDescriptions': [{'Identifier': 'https://sqs/q', 'Properties': '{}'}]} | eu-west-1/sqs-get-queue-attributes/https%3A%2F%2Fsqs%2Fq | {'Attributes': {'CreatedTimestamp': '1', 'QueueArn': 'arn:aws:sqs:eu-west-1:111122223333:q', 'VisibilityTimeout': '30', 'MaximumMessageSize': '9'}} | AWS::SQS::QueuePolicy",
                "eu-west-1/secretsmanager-list-secrets | {'SecretList': [{'ARN': 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:s-1', 'Name': 's'}]} | eu-west-1/secretsmanager-get-resource-policy/s | {'ARN': 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:s-1', 'Name': 's'} | AWS::SecretsManager::ResourcePolicy"
            })
    void what_has_no_policy_names_nobody(
            String list, String all, String file, String answer, String type, @TempDir Path path) {
        var folder = new Folder(path).with("111122223333/" + list + ".json", all.replace('\'', '"'));
        assertThat(folder.inventories(type)).doesNotContain(Evidence.State.COMPLETE);
        folder.with("111122223333/" + file + ".json", answer.replace('\'', '"'));
        assertThat(folder.inventories(type)).containsExactly(Evidence.State.COMPLETE);
        assertThat(folder.snapshot().entities())
                .filteredOn(e -> type.equals(e.properties().get("resourceType")))
                .isEmpty();
        assertThat(folder.snapshot().problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "global/s3api-list-buckets | {'Buckets': [{'Name': 'shop'}, {'Name': 'other'}]} | global/s3api-get-bucket-policy/shop | An error occurred (NoSuchBucketPolicy) when calling the GetBucketPolicy operation: none | AWS::S3::BucketPolicy",
                "global/s3api-list-buckets | {'Buckets': [{'Name': 'shop'}]} | global/s3api-get-bucket-policy/shop | An error occurred (NoSuchBucket) when calling the GetBucketPolicy operation: none | AWS::S3::BucketPolicy",
                "global/s3api-list-buckets | {'Buckets': [{'Name': 'shop'}]} | global/s3api-get-bucket-policy/shop | An error occurred (AccessDenied) when calling the GetBucketPolicy operation: no | AWS::S3::BucketPolicy",
                "eu-west-1/sqs-list-queues | {'QueueUrls': ['https://sqs/q']} | eu-west-1/sqs-get-queue-attributes/https%3A%2F%2Fsqs%2Fq | {'Attributes': {'QueueArn': 'arn:aws:sqs:eu-west-1:111122223333:q'}} | AWS::SQS::QueuePolicy",
                "eu-west-1/sns-list-topics | {'Topics': [{'TopicArn': 'arn:aws:sns:eu-west-1:111122223333:t'}]} | eu-west-1/sns-get-topic-attributes/t | {'Attributes': {'TopicArn': 'arn:aws:sns:eu-west-1:111122223333:t'}} | AWS::SNS::TopicPolicy"
            })
    void an_answer_that_does_not_tell_all_proves_nothing(
            String list, String all, String file, String answer, String type, @TempDir Path path) {
        var folder = new Folder(path)
                .with("111122223333/" + list + ".json", all.replace('\'', '"'))
                .with("111122223333/" + file + ".json", answer.replace('\'', '"'));
        assertThat(folder.inventories(type)).isNotEmpty().doesNotContain(Evidence.State.COMPLETE);
    }

    @Test
    void a_list_as_long_as_aws_makes_it_need_not_be_whole(@TempDir Path path) {
        var urls = java.util.stream.IntStream.range(0, 1000)
                .mapToObj(i -> "\"https://sqs/q" + i + "\"")
                .collect(java.util.stream.Collectors.joining(", "));
        var folder = new Folder(path)
                .with("111122223333/eu-west-1/sqs-list-queues.json", "{\"QueueUrls\": [" + urls + "]}")
                .with("111122223333/us-east-1/sqs-list-queues.json", "{\"QueueUrls\": []}");
        assertThat(folder.inventories("AWS::SQS::Queue"))
                .containsExactlyInAnyOrder(Evidence.State.PARTIAL, Evidence.State.COMPLETE);
    }

    @Test
    void a_policy_that_was_asked_for_later_is_no_newer_answer_about_another_resource(@TempDir Path path)
            throws Exception {
        var folder = new Folder(path);
        for (var function : List.of("first", "second", "third")) {
            var file = "111122223333/eu-west-1/lambda-get-policy/" + function + ".json";
            folder.with(file, "{\"Policy\": \"" + POLICY + "\"}");
            Files.setLastModifiedTime(
                    path.resolve(file), FileTime.fromMillis(1_764_000_000_000L + function.length() * 60_000L));
        }
        var snapshot = folder.snapshot();
        assertThat(snapshot.entities())
                .filteredOn(e -> e.kind() == EntityKind.RESOURCE)
                .extracting(Entity::name)
                .containsExactlyInAnyOrder("first", "second", "third");
        assertThat(snapshot.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "batch-describe-compute-environments | {'computeEnvironments': [{'computeEnvironmentArn': 'arn:aws:batch:eu-west-1:111122223333:compute-environment/ce', 'serviceRole': 'arn:aws:iam::111122223333:role/b', 'computeResources': {'instanceRole': '%s'}}]} | instance-profile/p",
                "emr-describe-cluster/j-1 | {'Cluster': {'ClusterArn': 'arn:aws:elasticmapreduce:eu-west-1:111122223333:cluster/j-1', 'ServiceRole': 'b', 'Ec2InstanceAttributes': {'IamInstanceProfile': '%s'}}} | instance-profile/p",
                "cloudcontrol-list-resources/AWS%%3A%%3ACloudFormation%%3A%%3AStackSet | {'ResourceDescriptions': [{'Identifier': 'set:1', 'Properties': {'AdministrationRoleARN': 'arn:aws:iam::111122223333:role/b', 'ExecutionRoleName': '%s'}}]} | role/p",
                "pcs-get-compute-node-group/c/n | {'computeNodeGroup': {'arn': 'arn:aws:pcs:eu-west-1:111122223333:cluster/c/computenodegroup/n', 'iamInstanceProfileArn': 'arn:aws:iam::111122223333:instance-profile/x/%s'}} | instance-profile/p"
            })
    void names_in_fields_are_resolved(String file, String answer, String used, @TempDir Path path) {
        var snapshot = new Folder(path)
                .with(Folder.DETAILS, ("{'RoleDetailList': [" + role("b") + ", " + role("p") + "]}").replace('\'', '"'))
                .with(
                        "111122223333/global/iam-list-instance-profiles.json",
                        ("{'InstanceProfiles': [{'InstanceProfileName': 'p', 'Path': '/x/', 'Roles': [],"
                                        + " 'Arn': 'arn:aws:iam::111122223333:instance-profile/x/p'}]}")
                                .replace('\'', '"'))
                .with(
                        "111122223333/eu-west-1/" + file.replace("%%", "%") + ".json",
                        answer.replace('\'', '"').replace("%s", "p"))
                .snapshot();
        var resource = resource(snapshot);
        assertThat(Folder.targets(resource, RelationshipType.USES))
                .contains("arn:aws:iam::111122223333:" + used.replace("profile/", "profile/x/"));
        assertThat(resource.properties()).doesNotContainKey("rolesUnknown");
    }

    private static Entity resource(Snapshot snapshot) {
        return snapshot.entities().stream()
                .filter(e -> e.kind() == EntityKind.RESOURCE)
                .findFirst()
                .orElseThrow();
    }

    private static String role(String name) {
        return "{'RoleName': '" + name + "', 'Path': '/', 'Arn': 'arn:aws:iam::111122223333:role/" + name + "'}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ROLE/one,ROLE/two | one two",
                "ROLE/one, ROLE/two | one two",
                "ROLE/one;ROLE/two, | one two",
                "prod=ROLE/one,stage=ROLE/two | one two",
                "ROLE/one,external | one",
                "ROLE/a,b | a,b",
                "ROLE/a,b,ROLE/two | a,b two"
            })
    void of_several_ARNs_in_one_text_each_is_used(String text, String names, @TempDir Path path) {
        var answer =
                "{\"Functions\": [{\"FunctionArn\": \"arn:aws:lambda:eu-west-1:111122223333:function:f\", \"Environment\": {\"Variables\": {\"ROLES\": \""
                        + text.replace("ROLE", "arn:aws:iam::111122223333:role") + "\"}}}]}";
        var snapshot = new Folder(path)
                .with(
                        Folder.DETAILS,
                        ("{'RoleDetailList': [" + role("one") + ", " + role("two") + ", " + role("a,b") + "]}")
                                .replace('\'', '"'))
                .with("111122223333/eu-west-1/lambda-list-functions.json", answer)
                .snapshot();
        var resource = resource(snapshot);
        assertThat(Folder.targets(resource, RelationshipType.USES))
                .contains(java.util.Arrays.stream(names.split(" "))
                        .map(name -> "arn:aws:iam::111122223333:role/" + name)
                        .toArray(String[]::new));
    }
}

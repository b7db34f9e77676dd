package dev.identityexplorer.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.model.Evidence;
import dev.identityexplorer.model.EvidenceKind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are about something else than their file's name says, or about less: they prove no absence. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MisplacedAnswerTest {

    private static final String ACCOUNT = "111122223333/";

    @TempDir
    private Path path;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // of another account
                "eu-west-1/inspector2-batch-get-account-status | inspector2:Enabler | {'accounts': [{'accountId': '999988887777', 'state': {'status': 'DISABLED'}}], 'failedAccounts': [{'accountId': '111122223333'}]}",
                "eu-west-1/sqs-list-queues | AWS::SQS::Queue | {'QueueUrls': ['https://sqs.eu-west-1.amazonaws.com/999988887777/q']}",
                // of another part
                "eu-west-1/application-autoscaling-describe-scalable-targets/ecs | AWS::ApplicationAutoScaling::ScalableTarget?ServiceNamespace=ecs | {'ScalableTargets': [{'ServiceNamespace': 'dynamodb', 'ResourceId': 'table/t', 'ScalableTargetARN': 'arn:aws:application-autoscaling:eu-west-1:111122223333:scalable-target/1'}]}",
                // of another Region
                "eu-west-1/ec2-describe-instances | AWS::EC2::Instance | {'Reservations': [{'Instances': [{'InstanceId': 'i-1', 'Placement': {'AvailabilityZone': 'us-east-1a'}}]}]}",
                "eu-west-1/elb-describe-load-balancers | AWS::ElasticLoadBalancing::LoadBalancer | {'LoadBalancerDescriptions': [{'LoadBalancerName': 'b', 'AvailabilityZones': ['us-east-1a']}]}",
                "eu-west-1/sqs-list-queues | AWS::SQS::Queue | {'QueueUrls': ['https://sqs.us-east-1.amazonaws.com/111122223333/q']}",
                // of some alone
                "global/s3api-list-buckets | AWS::S3::Bucket | {'Buckets': [], 'Prefix': 'b'}",
                "eu-west-1/s3api-list-buckets | AWS::S3::Bucket | {'Buckets': []}"
            })
    void a_list_of_something_else_is_partial(String file, String type, String answer) {
        assertThat(new Folder(path).with(ACCOUNT + file + ".json", json(answer)).inventories(type))
                .containsExactly(Evidence.State.PARTIAL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eu-west-1/sqs-list-queues | AWS::SQS::Queue | {'QueueUrls': ['https://sqs.eu-west-1.amazonaws.com/111122223333/q']}",
                "eu-west-1/elb-describe-load-balancers | AWS::ElasticLoadBalancing::LoadBalancer | {'LoadBalancerDescriptions': [{'LoadBalancerName': 'b', 'AvailabilityZones': ['eu-west-1a', 'eu-west-1-ham-1a']}]}",
                "global/s3api-list-buckets | AWS::S3::Bucket | {'Buckets': [], 'Prefix': ''}",
                "eu-west-1/inspector2-batch-get-account-status | inspector2:Enabler | {'accounts': [{'accountId': '111122223333', 'state': {'status': 'DISABLED'}}]}"
            })
    void the_own_list_is_whole(String file, String type, String answer) {
        assertThat(new Folder(path).with(ACCOUNT + file + ".json", json(answer)).inventories(type))
                .containsExactly(Evidence.State.COMPLETE);
    }

    @Test
    void listeners_of_another_load_balancer_show_nothing_of_this_one() {
        var balancers = "{'LoadBalancers': [{'LoadBalancerArn': '%s'}, {'LoadBalancerArn': '%s'}]}";
        var one = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/a/1";
        var other = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/b/1";
        var listeners = json("{'Listeners': [{'LoadBalancerArn': '" + other + "', 'ListenerArn': '"
                + other.replace("loadbalancer", "listener") + "/2'}]}");
        var folder = new Folder(path)
                .with(ACCOUNT + "eu-west-1/elbv2-describe-load-balancers.json", json(balancers.formatted(one, other)))
                .with(listenersOf(one), listeners)
                .with(listenersOf(other), listeners);
        assertThat(folder.inventories("AWS::ElasticLoadBalancingV2::Listener")).containsExactly(Evidence.State.PARTIAL);

        folder.with(listenersOf(one), json("{'Listeners': []}"));
        assertThat(folder.inventories("AWS::ElasticLoadBalancingV2::Listener"))
                .containsExactly(Evidence.State.COMPLETE);
    }

    private static String listenersOf(String balancer) {
        return ACCOUNT + "eu-west-1/elbv2-describe-listeners/"
                + java.net.URLEncoder.encode(balancer, java.nio.charset.StandardCharsets.UTF_8) + ".json";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sns-list-topics | {'Topics': [{'TopicArn': 'arn:aws:sns:eu-west-1:111122223333:a'}, {'TopicArn': 'arn:aws:sns:eu-west-1:111122223333:b'}]} | sns-get-topic-attributes/arn%3Aaws%3Asns%3Aeu-west-1%3A111122223333%3Aa | {'Attributes': {'TopicArn': 'arn:aws:sns:eu-west-1:111122223333:b', 'Policy': '{}'}} | AWS::SNS::TopicPolicy",
                "secretsmanager-list-secrets | {'SecretList': [{'ARN': 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:a-1', 'Name': 'a'}, {'ARN': 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:b-1', 'Name': 'b'}]} | secretsmanager-get-resource-policy/a | {'ARN': 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:b-1', 'Name': 'b'} | AWS::SecretsManager::ResourcePolicy"
            })
    void an_answer_speaks_for_what_it_names(String list, String all, String file, String answer, String type) {
        var folder = new Folder(path)
                .with(ACCOUNT + "eu-west-1/" + list + ".json", json(all))
                .with(ACCOUNT + "eu-west-1/" + file + ".json", json(answer));
        assertThat(folder.inventories(type)).containsExactly(Evidence.State.PARTIAL);
    }

    @ParameterizedTest
    @CsvSource({
        "details, roles, PARTIAL",
        "gaad-a, gaad-c, PARTIAL",
        "gaad-a, gaad-b, COMPLETE",
        "page-1, page-2, COMPLETE",
        "page-1, page-3, PARTIAL",
        "1, roles, PARTIAL"
    })
    void a_page_goes_on_in_the_next_of_its_name_and_nowhere_else(String first, String last, Evidence.State state) {
        var details = "{'UserDetailList': [%s], 'GroupDetailList': [], 'RoleDetailList': [], 'Policies': []%s}";
        var user =
                "{'Arn': 'arn:aws:iam::111122223333:user/%1$s', 'UserName': '%1$s', 'UserId': 'AIDA%1$s', 'Path': '/',"
                        + " 'CreateDate': '2024-01-01T00:00:00Z', 'GroupList': [], 'AttachedManagedPolicies': []}";
        var snapshot = new Folder(path)
                .with("x/" + first + ".json", json(details.formatted(user.formatted("ann"), ", 'NextToken': 'abc'")))
                .with("x/" + last + ".json", json(details.formatted(user.formatted("bob"), "")))
                .snapshot();
        assertThat(snapshot.evidence())
                .filteredOn(e -> e.key().kind() == EvidenceKind.USERS)
                .extracting(Evidence::state)
                .containsExactly(state);
    }

    @Test
    void a_user_that_AWS_does_not_find_has_no_proven_password() {
        var details = json("{'UserDetailList': [{'Arn': 'arn:aws:iam::111122223333:user/ann', 'UserName': 'ann',"
                + " 'UserId': 'AIDAANN', 'Path': '/', 'CreateDate': '2024-01-01T00:00:00Z', 'GroupList': [],"
                + " 'AttachedManagedPolicies': []}], 'GroupDetailList': [], 'RoleDetailList': [], 'Policies': []}");
        var error = "An error occurred (NoSuchEntity) when calling the GetLoginProfile operation: ";
        var folder = new Folder(path).with(ACCOUNT + "global/iam-get-account-authorization-details.json", details);
        var file = ACCOUNT + "global/iam-get-login-profile/ann.json";
        folder.with(file, error + "The user with name ann cannot be found.");
        assertThat(passwords(folder)).isEmpty();
        folder.with(file, error + "Login Profile for User ann cannot be found.");
        assertThat(passwords(folder)).containsExactly(Evidence.State.COMPLETE);
        var inJson = "{\"Error\": {\"Code\": \"NoSuchEntity\", \"Message\": \"%s\"}}";
        for (var message : List.of(
                "The user with name ann cannot be found.",
                "Login Profile for User bob cannot be found.",
                "Cannot find Login Profile for User annabel",
                "none",
                "")) {
            folder.with(file, error + message);
            assertThat(passwords(folder)).as(message).isEmpty();
            folder.with(file, inJson.formatted(message));
            assertThat(passwords(folder)).as(message).isEmpty();
        }
        for (var message : List.of(
                "Login Profile for User ann cannot be found.",
                "Cannot find Login Profile for User Ann.",
                "Login Profile for User cannot be found.")) {
            folder.with(file, inJson.formatted(message));
            assertThat(passwords(folder)).as(message).containsExactly(Evidence.State.COMPLETE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"__type\":\"com.amazon.coral.service#AccessDeniedException\",\"message\":\"no\"}",
                "{\"Error\":{\"Code\":\"AccessDenied\",\"Message\":\"no\"}}",
                "<ErrorResponse>\n<Error><Type>Sender</Type><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>",
                "<?xml version=\"1.0\"?><Response><Errors><Error><Code>UnauthorizedOperation</Code></Error></Errors></Response>"
            })
    void a_refusal_is_one_in_whatever_form_it_was_saved(String answer) {
        var folder = new Folder(path)
                .with(ACCOUNT + "eu-west-1/autoscaling-describe-auto-scaling-groups.json", answer)
                .with(ACCOUNT + "global/iam-get-account-authorization-details.json", "{\"RoleDetailList\": []}");
        assertThat(folder.inventories("AWS::AutoScaling::AutoScalingGroup")).containsExactly(Evidence.State.DENIED);
    }

    private static List<Evidence.State> passwords(Folder folder) {
        return folder.snapshot().evidence().stream()
                .filter(e -> e.key().kind() == EvidenceKind.LOGIN_PROFILE)
                .map(Evidence::state)
                .toList();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}

package dev.identityexplorer.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.identityexplorer.catalogue.ReadCalls;
import dev.identityexplorer.model.CollectedFile;
import dev.identityexplorer.model.Evidence;
import dev.identityexplorer.model.EvidenceKey;
import dev.identityexplorer.source.Source;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From what AWS answers to the evidence that import makes of it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AskingTest {

    private static final ReadCalls CALLS = ReadCalls.load();
    private static final String QUEUES = "sqs list-queues";
    private static final String TABLES = "dynamodb list-tables";
    private static final String BALANCERS = "elb describe-load-balancers";

    @TempDir
    Path folder;

    private FakeAws aws;
    private Asking asking;

    @BeforeEach
    void serve() {
        aws = new FakeAws();
        asking = new Asking(FakeAws.session(new ReadOnly(CALLS)), CALLS);
    }

    @AfterEach
    void stop() {
        asking.close();
        aws.close();
    }

    @Test
    void all_pages_are_one_answer() {
        aws.answer("ListTables", "{\"TableNames\": [\"a\"], \"LastEvaluatedTableName\": \"a\"}")
                .answer("ListTables", "{\"TableNames\": [\"b\"]}");

        var answer = ask(TABLES);
        assertThat(answer.content())
                .hasValueSatisfying(content -> assertThat(content).hasToString("{\"TableNames\":[\"a\",\"b\"]}"));
        assertThat(aws.requests()).extracting(FakeAws.Request::body).containsExactly("{}", """
                {"ExclusiveStartTableName":"a"}""");
        assertThat(evidence(TABLES, "AWS::DynamoDB::Table", answer).state()).isEqualTo(Evidence.State.COMPLETE);
    }

    @Test
    void a_page_that_is_missing_makes_the_evidence_partial() {
        aws.answer("ListTables", "{\"TableNames\": [\"a\"], \"LastEvaluatedTableName\": \"a\"}")
                .answer("ListTables", 400, "{\"__type\": \"com.amazon.coral.service#AccessDeniedException\"}");

        var answer = ask(TABLES);
        assertThat(answer.state()).isEqualTo(CollectedFile.State.PARTIAL);
        assertThat(evidence(TABLES, "AWS::DynamoDB::Table", answer).state()).isEqualTo(Evidence.State.PARTIAL);
    }

    @Test
    void a_next_page_that_never_changes_makes_the_evidence_partial_instead_of_being_asked_for_for_ever() {
        aws.answer("ListTables", "{\"TableNames\": [\"a\"], \"LastEvaluatedTableName\": \"a\"}");

        var answer = ask(TABLES);
        assertThat(answer.state()).isEqualTo(CollectedFile.State.PARTIAL);
        assertThat(evidence(TABLES, "AWS::DynamoDB::Table", answer).state()).isEqualTo(Evidence.State.PARTIAL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | {"__type": "com.amazon.coral.service#AccessDeniedException", "message": "no"} | DENIED
            400 | {"__type": "UnrecognizedClientException", "message": "invalid token"} | PARTIAL
            403 | {"__type": "AuthFailure"} | PARTIAL
            404 | <html>not here</html> | PARTIAL
            200 | <html>please log in</html> | PARTIAL
            200 | [] | PARTIAL
            200 | '' | PARTIAL
            """)
    void what_is_no_answer_is_never_taken_for_an_empty_list(int status, String body, Evidence.State state) {
        aws.answer("ListTables", status, body);

        var answer = ask(TABLES);
        assertThat(answer.content()).isEmpty();
        assertThat(evidence(TABLES, "AWS::DynamoDB::Table", answer).state()).isEqualTo(state);
    }

    @Test
    void an_answer_without_the_list_is_no_evidence() {
        aws.answer("ListTables", "{}");

        bundle().write(file(TABLES), "ListTables", ask(TABLES), Instant.now());
        assertThat(Source.of(List.of(folder)).accounts()).isEmpty();
    }

    @Test
    void a_list_that_AWS_leaves_out_where_it_is_empty_is_empty() {
        aws.answer("ListQueues", "{}");

        assertThat(evidence(QUEUES, "AWS::SQS::Queue", ask(QUEUES)).state()).isEqualTo(Evidence.State.COMPLETE);
    }

    @Test
    void a_map_in_XML_is_an_object() {
        aws.answer("GetTopicAttributes", """
                <GetTopicAttributesResponse><GetTopicAttributesResult><Attributes>
                <entry><key>Policy</key><value>{"Statement":[]}</value></entry><entry><key>Owner</key><value/></entry>
                </Attributes></GetTopicAttributesResult></GetTopicAttributesResponse>""");

        assertThat(ask("sns get-topic-attributes").content())
                .hasValueSatisfying(content -> assertThat(content)
                        .hasToString("{\"Attributes\":{\"Policy\":\"{\\\"Statement\\\":[]}\",\"Owner\":\"\"}}"));
    }

    @Test
    void a_service_that_is_not_reached_is_no_evidence() {
        aws.close();
        System.setProperty("aws.endpointUrl", "http://127.0.0.1:1");

        var answer = ask(TABLES);
        assertThat(answer.failure())
                .hasValueSatisfying(failure -> assertThat(failure.code()).isEqualTo("EndpointConnectionError"));
        assertThat(evidence(TABLES, "AWS::DynamoDB::Table", answer).state()).isEqualTo(Evidence.State.PARTIAL);
    }

    @Test
    void an_empty_list_is_one_in_XML_too_where_the_answer_has_it() {
        aws.answer("DescribeLoadBalancers", balancers("<LoadBalancerDescriptions/>"));

        assertThat(evidence(BALANCERS, "AWS::ElasticLoadBalancing::LoadBalancer", ask(BALANCERS))
                        .state())
                .isEqualTo(Evidence.State.COMPLETE);
    }

    @Test
    void a_list_in_XML_is_a_list_and_goes_on_with_the_next_page() {
        aws.answer("DescribeLoadBalancers", balancers("""
                        <LoadBalancerDescriptions><member><LoadBalancerName>a</LoadBalancerName><Instances/></member>
                        </LoadBalancerDescriptions><NextMarker>a</NextMarker>""")).answer("DescribeLoadBalancers", balancers("""
                        <LoadBalancerDescriptions><member><LoadBalancerName>b</LoadBalancerName></member>
                        </LoadBalancerDescriptions>"""));

        assertThat(ask(BALANCERS).content())
                .hasValueSatisfying(
                        content -> assertThat(content)
                                .hasToString(
                                        "{\"LoadBalancerDescriptions\":[{\"LoadBalancerName\":\"a\"},{\"LoadBalancerName\":\"b\"}]}"));
        assertThat(aws.requests().get(1).body()).endsWith("Marker=a");
    }

    @Test
    void the_answer_of_another_operation_is_an_error() {
        aws.answer("DescribeLoadBalancers", "<DescribeTagsResponse><DescribeTagsResult/></DescribeTagsResponse>");

        assertThat(ask(BALANCERS).content()).isEmpty();
    }

    @Test
    void an_error_in_XML_has_its_code() {
        aws.answer(
                "DescribeLoadBalancers",
                403,
                "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code></Error></ErrorResponse>");

        assertThat(evidence(BALANCERS, "AWS::ElasticLoadBalancing::LoadBalancer", ask(BALANCERS))
                        .state())
                .isEqualTo(Evidence.State.DENIED);
    }

    @Test
    void a_report_is_asked_for_until_it_is_there() {
        aws.answer("GenerateCredentialReport", report("STARTED"))
                .answer("GenerateCredentialReport", report("COMPLETE"))
                .answer("GetCredentialReport", """
                        <GetCredentialReportResponse><GetCredentialReportResult><Content>dXNlcixhcm4K</Content>
                        <ReportFormat>text/csv</ReportFormat><GeneratedTime>2024-01-01T00:00:00Z</GeneratedTime>
                        </GetCredentialReportResult></GetCredentialReportResponse>""");

        assertThat(ask("iam get-credential-report").content())
                .hasValueSatisfying(content -> assertThat(content)
                        .hasToString("{\"Content\":\"dXNlcixhcm4K\",\"ReportFormat\":\"text/csv\","
                                + "\"GeneratedTime\":\"2024-01-01T00:00:00+00:00\"}"));
        assertThat(aws.requests()).hasSize(3);
    }

    @Test
    void an_empty_list_of_the_SDK_is_there_and_an_absent_one_is_not() {
        aws.answer("ListAccountAliases", """
                        <ListAccountAliasesResponse><ListAccountAliasesResult><AccountAliases/>
                        </ListAccountAliasesResult></ListAccountAliasesResponse>""").answer("ListAccountAliases", "<html><body/></html>");

        assertThat(ask("iam list-account-aliases").content().orElseThrow()).hasToString("{\"AccountAliases\":[]}");
        assertThat(ask("iam list-account-aliases")
                        .content()
                        .map(c -> c.has("AccountAliases"))
                        .orElse(false))
                .isFalse();
    }

    @Test
    void throttling_is_waited_out() {
        aws.answer("ListTables", 400, "{\"__type\": \"ThrottlingException\"}")
                .answer("ListTables", "{\"TableNames\": []}");

        assertThat(ask(TABLES).state()).isEqualTo(CollectedFile.State.WHOLE);
    }

    @Test
    void expired_credentials_end_the_run() {
        aws.answer("ListTables", 400, "{\"__type\": \"ExpiredTokenException\"}");

        assertThatThrownBy(() -> ask(TABLES))
                .isInstanceOf(CollectException.class)
                .hasMessageContaining("expired");
    }

    @Test
    void names_that_begin_small_on_the_wire_are_those_of_the_AWS_CLI_but_tags_stay_what_they_are() {
        aws.answer("/v1/brokers", "{\"brokerSummaries\": [{\"brokerArn\": \"arn\", \"tags\": {\"team\": \"a\"}}]}");

        assertThat(ask("mq list-brokers").content().orElseThrow())
                .hasToString("{\"BrokerSummaries\":[{\"BrokerArn\":\"arn\",\"Tags\":{\"team\":\"a\"}}]}");
    }

    private Answer ask(String operation) {
        return asking.ask(CALLS.named(operation), "eu-west-1", Values.none("111122223333"));
    }

    private Bundle bundle() {
        return new Bundle(folder.resolve("111122223333"), folder.resolve(".collect"), "test");
    }

    private static String file(String operation) {
        return "eu-west-1/" + operation.replace(' ', '-') + ".json";
    }

    /** What import makes of the answer. */
    private Evidence evidence(String operation, String type, Answer answer) {
        bundle().write(file(operation), CALLS.named(operation).api(), answer, Instant.now());
        var source = Source.of(List.of(folder));
        assertThat(source.accounts()).as(source.skipped().toString()).hasSize(1);
        var key = EvidenceKey.inventory(type, "eu-west-1");
        return source.read(source.accounts().get(0)).evidence().stream()
                .filter(e -> e.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static String balancers(String result) {
        return "<DescribeLoadBalancersResponse><DescribeLoadBalancersResult>" + result
                + "</DescribeLoadBalancersResult></DescribeLoadBalancersResponse>";
    }

    private static String report(String state) {
        return "<GenerateCredentialReportResponse><GenerateCredentialReportResult><State>" + state
                + "</State></GenerateCredentialReportResult></GenerateCredentialReportResponse>";
    }
}

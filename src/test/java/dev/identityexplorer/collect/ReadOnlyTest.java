package dev.identityexplorer.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.identityexplorer.catalogue.CalledService;
import dev.identityexplorer.catalogue.ReadCall;
import dev.identityexplorer.catalogue.ReadCalls;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;

/** Whatever else is wrong with the program, it cannot change an account. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadOnlyTest {

    private static final ReadCalls CALLS = ReadCalls.load();

    private FakeAws aws;
    private Session session;

    @BeforeEach
    void serve() {
        aws = new FakeAws();
        session = FakeAws.session(new ReadOnly(CALLS));
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void a_client_of_the_SDK_refuses_what_is_not_on_the_list_before_anything_is_sent() {
        try (var iam = IamClient.builder()
                        .region(Region.US_EAST_1)
                        .credentialsProvider(session.credentials())
                        .overrideConfiguration(session.configuration())
                        .httpClient(session.http())
                        .build();
                var ec2 = Ec2Client.builder()
                        .region(Region.US_EAST_1)
                        .credentialsProvider(session.credentials())
                        .overrideConfiguration(session.configuration())
                        .httpClient(session.http())
                        .build()) {
            assertThatThrownBy(() -> iam.deleteUser(r -> r.userName("deploy-bot")))
                    .isInstanceOf(CollectException.class)
                    .hasMessageContaining("iam/deleteuser");
            assertThatThrownBy(() -> iam.createUser(r -> r.userName("deploy-bot")))
                    .isInstanceOf(CollectException.class);
            assertThatThrownBy(() -> iam.listUsers()).isInstanceOf(CollectException.class);
            assertThatThrownBy(() -> ec2.terminateInstances(r -> r.instanceIds("i-1")))
                    .isInstanceOf(CollectException.class);
        }
        assertThat(aws.requests()).isEmpty();
    }

    @Test
    void a_call_that_is_on_the_list_is_sent() {
        aws.answer("ListAccountAliases", aliases());
        try (var iam = IamClient.builder()
                .region(Region.US_EAST_1)
                .credentialsProvider(session.credentials())
                .overrideConfiguration(session.configuration())
                .httpClient(session.http())
                .build()) {
            assertThat(iam.listAccountAliases().accountAliases()).containsExactly("shop");
        }
        assertThat(aws.requests()).hasSize(1);
    }

    @Test
    void a_request_without_the_SDK_is_refused_where_the_list_has_no_such_call_or_has_it_otherwise() {
        var transport = new JsonCalls(session);
        var known = CALLS.named("dynamodb list-tables");
        for (var forged : new ReadCall[] {
            forged(known, "dynamodb delete-table", "DeleteTable", known.service()),
            forged(known, known.operation(), "DeleteTable", known.service()),
            forged(
                    known,
                    known.operation(),
                    known.api(),
                    CALLS.named("kms list-keys").service())
        }) {
            assertThatThrownBy(() -> transport.page(forged, "us-east-1", Map.of()))
                    .isInstanceOf(CollectException.class)
                    .hasMessageContaining("not on the list");
        }
        assertThat(aws.requests()).isEmpty();

        aws.answer("ListTables", "{\"TableNames\": []}");
        assertThat(transport.page(known, "us-east-1", Map.of())).hasToString("{\"TableNames\":[]}");
    }

    /** {@code HttpURLConnection} makes a POST of a GET that has a body, and to some services POST means create. */
    @Test
    void each_call_without_the_SDK_arrives_with_the_method_the_path_and_the_target_of_the_list() {
        aws.otherwise(200, "{}");
        var transport = new JsonCalls(session);
        for (var call : CALLS.all()) {
            if (call.service().protocol() == CalledService.Protocol.REST_JSON
                    || call.service().protocol() == CalledService.Protocol.JSON) {
                aws.requests().clear();
                var arguments = Pattern.compile("\\{(\\w+)}")
                        .matcher(call.http())
                        .results()
                        .collect(Collectors.<MatchResult, String, Object>toMap(m -> m.group(1), m -> "a b/c"));
                transport.page(call, "us-east-1", arguments);
                assertThat(aws.requests()).as(call.operation()).singleElement().satisfies(request -> {
                    assertThat(request.method() + " " + request.path())
                            .isEqualTo(call.http().replaceAll("\\{\\w+}", "a%20b%2Fc"));
                    if (call.service().protocol() == CalledService.Protocol.JSON) {
                        assertThat(request.target()).isEqualTo(call.service().target() + "." + call.api());
                    }
                });
            }
        }
    }

    static String aliases() {
        return """
                <ListAccountAliasesResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><ListAccountAliasesResult>
                <IsTruncated>false</IsTruncated><AccountAliases><member>shop</member></AccountAliases>
                </ListAccountAliasesResult></ListAccountAliasesResponse>""";
    }

    private static ReadCall forged(ReadCall call, String operation, String api, CalledService service) {
        return new ReadCall(
                operation,
                api,
                service,
                call.http(),
                call.host(),
                call.paging(),
                call.arguments(),
                call.feeds(),
                call.file(),
                call.before(),
                call.until(),
                call.step(),
                call.option(),
                call.once(),
                call.empty(),
                call.action());
    }
}

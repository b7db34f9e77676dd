package dev.identityexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.identityexplorer.graph.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * From an account to an empty account: collect, import, judge, plan, run the plan. The account is moto's, which refuses
 * fewer deletions than AWS does: what AWS says decides what is expected here.
 */
@Tag("moto")
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestMethodOrder(OrderAnnotation.class)
class CollectIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ACCOUNT = "123456789012";
    private static final String REGIONS = "eu-west-1,us-east-1";
    private static final String ROOT = "arn:aws:iam::" + ACCOUNT + ":";
    private static final String BOT = ROOT + "user/deploy-bot";
    private static final String IDLE = ROOT + "user/idle+user@example.com";
    private static final String GROUP = ROOT + "group/developers";
    private static final String POLICY = ROOT + "policy/read-buckets";
    private static final String WEB = ROOT + "role/web-server";
    private static final String FORGOTTEN = ROOT + "role/forgotten";
    private static final String SCALING =
            ROOT + "role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling";
    private static final String BEANSTALK =
            ROOT + "role/aws-service-role/elasticbeanstalk.amazonaws.com/AWSServiceRoleForElasticBeanstalk";

    @TempDir
    static Path folder;

    private static MotoServer moto;
    private static Shop shop;

    @BeforeAll
    static void fill_an_account() throws Exception {
        var server = MotoServer.program("moto_server");
        if (server.isEmpty()
                || MotoServer.program("aws").isEmpty()
                || MotoServer.program("bash").isEmpty()) {
            System.out.println(
                    "!!! moto_server, aws or bash is not on the PATH: explorer collect is NOT tested against a"
                            + " server by this run.");
            Assumptions.abort("moto_server, aws or bash is not on the PATH.");
        }
        moto = new MotoServer(server.get());
        shop = new Shop(moto.uri());
        shop.fill();
        bash("""
                policy='{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*",
                  "Principal": {"AWS": "%s"}}]}'
                ask() { aws --endpoint-url "$AWS_ENDPOINT_URL" "$@"; }
                set -e
                for bucket in shop.invoices shop-logs; do
                  ask s3api create-bucket --bucket $bucket --create-bucket-configuration LocationConstraint=eu-west-1
                done
                ask s3api put-bucket-policy --bucket shop.invoices --policy "$policy"
                ask sns create-topic --name orders
                ask sqs create-queue --queue-name orders
                ask secretsmanager create-secret --name orders --secret-string none
                ask secretsmanager put-resource-policy --secret-id orders --resource-policy "$policy"
                """.formatted(BOT));
        System.setProperty("aws.endpointUrl", moto.uri().toString());
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        TestDatabase.reset();
    }

    @AfterAll
    static void stop() {
        Stream.of("aws.endpointUrl", "aws.accessKeyId", "aws.secretAccessKey").forEach(System::clearProperty);
        if (shop != null) {
            shop.close();
        }
        if (moto != null) {
            moto.close();
        }
    }

    @Test
    @Order(1)
    void the_account_is_collected_and_a_second_run_asks_for_nothing_that_it_has() throws Exception {
        var first = collect();
        assertThat(first.path("answers").asInt()).isGreaterThan(300);
        assertThat(first.path("kept").asInt()).isZero();
        assertThat(Files.exists(folder.resolve("bundle/.collect"))).isFalse();

        var second = collect();
        assertThat(second.path("answers").asInt()).isZero();
        assertThat(second.path("kept").asInt()).isEqualTo(first.path("answers").asInt());
        assertThat(second.path("errors")).isEqualTo(first.path("errors"));
    }

    @Test
    @Order(2)
    void the_files_are_what_the_AWS_CLI_prints() throws Exception {
        for (var operation : List.of(
                "iam list-policies --scope Local",
                "iam list-instance-profiles",
                "iam get-account-authorization-details",
                "autoscaling describe-auto-scaling-groups",
                "autoscaling describe-launch-configurations",
                "elb describe-load-balancers",
                "ecs list-clusters")) {
            var words = operation.split(" ");
            var region = words[0].equals("iam") ? "global" : "eu-west-1";
            var ours = JSON.readTree(folder.resolve("bundle")
                    .resolve(ACCOUNT)
                    .resolve(region)
                    .resolve(words[0] + "-" + words[1] + ".json")
                    .toFile());
            assertThat(comparable(ours)).as(operation).isEqualTo(comparable(JSON.readTree(bash("aws " + operation))));
        }
    }

    @Test
    @Order(3)
    void every_verdict_agrees_with_what_the_account_holds() throws Exception {
        var imported = Cli.onTestDatabase("import", folder.resolve("bundle").toString());
        assertThat(imported.code()).as(imported.err()).isZero();

        var answers = answers();
        assertThat(answers.keySet()).containsExactlyElementsOf(shop.identities());
        assertThat(blockers(answers))
                .containsOnly(
                        entry(
                                BOT,
                                List.of(
                                        "user-access-key",
                                        "user-attached-policy",
                                        "user-group-membership",
                                        "user-inline-policy",
                                        "user-login-profile")),
                        entry(IDLE, List.of()),
                        entry(GROUP, List.of("group-attached-policy", "group-member")),
                        entry(
                                POLICY,
                                List.of(
                                        "policy-attached-to-group",
                                        "policy-attached-to-role",
                                        "policy-attached-to-user",
                                        "policy-version")),
                        entry(WEB, List.of("role-attached-policy", "role-inline-policy", "role-instance-profile")),
                        entry(FORGOTTEN, List.of()),
                        entry(SCALING, List.of("slr-in-use")),
                        entry(BEANSTALK, List.of()));
        assertThat(answers.get(IDLE).path("verdict").asText()).isEqualTo("CLEAR");
        assertThat(answers.get(IDLE).path("gaps"))
                .filteredOn(gap ->
                        List.of(REGIONS.split(",")).contains(gap.path("region").asText()))
                .isEmpty();
        assertThat(answers.get(BOT).path("blockers"))
                .filteredOn(blocker -> blocker.path("rule").asText().equals("resource-names-user"))
                .extracting(blocker -> blocker.path("resourceType").asText())
                .containsExactlyInAnyOrder("AWS::S3::BucketPolicy", "AWS::SecretsManager::ResourcePolicy");
        assertThat(answers.get(FORGOTTEN).path("verdict").asText()).isEqualTo("CLEAR");
        assertThat(answers.get(BEANSTALK).path("verdict").asText()).isEqualTo("UNPROVEN");
    }

    @Test
    @Order(4)
    void what_is_missing_is_missing_in_regions_that_were_not_asked_and_nowhere_else() throws Exception {
        var gaps = answers().get(BEANSTALK).path("gaps");
        assertThat(gaps).isNotEmpty().allSatisfy(gap -> {
            assertThat(gap.path("region").asText()).isNotIn((Object[]) REGIONS.split(","));
            assertThat(gap.path("state").asText()).isEqualTo("missing");
        });
    }

    @Test
    @Order(5)
    void the_plans_delete_what_they_say_when_they_are_run() throws Exception {
        run(BOT, IDLE, GROUP, WEB, FORGOTTEN, POLICY);
        assertThat(shop.identities()).containsExactlyInAnyOrder(SCALING, BEANSTALK);

        run("--include-resources", SCALING);
        assertThat(shop.identities()).containsExactly(BEANSTALK);
    }

    @Test
    @Order(6)
    void what_is_gone_is_gone_after_collecting_again() throws Exception {
        collect("--keep", "0m");
        assertThat(folder.resolve("bundle").resolve(ACCOUNT).resolve("global/iam-list-access-keys"))
                .isEmptyDirectory();
        assertThat(Cli.onTestDatabase("import", folder.resolve("bundle").toString())
                        .code())
                .isZero();
        assertThat(TestDatabase.query("MATCH (n:User|Group|AccessKey) RETURN n.id"))
                .isEmpty();
    }

    private static JsonNode collect(String... more) throws Exception {
        var result = Cli.run(Stream.concat(
                        Stream.of(
                                "collect",
                                "--out",
                                folder.resolve("bundle").toString(),
                                "--regions",
                                REGIONS,
                                "--format",
                                "json"),
                        Stream.of(more))
                .toArray(String[]::new));
        assertThat(result.code()).as(result.err()).isZero();
        var accounts = JSON.readTree(result.out()).path("accounts");
        assertThat(accounts).hasSize(1);
        assertThat(accounts.get(0).path("accountId").asText()).isEqualTo(ACCOUNT);
        return accounts.get(0);
    }

    private static Map<String, JsonNode> answers() throws Exception {
        var result =
                Cli.onTestDatabase(Stream.concat(Stream.of("blockers", "--format", "json"), shop.identities().stream())
                        .toArray(String[]::new));
        assertThat(result.code()).as(result.err()).isZero();
        var answers = new TreeMap<String, JsonNode>();
        JSON.readTree(result.out())
                .forEach(answer -> answers.put(answer.path("id").asText(), answer));
        return answers;
    }

    /** The rules that block each identity, each once. */
    private static Map<String, List<String>> blockers(Map<String, JsonNode> answers) {
        var rules = new TreeMap<String, List<String>>();
        answers.forEach((id, answer) -> {
            var blocking = new TreeSet<String>();
            answer.path("blockers").forEach(blocker -> {
                if (blocker.path("severity").asText().equals("blocks")) {
                    blocking.add(blocker.path("rule").asText());
                }
            });
            rules.put(id, List.copyOf(blocking));
        });
        return rules;
    }

    private static void run(String... targets) throws Exception {
        var plan = Cli.onTestDatabase(
                Stream.concat(Stream.of("plan"), Stream.of(targets)).toArray(String[]::new));
        assertThat(plan.code()).as(plan.err()).isZero();
        bash(plan.out());
    }

    /** What a script prints that runs to its end. */
    private static String bash(String script) throws Exception {
        var out = folder.resolve("out");
        var err = folder.resolve("err");
        var builder = new ProcessBuilder(
                        "bash",
                        Files.writeString(folder.resolve("script.sh"), script).toString())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment()
                .putAll(Map.of(
                        "AWS_ENDPOINT_URL", moto.uri().toString(),
                        "AWS_ACCESS_KEY_ID", "test",
                        "AWS_SECRET_ACCESS_KEY", "test",
                        "AWS_DEFAULT_REGION", "eu-west-1",
                        "AWS_PAGER", ""));
        var process = builder.start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        assertThat(process.exitValue())
                .as(script + "\n" + Files.readString(out) + Files.readString(err))
                .isZero();
        return Files.readString(out);
    }

    /** Versions of the AWS CLI print dates with {@code Z} or {@code +00:00}. */
    private static JsonNode comparable(JsonNode node) throws Exception {
        return JSON.readTree(node.toString()
                .replaceAll("(\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)(\\.\\d+)?(Z|\\+00:00)\"", "$1\""));
    }
}

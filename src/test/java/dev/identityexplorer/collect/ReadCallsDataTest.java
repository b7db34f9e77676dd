package dev.identityexplorer.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.catalogue.CalledService;
import dev.identityexplorer.catalogue.Catalogue;
import dev.identityexplorer.catalogue.Inventory;
import dev.identityexplorer.catalogue.ReadCall;
import dev.identityexplorer.catalogue.ReadCalls;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** The read-only list against itself, the AWS SDK, and what import reads. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadCallsDataTest {

    private static final ReadCalls CALLS = ReadCalls.load();
    private static final Catalogue CATALOGUE = Catalogue.load();
    /** What reads, by the verb; the two that generate make a report and change nothing. */
    private static final Pattern READS = Pattern.compile(
            "(Get|BatchGet|List|Describe|Search|Select)[A-Z]\\w+|GenerateCredentialReport|GenerateServiceLastAccessedDetails");

    private static final Pattern PAGE = Pattern.compile("(?i).*(token|marker)|HasMore.*");

    /**
     * Commands that {@code blockers} prints and {@code collect} has no use for: details tell the tags of users and roles;
     * nobody lists the ids of deletion tasks; AWS Config shows presence only.
     */
    private static final Set<String> NOT_COLLECTED = Set.of(
            "iam list-user-tags",
            "iam list-role-tags",
            "iam get-service-linked-role-deletion-status",
            "configservice list-discovered-resources");

    static Stream<ReadCall> calls() {
        return CALLS.all().stream();
    }

    static Stream<ReadCall> callsOfTheSdk() {
        return calls().filter(call -> call.service().protocol() == CalledService.Protocol.SDK);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void every_operation_only_reads(ReadCall call) {
        assertThat(call.api()).matches(READS);
        assertThat(call.operation())
                .matches("[a-z0-9-]+ (get|batch-get|list|describe|search|select|generate)-[a-z0-9-]+");
        assertThat(call.api().toLowerCase())
                .isEqualTo(call.operation().split(" ")[1].replace("-", ""));
        if (call.http().startsWith("GET ")) {
            assertThat(call.http()).matches("GET /[\\w/{}.-]*");
        } else {
            assertThat(call.http()).matches("POST /[\\w/-]*");
        }
    }

    @ParameterizedTest
    @MethodSource("callsOfTheSdk")
    void the_SDK_has_every_operation_with_its_arguments_and_its_paging(ReadCall call) throws Exception {
        var method = SdkCalls.method(call);
        assertThat(SdkCalls.request(method, call.arguments(), call)).isInstanceOf(SdkPojo.class);
        var members = members(method.getReturnType());
        var arguments = members(method.getParameterTypes()[0]);
        if (call.paging().isPresent()) {
            assertThat(arguments).contains(call.paging().get().argument());
            assertThat(members).contains(call.paging().get().token().split("\\.")[0]);
        } else {
            assertThat(members).noneMatch(PAGE.asMatchPredicate());
        }
    }

    private static Set<String> members(Class<?> type) throws Exception {
        var builder = (SdkPojo) type.getMethod("builder").invoke(null);
        return builder.sdkFields().stream().map(SdkField::memberName).collect(Collectors.toCollection(TreeSet::new));
    }

    /** One call for each resource: import reads the answers, collect does not ask for them yet. */
    private static final Set<String> POLICIES_OF_RESOURCES = Set.of("ecr-get-repository-policy", "lambda-get-policy");

    @Test
    void every_inventory_that_import_reads_is_collected_and_the_ones_about_a_part_are_asked_for_each() {
        CATALOGUE.inventories().operations().forEach((name, shown) -> {
            if (POLICIES_OF_RESOURCES.contains(name)) {
                assertThat(CALLS.all())
                        .as("take " + name + " out of the exceptions")
                        .noneMatch(c -> c.fileName().equals(name));
                return;
            }
            var call =
                    CALLS.all().stream().filter(c -> c.fileName().equals(name)).findFirst();
            assertThat(call).as(name).isPresent();
            boolean parts = shown.values().stream()
                    .anyMatch(c -> c.one() || c.parameter().isPresent());
            assertThat(call.get().feeds().isEmpty()).as(name).isEqualTo(!parts);
            assertThat(call.get().file().isEmpty()).as(name).isEqualTo(!parts);
        });
    }

    @Test
    void whatever_blockers_prints_as_the_command_that_supplies_evidence_collect_runs() {
        var operations = CALLS.all().stream().map(ReadCall::operation).collect(Collectors.toSet());
        var printed = Stream.concat(
                CATALOGUE.evidenceCommands().stream(),
                CATALOGUE.inventories().all().stream()
                        .map(Inventory::type)
                        .flatMap(type -> CATALOGUE.inventoryCommand(type).stream()));
        assertThat(printed.map(e -> e.command().text())
                        .flatMap(text -> Pattern.compile("aws ([a-z0-9-]+ [a-z0-9-]+)")
                                .matcher(text)
                                .results())
                        .map(m -> m.group(1)))
                .hasSizeGreaterThan(100)
                .filteredOn(operation -> !NOT_COLLECTED.contains(operation))
                .allSatisfy(operation -> assertThat(operations).contains(operation));
    }

    @Test
    void cloud_control_is_asked_for_every_type_of_which_it_is_the_source() {
        var regions = java.util.List.of("eu-west-1");
        var tasks = new Seeds(CALLS, CATALOGUE, "111122223333", "us-east-1").tasks(regions, Set.of());
        var asked = tasks.stream()
                .filter(task -> task.call().operation().equals("cloudcontrol list-resources"))
                .map(Task::parameter)
                .collect(Collectors.toSet());
        assertThat(CATALOGUE.inventories().all())
                .filteredOn(i -> CATALOGUE
                        .inventoryCommand(i.type())
                        .filter(c -> c.command().text().startsWith("aws cloudcontrol"))
                        .isPresent())
                .hasSizeGreaterThan(100)
                // permission sets are assigned to accounts: nothing lists all assignments
                .filteredOn(i -> !i.type().equals("AWS::SSO::Assignment"))
                .allSatisfy(i -> {
                    if (i.cloudControl() == Inventory.CloudControl.MODEL) {
                        assertThat(i.model()).as(i.type()).isNotEmpty();
                        assertThat(i.within()).as(i.type()).isPresent();
                    } else {
                        assertThat(asked).contains(i.type());
                    }
                });
    }

    @Test
    void every_feed_is_a_call_of_the_list_and_every_step_serves_one() {
        assertThat(calls().flatMap(call -> call.feeds().stream()))
                .isNotEmpty()
                .filteredOn(feed -> !feed.call().startsWith("catalogue "))
                .allSatisfy(feed -> {
                    assertThat(CALLS.named(feed.call()).step()).isFalse();
                    assertThat(feed.list()).isNotEmpty();
                });
        assertThat(calls().filter(ReadCall::step))
                .allSatisfy(step -> assertThat(calls().flatMap(call -> call.before().stream()))
                        .contains(step.operation()));
    }

    @Test
    void all_arguments_are_filled_in_by_what_a_call_is_made_for() {
        var item = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        assertThat(calls()).allSatisfy(call -> {
            var filled = Values.none("111122223333")
                    .withItem(item, "holder")
                    .withBefore(item)
                    .arguments(call);
            assertThat(filled.keySet()).isEqualTo(call.arguments().keySet());
        });
    }

    @Test
    void every_prefix_of_an_IAM_action_is_one_of_a_service() {
        var prefixes =
                CATALOGUE.services().stream().flatMap(s -> s.prefix().stream()).collect(Collectors.toSet());
        assertThat(CALLS.actions())
                .hasSizeGreaterThan(150)
                .allSatisfy(action -> assertThat(prefixes).contains(action.split(":")[0]));
        assertThat(CATALOGUE.inventories().listedByCloudControl())
                .allSatisfy(type -> assertThat(prefixes).contains(CALLS.actions(type.type())));
    }

    @Test
    void the_policy_fits_an_inline_policy_of_a_role_and_allows_nothing_but_reading() throws Exception {
        var policy = new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(PolicyNeeded.json(CATALOGUE, java.util.Optional.empty()));
        assertThat(policy.toString().length()).isLessThan(10_240);
        policy.path("Statement")
                .forEach(statement -> statement
                        .path("Action")
                        .forEach(action -> assertThat(action.asText())
                                .matches(
                                        "[a-z0-9-]+:(Get|BatchGet|List|Describe|Search|View|Generate)[A-Z*]?[\\w*]*")));
    }

    @Test
    void the_policy_lets_the_role_of_other_accounts_be_assumed_where_they_are_collected_and_no_other()
            throws Exception {
        var json = new com.fasterxml.jackson.databind.ObjectMapper();
        assertThat(PolicyNeeded.json(CATALOGUE, java.util.Optional.empty())).doesNotContain("AssumeRole");
        var policy = json.readTree(PolicyNeeded.json(CATALOGUE, java.util.Optional.of("audit/Read")));
        assertThat(policy.path("Statement"))
                .filteredOn(statement -> statement.path("Action").toString().contains("sts:AssumeRole"))
                .singleElement()
                .satisfies(statement ->
                        assertThat(statement.path("Resource").asText()).isEqualTo("arn:*:iam::*:role/audit/Read"));
    }

    @Test
    void files_are_where_import_expects_what_they_are_about() {
        assertThat(FileNames.of("global", "iam-list-access-keys", "a+b@c.d"))
                .isEqualTo("global/iam-list-access-keys/a%2Bb%40c.d.json");
        assertThat(FileNames.of("eu-west-1", "ecs-list-services", "arn:aws:ecs:eu-west-1:1:cluster/x"))
                .isEqualTo("eu-west-1/ecs-list-services/arn%3Aaws%3Aecs%3Aeu-west-1%3A1%3Acluster%2Fx.json");
        var path = "long/".repeat(60);
        assertThat(FileNames.of("global", "iam-list-policy-tags", "arn:aws:iam::1:policy/" + path + "p")
                        .split("/"))
                .hasSize(64)
                .allSatisfy(part -> assertThat(part.length()).isLessThan(256));
    }
}

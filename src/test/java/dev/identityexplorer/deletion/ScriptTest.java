package dev.identityexplorer.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts run by a real bash, with an {@code aws} that answers as a test says and writes down what changes something. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScriptTest {

    private static final String SHOP = "111122223333";
    private static final String STORE = "444455556666";
    private static final String OF_SHOP = "sts) echo " + SHOP + " ;;";
    private static final String NO_NETWORK =
            "sts) echo 'Could not connect to the endpoint URL: \"https://sts.amazonaws.com/\"' >&2; exit 255 ;;";
    private static final String EMULATOR = "http://localhost:5000";

    @TempDir
    private Path folder;

    private record Run(int code, String error, List<String> changes) {}

    @Test
    void steps_run_with_credentials_of_their_account() throws Exception {
        assertThat(run(OF_SHOP, "", user(SHOP, "bo")))
                .isEqualTo(new Run(0, "", List.of("iam delete-user --user-name bo")));
        assertThat(run("sts) echo 'a warning' >&2; echo " + SHOP + " ;;", "", user(SHOP, "bo"))
                        .changes())
                .hasSize(1);
    }

    @Test
    void nothing_runs_with_credentials_of_another_account() throws Exception {
        assertThat(run("sts) echo " + STORE + " ;;", "", user(SHOP, "bo")))
                .isEqualTo(new Run(
                        1,
                        "Not run: the steps for account 111122223333; these credentials are of 444455556666. Run this again"
                                + " with credentials of 111122223333.\n",
                        List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                NO_NETWORK,
                "sts) echo 'An error occurred (ExpiredToken) when calling the GetCallerIdentity operation' >&2; exit 254 ;;",
                "sts) echo 'Unable to locate credentials' >&2; exit 253 ;;",
                "sts) ;;",
            })
    void nothing_runs_where_it_is_not_known_whose_credentials_these_are(String sts) throws Exception {
        var run = run(sts, "", user(SHOP, "bo"));

        assertThat(run.changes()).isEmpty();
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.error()).contains("nothing of account 111122223333 was run");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sts) echo 'usage: aws [options]' >&2; exit 252 ;;",
                "sts) echo 'An error occurred (InvalidAction): Unknown action' >&2; exit 254 ;;",
                "sts) echo 'argument command: Invalid choice: sts' >&2; exit 2 ;;",
                "sts) echo 'Error: unknown command \"sts\"' >&2; exit 1 ;;",
                "sts) echo 'GetCallerIdentity is Not Implemented' >&2; exit 1 ;;",
            })
    void an_aws_that_does_not_know_the_call_is_used_with_a_warning(String sts) throws Exception {
        var run = run(sts, "", user(SHOP, "bo"));

        assertThat(run.code()).as(run.error()).isZero();
        assertThat(run.error()).contains("going on with the steps for account 111122223333");
        assertThat(run.changes()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {NO_NETWORK, "sts) echo 123456789012 ;;", "sts) echo 000000000000 ;;", OF_SHOP})
    void an_emulator_need_not_answer_and_may_make_up_an_account(String sts) throws Exception {
        assertThat(run(sts, EMULATOR, user(SHOP, "bo")))
                .isEqualTo(new Run(0, "", List.of("iam delete-user --user-name bo")));
    }

    @Test
    void behind_another_address_another_account_is_another_account() throws Exception {
        var run = run("sts) echo " + STORE + " ;;", EMULATOR, user(SHOP, "bo"));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.changes()).isEmpty();
    }

    @Test
    void of_several_accounts_a_run_does_its_own_and_says_which_are_left() throws Exception {
        var run =
                run("sts) echo " + STORE + " ;;", "", user(SHOP, "bo"), user(STORE, "al"), user("777788889999", "cy"));

        assertThat(run.changes()).containsExactly("iam delete-user --user-name al");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.error().lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("Not run: the steps for account 111122223333; these"))
                .anyMatch(line -> line.endsWith("Run this again with credentials of 777788889999."));
    }

    @Test
    void a_section_without_a_command_that_runs_is_still_a_script() throws Exception {
        var run = run(OF_SHOP, "", resource(SHOP, "aws x y --z {z}", List.of("z")), user(STORE, "al"));

        assertThat(run.changes()).isEmpty();
        assertThat(run.error()).startsWith("Not run: the steps for account 444455556666");
    }

    @Test
    void what_is_checked_is_checked_with_credentials_of_the_account_before_its_first_step() throws Exception {
        var checks = List.of(
                new Plan.Check("aws iam list-groups-for-user --user-name bo", "bo", SHOP, "users", List.of("ops")),
                new Plan.Check("aws iam list-access-keys --user-name al", "al", STORE, "access-keys", List.of()));
        var plan = new Plan(List.of(), checks, List.of(user(SHOP, "bo"), user(STORE, "al")), List.of(), List.of());
        var gone = "iam) case $2 in list-*) echo 'An error occurred (NoSuchEntity)' >&2; exit 254 ;; esac ;;";

        assertThat(run(OF_SHOP + gone, "", plan).changes()).containsExactly("iam delete-user --user-name bo");

        var other = "iam) case $2 in list-groups-for-user) echo 'ops None' ;; esac ;;";
        var run = run(OF_SHOP + other, "", plan);
        assertThat(run.changes()).isEmpty();
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.error()).contains("users of bo: None");
    }

    @Test
    void a_refused_service_linked_role_is_noted_and_the_others_go() throws Exception {
        var refused = "iam) case \"$*\" in *AWSServiceRoleForA*) echo '(AccessDenied)' >&2; exit 254 ;;"
                + " *get-service*) echo '{\"Status\": \"SUCCEEDED\"}' ;; *) echo task ;; esac ;;";
        var run = run(OF_SHOP + refused, "", role("AWSServiceRoleForA"), role("AWSServiceRoleForB"));

        assertThat(run.changes()).hasSize(2).anyMatch(call -> call.contains("--role-name AWSServiceRoleForB "));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.error()).endsWith("Not deleted: AWSServiceRoleForA\n");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_a_person_has_to_fill_in_never_runs(boolean includeResources) throws Exception {
        var plan = new Plan(
                List.of(),
                List.of(),
                List.of(
                        resource(SHOP, "aws ecs delete-service --cluster {cluster} --service api", List.of("cluster")),
                        resource(SHOP, "aws ecs delete-cluster --cluster main", List.of())),
                List.of(),
                List.of());
        var script = Script.of(plan, includeResources);

        assertThat(script)
                .contains("\n# FILL IN cluster, DESTROYS aws ecs delete-service --cluster {cluster} --service api\n");
        assertThat(bash(OF_SHOP, "", script).changes())
                .isEqualTo(includeResources ? List.of("ecs delete-cluster --cluster main") : List.of());
        assertThat(PlanPage.of(plan, includeResources)).contains("**To fill in: cluster.**");
        assertThat(plan.toMap().get("steps").toString()).containsOnlyOnce("fillIn=[cluster]");
    }

    @ParameterizedTest
    @CsvSource({"20, 0, 21", "1000, 1, 65"})
    void what_AWS_refuses_while_it_goes_on_with_the_step_before_is_tried_for_minutes(int busy, int code, int calls)
            throws Exception {
        var step = resource(SHOP, "aws efs delete-file-system --file-system-id fs-1", List.of());
        var plan = new Plan(List.of(), List.of(), List.of(step), List.of(), List.of());
        var refused = "efs) if [ $(wc -l < called) -le " + busy
                + " ]; then echo 'An error occurred (FileSystemInUse) when calling"
                + " the DeleteFileSystem operation: fs-1 has mount targets' >&2; exit 254; fi ;;";
        var run = bash(OF_SHOP + refused, "", Script.of(plan, true));

        assertThat(run.code()).isEqualTo(code);
        assertThat(run.changes()).hasSize(calls);
        assertThat(run.error()).containsOnlyOnce("Trying for 15 minutes: ");
    }

    @Test
    void whoever_runs_it_is_told_what_has_no_plan() throws Exception {
        var protectedRole = new Plan.NotPlanned(
                "arn:aws:iam::111122223333:role/it's", Assessment.Verdict.PROTECTED, "Only AWS removes it.");
        var error = "No plan: arn:aws:iam::111122223333:role/it's: Only AWS removes it.\n";

        assertThat(run(OF_SHOP, "", new Plan(List.of(), List.of(), List.of(), List.of(protectedRole), List.of())))
                .isEqualTo(new Run(0, error, List.of()));
        assertThat(run(
                        OF_SHOP,
                        "",
                        new Plan(List.of(), List.of(), List.of(user(SHOP, "bo")), List.of(protectedRole), List.of())))
                .isEqualTo(new Run(0, error, List.of("iam delete-user --user-name bo")));
    }

    private static Plan.Step user(String account, String name) {
        return step(account, "aws iam delete-user --user-name " + name, List.of(), false, Optional.empty());
    }

    private static Plan.Step role(String name) {
        return step(
                SHOP, "aws iam delete-service-linked-role --role-name " + name, List.of(), false, Optional.of(name));
    }

    private static Plan.Step resource(String account, String command, List<String> fillIn) {
        return step(account, command, fillIn, true, Optional.empty());
    }

    private static Plan.Step step(
            String account, String command, List<String> fillIn, boolean destroys, Optional<String> role) {
        return new Plan.Step(command, fillIn, "target", account, Optional.empty(), "Why", destroys, role);
    }

    private Run run(String answers, String endpoint, Plan.Step... steps) throws Exception {
        return run(answers, endpoint, new Plan(List.of(), List.of(), List.of(steps), List.of(), List.of()));
    }

    private Run run(String answers, String endpoint, Plan plan) throws Exception {
        return bash(answers, endpoint, Script.of(plan, false));
    }

    private Run bash(String answers, String endpoint, String script) throws IOException, InterruptedException {
        var called = folder.resolve("called");
        Files.writeString(called, "");
        Files.writeString(folder.resolve("plan.sh"), script);
        program(
                "aws",
                "#!/bin/sh\ncase $2 in get-*|list-*) ;; *) echo \"$*\" >> called ;; esac\ncase $1 in " + answers
                        + " esac\n");
        program("sleep", "#!/bin/sh\n");
        var builder = new ProcessBuilder("bash", "plan.sh")
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("error").toFile());
        builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));
        builder.environment().remove("AWS_ENDPOINT_URL");
        if (!endpoint.isEmpty()) {
            builder.environment().put("AWS_ENDPOINT_URL", endpoint);
        }
        var process = builder.start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), Files.readString(folder.resolve("error")), Files.readAllLines(called));
    }

    private void program(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        assertThat(folder.resolve(name).toFile().setExecutable(true)).isTrue();
    }
}

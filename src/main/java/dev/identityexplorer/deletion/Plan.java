package dev.identityexplorer.deletion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to run, in which order, to delete one or many entities.
 *
 * @param targets what somebody wants to be gone
 * @param checks read-only calls that must come back empty before the first step in their account, for what the evidence
 *     does not show
 * @param steps the commands
 * @param notPlanned targets without a plan
 * @param answers the answers that the plan was made from, one a target
 */
public record Plan(
        List<String> targets, List<Check> checks, List<Step> steps, List<NotPlanned> notPlanned, List<Answer> answers) {

    /**
     * One command.
     *
     * @param command for a POSIX shell
     * @param fillIn the placeholders that it still holds, which only a person can fill in
     * @param target the entity that asks for it
     * @param accountId the account that it runs in
     * @param rule the rule that it clears a blocker of; empty for the deletion itself
     * @param why one line
     * @param destroysResource whether it destroys a workload rather than an IAM relationship
     * @param roleToPoll the name of the service-linked role whose deletion task has to be polled afterwards
     */
    public record Step(
            String command,
            List<String> fillIn,
            String target,
            String accountId,
            Optional<String> rule,
            String why,
            boolean destroysResource,
            Optional<String> roleToPoll) {

        public Step {
            fillIn = List.copyOf(fillIn);
        }
    }

    /**
     * A read-only call that shows what no evidence has shown.
     *
     * @param command prints nothing but {@code known} if there is nothing else in the way
     * @param target the entity
     * @param accountId the account that it runs in
     * @param evidence the word for what was not seen
     * @param known what the plan takes out of the way itself
     */
    public record Check(String command, String target, String accountId, String evidence, List<String> known) {

        public Check {
            known = List.copyOf(known);
        }
    }

    /** A target that is left as it is, and why. */
    public record NotPlanned(String id, Assessment.Verdict verdict, String why) {}

    public Plan {
        targets = List.copyOf(targets);
        checks = List.copyOf(checks);
        steps = List.copyOf(steps);
        notPlanned = List.copyOf(notPlanned);
        answers = List.copyOf(answers);
    }

    /** The wire form. */
    public Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("targets", targets);
        map.put("checks", checks.stream().map(Plan::check).toList());
        map.put(
                "steps",
                java.util.stream.IntStream.range(0, steps.size())
                        .mapToObj(i -> step(i + 1, steps.get(i)))
                        .toList());
        map.put("notPlanned", notPlanned.stream().map(Plan::notPlanned).toList());
        map.put(
                "breaks",
                answers.stream()
                        .flatMap(answer -> answer.breaks().stream().map(finding -> broken(answer, finding)))
                        .toList());
        map.put("impact", answers.stream().map(Plan::impact).toList());
        return map;
    }

    private static Map<String, Object> step(int n, Step step) {
        var map = new LinkedHashMap<String, Object>();
        map.put("n", n);
        map.put("command", step.command());
        map.put("for", step.target());
        map.put("accountId", step.accountId());
        map.put("rule", step.rule().orElse(null));
        map.put("why", step.why());
        map.put("destroysResource", step.destroysResource());
        if (!step.fillIn().isEmpty()) {
            map.put("fillIn", step.fillIn());
        }
        step.roleToPoll()
                .ifPresent(role -> map.put(
                        "then",
                        "Poll aws iam get-service-linked-role-deletion-status --deletion-task-id with the DeletionTaskId"
                                + " that this command prints, until SUCCEEDED or FAILED."));
        return map;
    }

    private static Map<String, Object> check(Check check) {
        var map = new LinkedHashMap<String, Object>();
        map.put("command", check.command());
        map.put("for", check.target());
        map.put("accountId", check.accountId());
        map.put("evidence", check.evidence());
        map.put("expect", check.known().isEmpty() ? "empty" : "nothing but " + String.join(" ", check.known()));
        map.put("known", check.known());
        return map;
    }

    private static Map<String, Object> notPlanned(NotPlanned target) {
        return Map.of("id", target.id(), "verdict", target.verdict().name(), "why", target.why());
    }

    private static Map<String, Object> broken(Answer answer, Answer.Finding finding) {
        var map = new LinkedHashMap<>(finding.toMap());
        map.put("for", answer.facts().id());
        return map;
    }

    private static Map<String, Object> impact(Answer answer) {
        return Map.of(
                "id",
                answer.facts().id(),
                "impact",
                answer.assessment().impact().name());
    }
}

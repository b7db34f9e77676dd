package dev.identityexplorer.deletion;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A plan as a shell script that works as printed. */
public final class Script {

    /** A step that asks for the ids itself; see {@link ShellFunctions#LISTED}. */
    private static final Pattern LOOP = Pattern.compile("for id in \\$\\((aws .*?)\\); do (aws .*?); done");

    private Script() {}

    /**
     * The script.
     *
     * @param includeResources whether commands that destroy workloads run, rather than stand commented out
     */
    public static String of(Plan plan, boolean includeResources) {
        var lines = new ArrayList<String>();
        lines.add("#!/usr/bin/env bash");
        lines.add("# A plan by Identity Explorer, which itself never changes an account: running this file does.");
        lines.add("# AWS_PROFILE, AWS_REGION and AWS_ENDPOINT_URL are left to the environment.");
        summary(plan).forEach(line -> lines.add(Shell.comment(line)));
        if (plan.steps().isEmpty()) {
            lines.addAll(notPlanned(plan));
            lines.add("exit 0");
            return String.join("\n", lines) + "\n";
        }
        lines.add(preamble(plan).stripTrailing());
        if (!plan.notPlanned().isEmpty()) {
            lines.add("");
            lines.addAll(notPlanned(plan));
        }
        var accounts = accounts(plan);
        accounts.forEach(account -> {
            var section = section(plan, account, includeResources);
            lines.add("");
            if (account.isEmpty()) {
                lines.addAll(section);
            } else if (accounts.size() == 1) {
                lines.add(Shell.comment("Account " + account));
                lines.add("in_account " + Shell.quote(account) + " || finish");
                lines.addAll(section);
            } else {
                lines.add(Shell.comment("Account " + account));
                lines.add("if in_account " + Shell.quote(account) + "; then");
                lines.addAll(section);
                if (section.stream().allMatch(line -> line.isEmpty() || line.startsWith("#"))) {
                    lines.add(":");
                }
                lines.add("fi");
            }
        });
        if (accounts.size() > 1 || waits(plan)) {
            lines.addAll(List.of("", "finish"));
        }
        return String.join("\n", lines) + "\n";
    }

    /** Whoever runs the script need not have read it. */
    private static List<String> notPlanned(Plan plan) {
        return plan.notPlanned().stream()
                .map(target ->
                        "printf '%s\\n' " + Shell.quote("No plan: " + target.id() + ": " + target.why()) + " >&2")
                .toList();
    }

    private static Set<String> accounts(Plan plan) {
        var accounts = new LinkedHashSet<String>();
        plan.steps().forEach(step -> accounts.add(step.accountId()));
        return accounts;
    }

    /** The checks of an account, then its steps. */
    private static List<String> section(Plan plan, String account, boolean includeResources) {
        var lines = new ArrayList<String>();
        plan.checks().stream()
                .filter(check -> check.accountId().equals(account))
                .forEach(check -> {
                    lines.add("");
                    lines.add(Shell.comment("Not proven: " + check.evidence() + " of " + check.target()));
                    lines.add("nothing_but " + Shell.quote(check.evidence() + " of " + check.target()) + " "
                            + Shell.quote(check.command())
                            + check.known().stream()
                                    .map(word -> " " + Shell.quote(word))
                                    .collect(Collectors.joining()));
                });
        for (int i = 0; i < plan.steps().size(); i++) {
            var step = plan.steps().get(i);
            if (step.accountId().equals(account)) {
                lines.add("");
                lines.addAll(lines(i + 1, step, includeResources));
            }
        }
        return lines;
    }

    private static boolean waits(Plan plan) {
        return plan.steps().stream().anyMatch(step -> step.roleToPoll().isPresent());
    }

    private static String preamble(Plan plan) {
        return ShellFunctions.PREAMBLE
                + ShellFunctions.ACCOUNT
                + (plan.checks().isEmpty() ? "" : ShellFunctions.CHECK)
                + (plan.steps().stream()
                                .anyMatch(step -> LOOP.matcher(step.command()).matches())
                        ? ShellFunctions.LISTED
                        : "")
                + (waits(plan) ? ShellFunctions.SERVICE_LINKED_ROLE : "");
    }

    private static List<String> lines(int n, Plan.Step step, boolean includeResources) {
        var why = n + ". " + step.why()
                + step.rule().map(rule -> " (" + rule + ")").orElse("");
        var lines = new ArrayList<String>(List.of(Shell.comment(why)));
        if (!step.fillIn().isEmpty()) {
            lines.add(Shell.comment("FILL IN " + String.join(", ", step.fillIn())
                    + (step.destroysResource() ? ", DESTROYS " : ": ") + step.command()));
        } else if (step.destroysResource() && !includeResources) {
            lines.add(Shell.comment("DESTROYS " + step.command()));
        } else if (step.roleToPoll().isPresent()) {
            lines.add(step.command()
                            .replaceFirst(
                                    "^aws iam delete-service-linked-role --role-name[ =]",
                                    "delete_service_linked_role ")
                    + " || failed=$failed" + Shell.quote(" " + step.roleToPoll().get()));
        } else if (step.command().startsWith("aws ")) {
            lines.add("retry " + step.command());
        } else {
            var loop = LOOP.matcher(step.command());
            if (loop.matches()) {
                lines.add("ids=$(listed " + loop.group(1) + ")");
                lines.add("for id in $ids; do retry " + loop.group(2) + "; done");
            } else {
                lines.add(step.command());
            }
        }
        return lines;
    }

    /** What a person has to know before the first step, a sentence a line. */
    public static List<String> summary(Plan plan) {
        var lines = new ArrayList<String>();
        for (var answer : plan.answers()) {
            var facts = answer.facts();
            lines.add(answer.assessment().verdict() + ": " + Words.of(facts.kind()) + " " + facts.id());
            plan.notPlanned().stream()
                    .filter(n -> n.id().equals(facts.id()))
                    .forEach(n -> lines.add("  No plan: " + n.why()));
            answer.assessment().gaps().stream()
                    .filter(gap -> gap.purpose().equals("verdict"))
                    .map(Sentences::of)
                    .forEach(sentence -> lines.add("  Not proven: " + sentence));
            switch (answer.assessment().impact()) {
                case BREAKS ->
                    answer.breaks()
                            .forEach(finding -> lines.add("  Breaks: " + finding.title() + ": "
                                    + finding.blocker().id()));
                case NONE_SEEN -> lines.add("  Breaks nothing that the evidence could show.");
                case UNKNOWN ->
                    lines.add("  What breaks is not known: "
                            + answer.assessment().gaps().stream()
                                    .map(Sentences::what)
                                    .distinct()
                                    .limit(4)
                                    .collect(Collectors.joining(", ", "no ", "."))
                                    .replace("no .", "IAM does not let anybody but its owner delete it."));
            }
        }
        return lines;
    }
}

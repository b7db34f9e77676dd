package dev.identityexplorer.deletion;

import java.util.ArrayList;
import java.util.List;

/** A plan in Markdown, for a ticket or a review. */
public final class PlanPage {

    private PlanPage() {}

    /** The page; see {@link Script#of} for {@code includeResources}. */
    public static String of(Plan plan, boolean includeResources) {
        var lines = new ArrayList<String>(List.of("# Deletion plan", "", "## Before the first step", ""));
        Script.summary(plan).forEach(line -> lines.add((line.startsWith("  ") ? "  - " : "- ") + text(line.strip())));
        if (!plan.checks().isEmpty()) {
            lines.addAll(List.of(
                    "",
                    "## Checks",
                    "",
                    "Each must print nothing but what stands above it, before the first step in its account; the rest was not in"
                            + " the evidence.",
                    ""));
            plan.checks().forEach(check -> {
                lines.add("- "
                        + (check.known().isEmpty()
                                ? "nothing"
                                : "nothing but " + text(String.join(", ", check.known()))));
                lines.addAll(code(check.command(), "  "));
            });
        }
        lines.addAll(List.of("", "## Steps", ""));
        if (plan.steps().isEmpty()) {
            lines.add("None.");
        }
        for (int i = 0; i < plan.steps().size(); i++) {
            var step = plan.steps().get(i);
            lines.add((i + 1) + ". " + text(step.why())
                    + step.rule().map(rule -> " (`" + rule + "`)").orElse("")
                    + (step.destroysResource() && !includeResources ? " **Destroys a workload: decide by hand.**" : "")
                    + (step.fillIn().isEmpty()
                            ? ""
                            : " **To fill in: " + text(String.join(", ", step.fillIn())) + ".**"));
            lines.addAll(code(step.command(), "   "));
            step.roleToPoll()
                    .ifPresent(
                            role -> lines.add("   Then poll `aws iam get-service-linked-role-deletion-status` with the"
                                    + " `DeletionTaskId` that it prints, until `SUCCEEDED` or `FAILED`."));
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<String> code(String command, String indent) {
        return List.of("", indent + "```sh", indent + command.replace("\n", "\n" + indent), indent + "```", "");
    }

    /** Markdown and HTML in names stay text. */
    private static String text(String text) {
        return Shell.comment(text).substring(2).replaceAll("([\\\\`*_{}\\[\\]<>#|])", "\\\\$1");
    }
}

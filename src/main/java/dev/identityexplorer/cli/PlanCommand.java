package dev.identityexplorer.cli;

import dev.identityexplorer.deletion.PlanPage;
import dev.identityexplorer.deletion.Planner;
import dev.identityexplorer.deletion.Script;
import dev.identityexplorer.graph.Identities;
import dev.identityexplorer.graph.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "Prints what to run, in which order, to delete one or many identities; it runs nothing.",
            "Commands that destroy a workload stand commented out, marked DESTROYS; those that a person has to complete, marked"
                    + " FILL IN, never run."
        },
        footer = {
            "",
            "Examples:",
            "  explorer plan deploy-bot > plan.sh && less plan.sh && AWS_PROFILE=shop bash plan.sh",
            "  explorer plan --tag team=payments --format md"
        })
final class PlanCommand implements Callable<Integer> {

    enum PlanFormat {
        sh,
        json,
        md
    }

    @Parameters(paramLabel = "ID", arity = "0..*", description = "ARN, or a name that only one identity has.")
    private List<String> ids = List.of();

    @Option(
            names = "--tag",
            paramLabel = "KEY=VALUE",
            converter = TagText.class,
            description = "Everything that carries this tag; may repeat.")
    private List<Selection.Tag> tags = List.of();

    @Option(names = "--format", defaultValue = "sh", description = "${COMPLETION-CANDIDATES} (default: sh).")
    private PlanFormat format = PlanFormat.sh;

    @Option(names = "--include-resources", description = "Let the commands that destroy workloads run as well.")
    private boolean includeResources;

    @Mixin
    private Age age = new Age();

    @Mixin
    private Connection connection = new Connection();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (ids.isEmpty() && tags.isEmpty()) {
            throw new CommandLine.ParameterException(spec.commandLine(), "Name at least one ID or --tag KEY=VALUE.");
        }
        try (var workbench = new Workbench(connection.openToRead())) {
            var identities = workbench.identities();
            var targets = new ArrayList<>(Ids.resolve(identities, ids));
            tags.forEach(tag -> targets.addAll(tagged(identities, tag)));
            var answers = workbench.deletions().answers(identities, targets, age.maxAge());
            var plan = new Planner(workbench.deletions()).plan(answers);
            var out = spec.commandLine().getOut();
            switch (format) {
                case sh -> out.print(Script.of(plan, includeResources));
                case json -> out.println(Format.json(plan.toMap()));
                case md -> out.print(PlanPage.of(plan, includeResources));
            }
            out.flush();
        }
        return ExitCodes.DONE;
    }

    private static List<String> tagged(Identities identities, Selection.Tag tag) {
        var found = identities.tagged(tag.key(), tag.value());
        if (found.isEmpty()) {
            throw new CliException("Nothing that was imported and that IAM deletes carries the tag '" + tag
                    + "'; keys and values are case-sensitive.");
        }
        return found;
    }
}

package dev.identityexplorer.cli;

import dev.identityexplorer.deletion.Planner;
import dev.identityexplorer.deletion.Script;
import dev.identityexplorer.graph.Engine;
import dev.identityexplorer.source.Source;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Imports a bundled sample organization into a throw-away store and serves it; with --no-serve it answers what a newcomer would ask first, and ends.",
        footer = {"", "Examples:", "  explorer demo", "  explorer demo --no-serve"})
final class DemoCommand implements Callable<Integer> {

    private static final String ROLE =
            "arn:aws:iam::111122223333:role/aws-service-role/elasticloadbalancing.amazonaws.com/AWSServiceRoleForElasticLoadBalancing";
    private static final String USER = "arn:aws:iam::111122223333:user/contractors/contractor.ivan";

    @Option(names = "--no-serve", description = "Print answers and end, instead of serving them.")
    private boolean noServe;

    @Mixin
    private Listening listening = new Listening();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("identity-explorer-demo-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        var out = spec.commandLine().getOut();
        out.println("Starting a throw-away database in " + folder + " …");
        out.flush();
        var sample = SampleFolder.copyTo(folder);
        if (!noServe) {
            listening.serve(
                    out,
                    new Admission(),
                    () -> Engine.open(folder.resolve("store")),
                    workbench -> importSample(sample, workbench));
            return ExitCodes.DONE;
        }
        try (var workbench = new Workbench(Engine.open(folder.resolve("store")))) {
            importSample(sample, workbench);
            show(workbench, out);
        }
        return ExitCodes.DONE;
    }

    private static void importSample(Path sample, Workbench workbench) {
        new Imports()
                .run(
                        Source.of(List.of(sample)),
                        Optional.of(workbench),
                        List.of("the sample organization"),
                        read -> {});
    }

    private static void show(Workbench workbench, PrintWriter out) {
        query(workbench, out, "Which identities could go, which could not?", "identities-by-verdict");
        query(workbench, out, "Which service owns which service-linked roles?", "service-linked-roles-by-owner");
        var identities = workbench.identities();
        var deletions = workbench.deletions();
        for (var id : List.of(ROLE, USER)) {
            title(out, "What blocks the deletion of " + id.substring(id.lastIndexOf('/') + 1) + "?");
            deletions
                    .answers(identities, List.of(id), dev.identityexplorer.deletion.Deletions.DEFAULT_MAX_AGE)
                    .forEach(answer -> out.print(AnswerText.of(answer)));
        }
        title(out, "What do I run to delete that user? (explorer plan contractor.ivan)");
        var answers =
                deletions.answers(identities, List.of(USER), dev.identityexplorer.deletion.Deletions.DEFAULT_MAX_AGE);
        out.print(Script.of(new Planner(deletions).plan(answers), false));
        out.println();
        out.println(
                "Your own account: aws iam get-account-authorization-details > gaad.json && ./explorer import gaad.json");
        out.flush();
    }

    private static void query(Workbench workbench, PrintWriter out, String title, String name) {
        title(out, title + " (explorer query " + name + ")");
        var query = workbench.library().file("explore", name);
        var answer = workbench.queries().run(query.statement(), query.arguments(java.util.Map.of()));
        Format.table.print(out, answer.columns(), answer.rows());
    }

    private static void title(PrintWriter out, String title) {
        out.println();
        out.println("── " + title);
        out.println();
    }

    private static void delete(Path folder) {
        try (var paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            // what is left of a throw-away store is the temporary folder's own to clean up
            return;
        }
    }
}

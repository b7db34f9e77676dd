package dev.identityexplorer.cli;

import dev.identityexplorer.graph.Engine;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the usual commands once in a throw-away folder, so that the launcher can have the Java VM record what they load.
 * Later starts take a third of the time. Not for people: the launcher discards what it prints.
 */
public final class Training {

    private static final List<String> COMMANDS = List.of(
            "owner AWSServiceRoleForElasticLoadBalancing",
            "blockers contractor.ivan",
            "blockers contractor.ivan --format json",
            "plan contractor.ivan",
            "plan contractor.ivan --format json",
            "query identities-by-verdict",
            "query identities-by-verdict --format csv");

    private Training() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        String store = folder.resolve("store").toString();
        Explorer.run("--help");
        Explorer.run("catalogue", "autoscaling.amazonaws.com");
        Explorer.run("import", SampleFolder.copyTo(folder).toString(), "--store", store);
        var engine = Engine.open(Path.of(store)); // started and stopped once more, not for each command
        try {
            COMMANDS.forEach(command -> Explorer.run(Stream.of((command + " --store").split(" "), new String[] {store})
                    .flatMap(Stream::of)
                    .toArray(String[]::new)));
        } finally {
            engine.close();
        }
    }
}

package dev.identityexplorer.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Keeps the database open until Ctrl-C, for other commands, cypher-shell and Neo4j Browser.",
            "Commands on the same store then answer faster, since they need not start it."
        },
        footer = {"", "Example:", "  explorer serve --bolt-port 7687"})
final class ServeCommand implements Callable<Integer> {

    @Option(
            names = "--bolt-port",
            defaultValue = "0",
            description = "Port for Bolt on 127.0.0.1 (default: any free one).")
    private int boltPort;

    @Mixin
    private Connection connection = new Connection();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        try (var engine = connection.open(boltPort)) {
            var out = spec.commandLine().getOut();
            out.println(engine.describe());
            out.println("Ctrl-C ends it.");
            out.flush();
            new CountDownLatch(1).await();
        }
        return ExitCodes.DONE;
    }
}

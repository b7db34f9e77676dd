package dev.identityexplorer.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Serves the web UI and the API until Ctrl-C, on 127.0.0.1 unless told otherwise.",
            "It keeps the database open for other commands, cypher-shell and Neo4j Browser; commands on the same store"
                    + " then answer faster, since they need not start it."
        },
        footer = {
            "",
            "Examples:",
            "  explorer serve",
            "  explorer serve --port 8080 --no-open --bolt-port 7687",
            "  explorer serve --host 0.0.0.0 --name explorer.example.com --token-file token --tls-cert chain.pem --tls-key key.pem"
        })
final class ServeCommand implements Callable<Integer> {

    @Mixin
    private Listening listening = new Listening();

    @Mixin
    private Admission admission = new Admission();

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
        listening.serve(spec.commandLine().getOut(), admission, () -> connection.open(boltPort), workbench -> {});
        return ExitCodes.DONE;
    }
}

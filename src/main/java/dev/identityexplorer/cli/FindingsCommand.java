package dev.identityexplorer.cli;

import dev.identityexplorer.graph.Findings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "findings",
        mixinStandardHelpOptions = true,
        description = {
            "Lists what deserves work, the worst first: how often it was found, and for how many evidence is missing.",
            "Each is a question of its own; 'explorer query NAME' shows its rows."
        },
        footer = {
            "",
            "Examples:",
            "  explorer findings",
            "  explorer findings --account 111122223333 --format json",
            "  explorer query users-without-mfa"
        })
final class FindingsCommand implements Callable<Integer> {

    private static final List<String> COLUMNS = List.of("severity", "count", "unknown", "name", "title", "source");

    @Option(names = "--account", paramLabel = "ID", description = "Only of this account.")
    private String account = "";

    @Mixin
    private Output output = new Output();

    @Mixin
    private Connection connection = new Connection();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (var workbench = new Workbench(connection.openToRead())) {
            workbench.warnOfAge(spec.commandLine().getErr());
            workbench.requireAccount(account);
            var found = new Findings(workbench.engine(), workbench.library()).of(account, 0);
            output.print(COLUMNS, found.stream().map(FindingsCommand::row).toList());
        }
        return ExitCodes.DONE;
    }

    private static Map<String, Object> row(Findings.Found found) {
        var row = new LinkedHashMap<String, Object>();
        row.put("severity", found.finding().severity().name());
        row.put("count", found.count());
        row.put("unknown", found.unknown());
        row.put("name", found.question().name());
        row.put("title", found.title());
        row.put("source", found.finding().sources());
        return row;
    }
}

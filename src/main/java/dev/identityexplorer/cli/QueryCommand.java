package dev.identityexplorer.cli;

import dev.identityexplorer.cypher.CypherFile;
import dev.identityexplorer.cypher.CypherLibrary;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        description =
                "Answers one of the questions in cypher/explore, or a file of your own; without a name it lists them.",
        footer = {
            "",
            "Examples:",
            "  explorer query",
            "  explorer query unused-roles -p days=180 --format csv",
            "  explorer query --file mine.cypher -p name=checkout-api"
        })
final class QueryCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "A question; its name is its file's.")
    private @Nullable String name;

    @Option(names = "--file", paramLabel = "F.cypher", description = "A file of your own; it can read, not write.")
    private @Nullable Path file;

    @Option(
            names = "-p",
            paramLabel = "NAME=VALUE",
            description = "A parameter, in the type of its example; may repeat.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Mixin
    private Output output = new Output();

    @Mixin
    private Connection connection = new Connection();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (name != null && file != null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "Give a NAME or a --file, not both.");
        }
        if (name == null && file == null) {
            list(CypherLibrary.load());
            return ExitCodes.DONE;
        }
        var query = file != null ? CypherFile.parse(file) : named(CypherLibrary.load());
        var arguments = query.arguments(parameters);
        try (var workbench = new Workbench(connection.openToRead())) {
            workbench.warnOfAge(spec.commandLine().getErr());
            var answer = workbench.queries().run(query.statement(), arguments);
            output.print(answer.columns(), answer.rows());
        }
        return ExitCodes.DONE;
    }

    private CypherFile named(CypherLibrary library) {
        return library.explore().stream()
                .filter(query -> query.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CliException("There is no question '" + name + "'; there are: "
                        + library.explore().stream().map(CypherFile::name).collect(Collectors.joining(", ")) + "."));
    }

    private void list(CypherLibrary library) {
        var rows = library.explore().stream()
                .<Map<String, Object>>map(query -> Map.of(
                        "name", query.name(),
                        "question", query.title(),
                        "parameters",
                                query.parameters().stream()
                                        .map(p -> p.name() + "=" + p.example())
                                        .toList()))
                .toList();
        output.print(List.of("name", "question", "parameters"), rows);
    }
}

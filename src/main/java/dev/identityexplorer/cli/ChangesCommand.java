package dev.identityexplorer.cli;

import dev.identityexplorer.graph.History;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "changes",
        mixinStandardHelpOptions = true,
        description = {
            "Prints what imports changed, the newest first: of everything, of an account, or of one identity.",
            "With --from and --to it prints the difference between two imports instead, each entity once."
        },
        footer = {
            "",
            "Examples:",
            "  explorer changes 111122223333 --since 7d",
            "  explorer changes --became CLEAR --since monday --format csv",
            "  explorer changes --imports",
            "  explorer changes --from 0d5d3c6e-4b8e-4f3e-9d0a-0f4b0e6a1c11 --to 7c9e6679-7425-40de-944b-e07fc1f90ae7"
        })
final class ChangesCommand implements Callable<Integer> {

    enum What {
        added,
        removed,
        changed,
        verdict
    }

    enum Became {
        PROTECTED,
        BLOCKED,
        UNPROVEN,
        CLEAR
    }

    private static final List<String> COLUMNS =
            List.of("at", "what", "kind", "name", "accountId", "details", "import", "id");
    private static final List<String> DIFFERENCE = List.of("what", "kind", "name", "accountId", "details", "at", "id");
    private static final List<String> IMPORTS =
            List.of("id", "startedAt", "state", "accounts", "added", "removed", "changed", "verdict");
    private static final String LAST = "last";

    @Parameters(
            paramLabel = "ID",
            arity = "0..1",
            description = "ARN, a name that only one identity has, or the id of an account.")
    private @Nullable String id;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            converter = Since.class,
            description = "7d, 12h, monday, 2026-11-23 or 2026-11-23T08:00:00Z (default: everything).")
    private Instant since = Instant.EPOCH;

    @Option(names = "--what", description = "Only these: ${COMPLETION-CANDIDATES}.")
    private @Nullable What what;

    @Option(names = "--became", paramLabel = "VERDICT", description = "Only changes to this verdict.")
    private @Nullable Became became;

    @Option(names = "--imports", description = "List the imports instead, with what each changed.")
    private boolean imports;

    @Option(
            names = "--from",
            paramLabel = "IMPORT",
            description = "The difference from the end of this import on; without it, from nothing.")
    private String from = "";

    @Option(
            names = "--to",
            paramLabel = "IMPORT",
            description = "To the end of this import: its id, or 'last' (default with --from: last).")
    private String to = "";

    @Option(names = "--limit", defaultValue = "1000", description = "At most so many (default: ${DEFAULT-VALUE}).")
    private int limit = 1000;

    @Mixin
    private Output output = new Output();

    @Mixin
    private Connection connection = new Connection();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        boolean difference = !from.isEmpty() || !to.isEmpty();
        if (limit < 1 || difference && (imports || what != null || became != null)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--from and --to go with an account and a --limit of at least 1 alone.");
        }
        try (var workbench = new Workbench(connection.openToRead())) {
            var history = new History(workbench.engine(), workbench.library());
            if (imports) {
                output.print(
                        IMPORTS,
                        history.imports(0, limit).stream()
                                .map(ChangesCommand::imported)
                                .toList());
            } else if (difference) {
                output.print(
                        DIFFERENCE,
                        difference(history).stream().map(ChangesCommand::change).toList());
            } else {
                var rows = history.changes(filter(workbench), 0, limit);
                output.print(COLUMNS, rows.stream().map(ChangesCommand::change).toList());
            }
        }
        return ExitCodes.DONE;
    }

    private History.ChangeFilter filter(Workbench workbench) {
        boolean account = id != null && id.matches("\\d{12}");
        workbench.requireAccount(account ? id : "");
        var entity = id == null || account
                ? ""
                : id.startsWith("arn:")
                        ? id
                        : Ids.resolve(workbench.identities(), List.of(id)).get(0);
        return new History.ChangeFilter(
                account ? id : "",
                entity,
                "",
                what == null ? "" : what.name(),
                since,
                became == null ? "" : became.name());
    }

    private List<Map<String, @Nullable Object>> difference(History history) {
        var last = to.isEmpty() || to.equals(LAST) ? newest(history) : to;
        for (var wanted : List.of(from, last)) {
            if (!wanted.isEmpty() && history.imported(wanted).isEmpty()) {
                throw new CliException("There is no import '" + wanted
                        + "'; 'explorer changes --imports' lists those that there are.");
            }
        }
        if (id != null && !id.matches("\\d{12}")) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "The difference between imports is of an account, or of all; not of '" + id + "'.");
        }
        return history.difference(from, last, id == null ? "" : id, limit);
    }

    private static String newest(History history) {
        return history.imports(0, 1).stream()
                .map(row -> String.valueOf(row.get("id")))
                .findFirst()
                .orElseThrow(() -> new CliException("Nothing was imported yet."));
    }

    private static Map<String, Object> change(Map<String, @Nullable Object> row) {
        var map = new LinkedHashMap<String, Object>();
        map.put("at", row.get("at"));
        map.put("what", row.get("what"));
        map.put("kind", row.get("entityKind"));
        map.put("name", row.get("name"));
        map.put("accountId", row.get("accountId"));
        map.put("details", row.get("details"));
        if (row.containsKey("importId")) {
            map.put("import", row.get("importId"));
        }
        map.put("id", row.get("entityId"));
        return map;
    }

    private static Map<String, Object> imported(Map<String, @Nullable Object> row) {
        var map = new LinkedHashMap<String, Object>();
        for (var key : List.of("id", "startedAt", "state", "accounts")) {
            map.put(key, row.get(key));
        }
        if (row.get("changes") instanceof Map<?, ?> changes) {
            changes.forEach((key, count) -> map.put(String.valueOf(key), count));
        }
        return map;
    }
}

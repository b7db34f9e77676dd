package dev.identityexplorer.cli;

import dev.identityexplorer.graph.Ownership;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "owner",
        mixinStandardHelpOptions = true,
        description = "Says who owns an identity, and how that is known.",
        footer = {"", "Example:", "  explorer owner AWSServiceRoleForAutoScaling"})
final class OwnerCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", arity = "1..*", description = "ARN, or a name that only one identity has.")
    private List<String> ids = List.of();

    @Mixin
    private Output output = new Output();

    @Mixin
    private Connection connection = new Connection();

    @Override
    public Integer call() {
        try (var workbench = new Workbench(connection.openToRead())) {
            var identities = workbench.identities();
            var rows = Ids.resolve(identities, ids).stream()
                    .map(identities::ownership)
                    .map(OwnerCommand::row)
                    .toList();
            var out = output.out();
            if (output.format() != Format.table) {
                output.print(List.copyOf(rows.get(0).keySet()), rows);
                return ExitCodes.DONE;
            }
            rows.forEach(row -> {
                out.println(Text.oneLine(row.get("id").toString()));
                out.println("  owner     " + Text.oneLine(row.get("ownerName") + " (" + row.get("owner") + ")"));
                out.println("  known by  " + Text.oneLine(row.get("knownBy").toString()));
                if (!row.get("docUrl").equals("")) {
                    out.println("  see       " + row.get("docUrl"));
                }
                if (!row.get("note").equals("")) {
                    out.println("  note      " + Text.oneLine(row.get("note").toString()));
                }
            });
            out.flush();
        }
        return ExitCodes.DONE;
    }

    private static Map<String, Object> row(Ownership ownership) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", ownership.id());
        row.put("kind", ownership.kind());
        row.put("owner", ownership.owner());
        row.put("ownerName", ownership.ownerName());
        row.put("knownBy", ownership.knownBy());
        row.put("docUrl", ownership.docUrl());
        row.put("note", ownership.note());
        return row;
    }
}

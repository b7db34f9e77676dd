package dev.identityexplorer.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option of all commands that print rows, and where they print to. */
final class Output {

    @Option(names = "--format", defaultValue = "table", description = "${COMPLETION-CANDIDATES} (default: table).")
    private Format format = Format.table;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    Format format() {
        return format;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Rows of one shape; see {@link Format#print}. */
    void print(List<String> columns, List<Map<String, Object>> rows) {
        format.print(out(), columns, rows);
    }
}

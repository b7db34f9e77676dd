package dev.identityexplorer.cli;

import dev.identityexplorer.source.AccountFiles;
import dev.identityexplorer.source.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBarBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Reads AWS CLI outputs into the graph: files, or folders of them.",
            "What a file is, it tells itself; in a folder ACCOUNT/REGION/SERVICE-OPERATION[/PARAMETER].json its place tells whose it is.",
            "Each account is written as a whole or not at all, and only what differs from what is there; one with more than 100,000"
                    + " elements is written in parts the first time, and nothing of it is CLEAR before the last."
        },
        footer = {
            "",
            "Examples:",
            "  explorer import gaad.json credential-report.csv",
            "  explorer import account-data/ --dry-run"
        })
final class ImportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "A file or a folder.")
    private List<Path> paths = List.of();

    @Option(names = "--dry-run", description = "Read and count, write nothing; needs no database.")
    private boolean dryRun;

    @Mixin
    private Output output = new Output();

    @Mixin
    private Connection connection = new Connection();

    @Override
    public Integer call() {
        var source = Source.of(paths);
        if (source.accounts().isEmpty()) {
            throw new CliException(Imports.nothing(source));
        }
        var imports = new Imports();
        if (dryRun) {
            run(source, Optional.empty(), imports);
        } else {
            try (var workbench = new Workbench(connection.open(0))) {
                run(source, Optional.of(workbench), imports);
            }
        }
        print(source, imports);
        return ExitCodes.DONE;
    }

    private void run(Source source, Optional<Workbench> workbench, Imports imports) {
        var names = paths.stream().map(Path::toString).toList();
        long bytes = source.accounts().stream().mapToLong(AccountFiles::bytes).sum();
        if (System.console() == null) {
            imports.run(source, workbench, names, read -> {});
            return;
        }
        try (var bar = new ProgressBarBuilder()
                .setTaskName("Importing")
                .setInitialMax(bytes)
                .setUnit(" MiB", 1L << 20)
                .clearDisplayOnFinish()
                .build()) {
            imports.run(source, workbench, names, bar::stepBy);
        }
    }

    private void print(Source source, Imports imports) {
        var out = output.out();
        if (output.format() == Format.json) {
            out.println(Format.json(imports.toMap(source)));
        } else {
            ImportText.print(out, output.format(), source, imports, dryRun);
        }
        out.flush();
    }
}

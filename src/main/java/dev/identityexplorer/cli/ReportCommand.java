package dev.identityexplorer.cli;

import dev.identityexplorer.report.HtmlReport;
import dev.identityexplorer.report.MarkdownReport;
import dev.identityexplorer.report.Reports;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Prints a report for a review meeting: numbers, findings, what is unused and could go with its plan,"
                    + " verdicts that became others, evidence and its age.",
            "As HTML it is one file that loads nothing from elsewhere."
        },
        footer = {
            "",
            "Examples:",
            "  explorer report > identities.html",
            "  explorer report --account 111122223333 --format md"
        })
final class ReportCommand implements Callable<Integer> {

    enum ReportFormat {
        html,
        md,
        json
    }

    @Option(names = "--account", paramLabel = "ID", description = "Only of this account.")
    private String account = "";

    @Option(names = "--format", defaultValue = "html", description = "${COMPLETION-CANDIDATES} (default: html).")
    private ReportFormat format = ReportFormat.html;

    @Mixin
    private Age age = new Age();

    @Mixin
    private Connection connection = new Connection();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (var workbench = new Workbench(connection.openToRead())) {
            workbench.warnOfAge(spec.commandLine().getErr());
            var report = new Reports(workbench.engine(), workbench.library(), workbench.deletions())
                    .of(account, age.maxAge());
            var out = spec.commandLine().getOut();
            switch (format) {
                case html -> out.print(HtmlReport.of(report));
                case md -> out.print(MarkdownReport.of(report));
                case json -> out.println(Format.json(report.toMap()));
            }
            out.flush();
        }
        return ExitCodes.DONE;
    }
}

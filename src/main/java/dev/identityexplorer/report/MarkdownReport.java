package dev.identityexplorer.report;

import dev.identityexplorer.deletion.PlanPage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A report in Markdown, for a ticket or a wiki. */
public final class MarkdownReport {

    private MarkdownReport() {}

    public static String of(Report report) {
        var lines = new ArrayList<String>();
        lines.add(
                "# Identities of " + text(report.account().isEmpty() ? "all accounts" : "account " + report.account()));
        lines.addAll(
                List.of("", "Made " + report.madeAt() + ", from what was imported by then.", "", "## Numbers", ""));
        table(
                lines,
                List.of("kind", "number", "clear", "blocked", "unproven", "protected"),
                Numbers.rows(report.counts()));
        lines.addAll(List.of("", "## Findings"));
        for (var found : report.findings()) {
            if (found.count() == 0) {
                continue;
            }
            lines.addAll(List.of(
                    "",
                    "### " + found.finding().severity() + ": "
                            + text(found.title()) + " (" + found.count()
                            + (found.unknown() > 0 ? ", unknown of " + found.unknown() : "") + ")",
                    "",
                    text(found.question().description()),
                    "",
                    "What fixes it: " + text(found.finding().fix()),
                    "",
                    found.finding().sources().stream().map(s -> "<" + s + ">").collect(Collectors.joining(" ")),
                    ""));
            table(
                    lines,
                    List.of("finding", "identity", "account", "verdict"),
                    found.rows().stream()
                            .map(row -> HtmlReport.cells(row, "finding", "id", "accountId", "verdict"))
                            .toList());
        }
        lines.addAll(List.of("", "Looked for and not found, with of how many nobody knows:", ""));
        table(
                lines,
                List.of("finding", "unknown"),
                report.findings().stream()
                        .filter(found -> found.count() == 0)
                        .map(found -> List.of(found.title(), String.valueOf(found.unknown())))
                        .toList());
        lines.addAll(List.of("", "## Unused, and AWS would let them go", ""));
        table(
                lines,
                List.of("identity", "account", "impact", "last used", "created", "tags"),
                report.unused().stream()
                        .map(row -> HtmlReport.cells(row, "id", "accountId", "impact", "lastUsed", "created", "tags"))
                        .toList());
        if (!report.plan().targets().isEmpty()) {
            lines.addAll(List.of("", PlanPage.of(report.plan(), false).replaceAll("(?m)^#", "###")));
        }
        lines.addAll(List.of("", "## Verdicts that became others, in 30 days", ""));
        table(
                lines,
                List.of("when", "identity", "account", "verdict"),
                report.verdicts().stream()
                        .map(row -> HtmlReport.cells(row, "at", "entityId", "accountId", "details"))
                        .toList());
        lines.addAll(List.of("", "## Evidence and its age", ""));
        table(
                lines,
                List.of("account", "evidence", "state", "pieces", "oldest", "newest"),
                report.evidence().stream()
                        .map(row -> HtmlReport.cells(row, "accountId", "kind", "state", "pieces", "oldest", "newest"))
                        .toList());
        return String.join("\n", lines) + "\n";
    }

    private static void table(List<String> lines, List<String> head, List<List<String>> rows) {
        if (rows.isEmpty()) {
            lines.add("None.");
            return;
        }
        lines.add("| " + String.join(" | ", head) + " |");
        lines.add("|" + " --- |".repeat(head.size()));
        rows.forEach(row ->
                lines.add("| " + row.stream().map(MarkdownReport::text).collect(Collectors.joining(" | ")) + " |"));
    }

    /** Markdown, HTML and line breaks in values stay text. */
    private static String text(String value) {
        var safe = new StringBuilder();
        value.replaceAll("\\s+", " ").codePoints().forEach(c -> safe.appendCodePoint(Html.hidden(c) ? 0xFFFD : c));
        return safe.toString().replace("&", "&amp;").replaceAll("([\\\\`*_{}\\[\\]<>#|!])", "\\\\$1");
    }
}

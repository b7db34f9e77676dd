package dev.identityexplorer.report;

import dev.identityexplorer.deletion.PlanPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
            listed(lines, found.rows(), "finding", "identity=id", "account=accountId", "verdict");
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
        listed(
                lines,
                report.unused(),
                "identity=id",
                "account=accountId",
                "impact",
                "last used=lastUsed",
                "created",
                "tags");
        lines.addAll(List.of("", Reports.cut(report.unused(), "clean-up-candidates")));
        if (!report.plan().targets().isEmpty()) {
            lines.addAll(List.of("", PlanPage.of(report.plan(), false).replaceAll("(?m)^#", "###")));
        }
        lines.addAll(List.of("", "## Verdicts that became others, in 30 days", ""));
        listed(lines, report.verdicts(), "when=at", "identity=entityId", "account=accountId", "verdict=details");
        lines.addAll(List.of("", "## Evidence and its age", ""));
        listed(lines, report.evidence(), "account=accountId", "evidence=kind", "state", "pieces", "oldest", "newest");
        lines.addAll(List.of("", Reports.cut(report.evidence(), "evidence-age")));
        return String.join("\n", lines) + "\n";
    }

    /** Rows as a table; a column is its head and, after {@code =}, the key of its values where that is another word. */
    private static void listed(
            List<String> lines, List<? extends Map<String, ? extends @Nullable Object>> rows, String... columns) {
        var keys = Stream.of(columns)
                .map(column -> column.substring(column.indexOf('=') + 1))
                .toArray(String[]::new);
        table(
                lines,
                Stream.of(columns).map(column -> column.split("=")[0]).toList(),
                rows.stream().map(row -> HtmlReport.cells(row, keys)).toList());
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

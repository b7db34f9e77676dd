package dev.identityexplorer.report;

import dev.identityexplorer.deletion.PlanPage;
import dev.identityexplorer.graph.Findings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A report as one HTML file that loads nothing: its styles are in it, scripts it has none, and its own policy forbids
 * both to come from elsewhere. It prints, and follows the reader's light or dark theme.
 */
public final class HtmlReport {

    private final Html html = new Html();
    private final Report report;

    private HtmlReport(Report report) {
        this.report = report;
    }

    public static String of(Report report) {
        return new HtmlReport(report).page();
    }

    private String page() {
        var title = "Identities of " + (report.account().isEmpty() ? "all accounts" : "account " + report.account());
        html.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
                        + " 'unsafe-inline'\">\n")
                .element("title", title)
                .raw("<style>\n" + style() + "</style>\n</head>\n<body>\n<main>\n")
                .element("h1", title)
                .element(
                        "p",
                        "Made " + report.madeAt() + " by Identity Explorer, from what was imported by then. It"
                                + " changed nothing, and no command in here was run.");
        numbers();
        findings();
        plan();
        verdicts();
        evidence();
        return html.raw("</main>\n</body>\n</html>\n").toString();
    }

    private void numbers() {
        html.element("h2", "Numbers");
        table(
                List.of("kind", "number", "clear", "blocked", "unproven", "protected"),
                Numbers.rows(report.counts()),
                "Nothing was imported.");
        html.element(
                "p",
                "Clear: AWS would allow the deletion, and every rule that applies had complete evidence."
                        + " Unproven: no blocker is known, but evidence is missing. What would break is another question.");
    }

    private void findings() {
        html.element("h2", "Findings");
        for (var found : report.findings()) {
            if (found.count() > 0) {
                finding(found);
            }
        }
        html.element("h3", "Looked for and not found");
        table(
                List.of("finding", "of so many nobody knows"),
                report.findings().stream()
                        .filter(found -> found.count() == 0)
                        .map(found -> List.of(found.title(), String.valueOf(found.unknown())))
                        .toList(),
                "Everything that is looked for was found.");
    }

    private void finding(Findings.Found found) {
        var severity = found.finding().severity().name();
        html.raw("<section class=\"finding " + severity + "\">\n<h3><span class=\"severity\">")
                .text(severity)
                .raw("</span> ")
                .text(found.title())
                .raw(" <span class=\"count\">")
                .text(found.count() + (found.unknown() > 0 ? ", unknown of " + found.unknown() : ""))
                .raw("</span></h3>\n")
                .element("p", found.question().description())
                .raw("<p><b>What fixes it:</b> ")
                .text(found.finding().fix())
                .raw("</p>\n<p class=\"source\">");
        found.finding()
                .sources()
                .forEach(source -> html.raw("<a rel=\"noreferrer\" href=\"")
                        .text(source)
                        .raw("\">")
                        .text(source)
                        .raw("</a> "));
        html.raw("</p>\n");
        table(
                List.of("finding", "identity", "account", "verdict"),
                found.rows().stream()
                        .map(row -> cells(row, "finding", "id", "accountId", "verdict"))
                        .toList(),
                "");
        if (found.count() > found.rows().size()) {
            html.element(
                    "p",
                    "All " + found.count() + " with every column: explorer query "
                            + found.question().name());
        }
        html.raw("</section>\n");
    }

    private void plan() {
        html.element("h2", "Unused, and AWS would let them go");
        table(
                List.of("identity", "account", "impact", "last used", "created", "tags"),
                report.unused().stream()
                        .map(row -> cells(row, "id", "accountId", "impact", "lastUsed", "created", "tags"))
                        .toList(),
                "No role is unused and clear.");
        cut(report.unused(), "clean-up-candidates");
        if (!report.plan().targets().isEmpty()) {
            html.raw("<details><summary>The plan for ")
                    .text(report.plan().targets().size() + " of them")
                    .raw("</summary>\n<pre>")
                    .text(PlanPage.of(report.plan(), false))
                    .raw("</pre></details>\n");
        }
    }

    private void verdicts() {
        html.element("h2", "Verdicts that became others, in 30 days");
        table(
                List.of("when", "identity", "account", "verdict"),
                report.verdicts().stream()
                        .map(row -> cells(row, "at", "entityId", "accountId", "details"))
                        .toList(),
                "None.");
    }

    private void evidence() {
        html.element("h2", "Evidence and its age");
        table(
                List.of("account", "evidence", "state", "pieces", "oldest", "newest"),
                report.evidence().stream()
                        .map(row -> cells(row, "accountId", "kind", "state", "pieces", "oldest", "newest"))
                        .toList(),
                "No evidence was imported.");
        cut(report.evidence(), "evidence-age");
    }

    private void cut(List<?> rows, String question) {
        var sentence = Reports.cut(rows, question);
        if (!sentence.isEmpty()) {
            html.element("p", sentence);
        }
    }

    private void table(List<String> head, List<List<String>> rows, String otherwise) {
        if (rows.isEmpty()) {
            html.element("p", otherwise);
            return;
        }
        html.raw("<div class=\"table\" tabindex=\"0\"><table>\n<thead><tr>");
        head.forEach(cell -> html.raw("<th scope=\"col\">").text(cell).raw("</th>"));
        html.raw("</tr></thead>\n<tbody>\n");
        for (var row : rows) {
            html.raw("<tr>");
            row.forEach(cell -> html.raw("<td>").text(cell).raw("</td>"));
            html.raw("</tr>\n");
        }
        html.raw("</tbody>\n</table></div>\n");
    }

    static List<String> cells(Map<String, ? extends @Nullable Object> row, String... keys) {
        return java.util.Arrays.stream(keys).map(key -> cell(row.get(key))).toList();
    }

    private static String cell(@Nullable Object value) {
        return value instanceof Collection<?> list
                ? list.stream().map(HtmlReport::cell).collect(Collectors.joining(", "))
                : value == null ? "" : value.toString();
    }

    private static String style() {
        try (var in = HtmlReport.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("report.css is not on the class path: the build is incomplete.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

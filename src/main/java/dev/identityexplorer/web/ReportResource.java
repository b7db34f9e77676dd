package dev.identityexplorer.web;

import dev.identityexplorer.deletion.Deletions;
import dev.identityexplorer.graph.Overview;
import dev.identityexplorer.report.HtmlReport;
import dev.identityexplorer.report.MarkdownReport;
import dev.identityexplorer.report.Reports;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/** {@code /report}: one file for a review meeting, as {@code explorer report} writes it. */
final class ReportResource {

    private final Reports reports;
    private final Overview overview;

    ReportResource(Reports reports, Overview overview) {
        this.reports = reports;
        this.overview = overview;
    }

    void get(Context ctx) {
        var format = Params.choice(ctx, "format", List.of("html", "md", "json"));
        var account = Params.text(ctx, "account", 64);
        var maxAge = Params.age("maxAge", Params.text(ctx, "maxAge", 8)).orElse(Deletions.DEFAULT_MAX_AGE);
        if (!account.isEmpty() && !overview.accountNames(overview.stamp()).containsKey(account)) {
            throw WebException.notFound("The account '" + account + "' was not imported.");
        }
        AuditLog.note(ctx, "report", Map.of("account", account, "format", format));
        var report = reports.of(account, maxAge);
        switch (format) {
            case "md" -> file(ctx, "identities.md", "text/markdown; charset=utf-8", MarkdownReport.of(report));
            case "json" -> ctx.json(report.toMap());
            default -> file(ctx, "identities.html", "text/html; charset=utf-8", HtmlReport.of(report));
        }
    }

    /** A download, never a page of this server: its styles are within it, which the server's own policy forbids. */
    private static void file(Context ctx, String name, String type, String text) {
        ctx.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
        ctx.contentType(type).result(text);
    }
}

package dev.identityexplorer.cli;

import dev.identityexplorer.source.Skipped;
import dev.identityexplorer.source.Source;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What an import did, as people read it. */
final class ImportText {

    /** Lines of one sort before the rest is counted. */
    private static final int SHOWN = 10;

    private ImportText() {}

    static void print(PrintWriter out, Format format, Source source, Imports imports, boolean dryRun) {
        counts(out, format, imports);
        if (format == Format.csv) {
            return;
        }
        var written = imports.written().entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .map(e -> e.getValue() + " " + words(e.getKey()))
                .collect(Collectors.joining(", "));
        out.println();
        out.println(
                dryRun
                        ? "Nothing was written (--dry-run)."
                        : "Written: " + (written.isEmpty() ? "nothing, the graph held all of this." : written + "."));
        incomplete(out, imports);
        lines(out, "Problems", imports.problems().stream().map(p -> p.text()).toList());
        lines(out, "Skipped", source.skipped().stream().map(ImportText::skipped).toList());
        if (!dryRun) {
            out.println();
            out.println("Next: explorer query identities-by-verdict, explorer blockers ID, explorer plan ID");
        }
    }

    private static String skipped(Skipped skipped) {
        return skipped.file() + ": " + skipped.reason();
    }

    /** {@code relationships added} for {@code relationshipsAdded}. */
    private static String words(String key) {
        return key.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(java.util.Locale.ROOT);
    }

    @SuppressWarnings("unchecked")
    private static void counts(PrintWriter out, Format format, Imports imports) {
        var kinds = new TreeSet<String>();
        imports.accounts().forEach(a -> kinds.addAll(((Map<String, Long>) a.get("counts")).keySet()));
        var rows = new ArrayList<Map<String, Object>>();
        for (var account : imports.accounts()) {
            var counts = (Map<String, Long>) account.get("counts");
            for (var kind : kinds) {
                if (counts.containsKey(kind)) {
                    var row = new LinkedHashMap<String, Object>();
                    row.put("account", account.get("accountId"));
                    row.put("state", account.get("state"));
                    row.put("kind", kind);
                    row.put("count", counts.get(kind));
                    rows.add(row);
                }
            }
        }
        if (format == Format.csv || imports.accounts().size() > 1 || !rows.isEmpty()) {
            format.print(out, List.of("account", "state", "kind", "count"), rows);
        }
    }

    private static void incomplete(PrintWriter out, Imports imports) {
        lines(
                out,
                "Evidence that is not complete",
                imports.evidence()
                        .filter(e -> !e.get("state").equals("complete"))
                        .map(e -> e.get("accountId") + " " + e.get("evidence") + ": " + e.get("state") + ", "
                                + e.get("detail"))
                        .toList());
    }

    private static void lines(PrintWriter out, String title, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        out.println();
        out.println(title + ":");
        lines.stream().limit(SHOWN).forEach(line -> out.println("  " + Text.oneLine(line)));
        if (lines.size() > SHOWN) {
            out.println("  … and " + (lines.size() - SHOWN) + " more; --format json lists all.");
        }
    }
}

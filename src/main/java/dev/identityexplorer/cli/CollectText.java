package dev.identityexplorer.cli;

import dev.identityexplorer.collect.AccountSummary;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What came of collecting, as people and programs read it. */
final class CollectText {

    private static final int SHOWN = 10;

    private CollectText() {}

    static void print(PrintWriter out, Format format, Path folder, List<AccountSummary> accounts) {
        if (format == Format.json) {
            out.println(Format.json(Map.of(
                    "out", folder.toString(),
                    "accounts", accounts.stream().map(CollectText::map).toList())));
        } else {
            var rows = accounts.stream().map(CollectText::row).toList();
            format.print(out, List.of("account", "answers", "kept", "incomplete", "errors"), rows);
            if (format == Format.table) {
                accounts.forEach(account -> errors(out, account));
                out.println();
                out.println("Next: explorer import " + folder);
            }
        }
        out.flush();
    }

    private static Map<String, Object> map(AccountSummary account) {
        var map = new LinkedHashMap<String, Object>();
        map.put("accountId", account.accountId());
        map.put("answers", account.whole());
        map.put("kept", account.kept());
        map.put("incomplete", account.partial());
        map.put("errors", account.errors());
        return map;
    }

    private static Map<String, Object> row(AccountSummary account) {
        var row = new LinkedHashMap<>(map(account));
        row.put("account", row.remove("accountId"));
        row.put("errors", account.errors().values().stream().mapToInt(n -> n).sum());
        return row;
    }

    private static void errors(PrintWriter out, AccountSummary account) {
        var lines = new ArrayList<String>();
        account.errors().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(e -> lines.add("  " + e.getValue() + " × " + e.getKey()));
        if (!lines.isEmpty()) {
            out.println();
            out.println("What AWS answered instead in account " + account.accountId()
                    + " (NoSuchEntity and NoSuchBucketPolicy are the answers that there is no password, no policy):");
            lines.stream().limit(SHOWN).forEach(out::println);
            if (lines.size() > SHOWN) {
                out.println("  … and " + (lines.size() - SHOWN) + " more sorts; --format json lists all.");
            }
        }
    }
}

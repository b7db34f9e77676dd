package dev.identityexplorer.report;

import dev.identityexplorer.deletion.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts by kind, verdict and impact, as a table with one row a kind. */
final class Numbers {

    static final List<String> VERDICTS = List.of("CLEAR", "BLOCKED", "UNPROVEN", "PROTECTED");

    private Numbers() {}

    /** Kind, its number, and how many have each of {@link #VERDICTS}; kinds that nobody deletes are left out. */
    static List<List<String>> rows(List<Map<String, @Nullable Object>> counts) {
        var byKind = new TreeMap<String, long[]>();
        for (var row : counts) {
            int verdict = VERDICTS.indexOf(String.valueOf(row.get("verdict")));
            if (verdict >= 0 && row.get("count") instanceof Number number) {
                byKind.computeIfAbsent(Words.of(String.valueOf(row.get("kind"))), k -> new long[VERDICTS.size()])[
                                verdict] +=
                        number.longValue();
            }
        }
        var rows = new ArrayList<List<String>>();
        byKind.forEach((kind, numbers) -> {
            var row = new ArrayList<String>(List.of(kind));
            long all = 0;
            for (long number : numbers) {
                all += number;
            }
            row.add(String.valueOf(all));
            for (long number : numbers) {
                row.add(String.valueOf(number));
            }
            rows.add(row);
        });
        return rows;
    }
}

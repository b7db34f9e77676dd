package dev.identityexplorer.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How many entities there are, by account, kind, verdict and impact.
 *
 * @param cells each combination that is there
 */
record Counts(List<Cell> cells) {

    /** Kinds that are no things of an account, though they name one. */
    private static final Set<String> NOT_OWNED = Set.of("ExternalPrincipal", "Account", "DeletionTask");

    /** One combination; verdict and impact are empty for what nobody deletes, the account for what is shared. */
    record Cell(String accountId, String kind, Set<String> labels, String verdict, String impact, long count) {

        boolean owned() {
            return !accountId.isEmpty() && labels.stream().noneMatch(NOT_OWNED::contains);
        }
    }

    static Counts of(List<Map<String, @Nullable Object>> rows) {
        return new Counts(rows.stream().map(Counts::cell).toList());
    }

    private static Cell cell(Map<String, @Nullable Object> row) {
        var labels = new ArrayList<String>();
        if (row.get("every") instanceof List<?> all) {
            all.forEach(label -> labels.add(String.valueOf(label)));
        }
        return new Cell(
                Wire.text(row, "accountId"),
                Wire.text(row, "kind"),
                Set.copyOf(labels),
                Wire.text(row, "verdict"),
                Wire.text(row, "impact"),
                Wire.number(row, "count"));
    }

    long total(Predicate<Cell> wanted) {
        return cells.stream().filter(wanted).mapToLong(Cell::count).sum();
    }

    /** What belongs to an account (or to any, if empty), by kind, verdict and impact. */
    List<Map<String, @Nullable Object>> owned(String accountId) {
        var sums = new TreeMap<String, Map<String, @Nullable Object>>();
        cells.stream()
                .filter(Cell::owned)
                .filter(cell -> accountId.isEmpty() || cell.accountId().equals(accountId))
                .forEach(cell -> {
                    var row = sums.computeIfAbsent(cell.kind() + "/" + cell.verdict() + "/" + cell.impact(), key -> {
                        var fresh = new LinkedHashMap<String, @Nullable Object>();
                        fresh.put("kind", cell.kind());
                        fresh.put("verdict", cell.verdict().isEmpty() ? null : cell.verdict());
                        fresh.put("impact", cell.impact().isEmpty() ? null : cell.impact());
                        fresh.put("count", 0L);
                        return fresh;
                    });
                    row.put("count", Wire.number(row, "count") + cell.count());
                });
        return List.copyOf(sums.values());
    }
}

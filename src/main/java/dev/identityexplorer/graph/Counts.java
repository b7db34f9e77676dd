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
 * @param ofAnyAccount the same without accounts, of which there may be a thousand: each list looks at all cells several times
 */
record Counts(List<Cell> cells, List<Cell> ofAnyAccount) {

    /** Kinds that are no things of an account, though they name one. */
    private static final Set<String> NOT_OWNED = Set.of("ExternalPrincipal", "Account", "DeletionTask");

    /** Stands for all accounts. */
    private static final String ANY = "*";

    /**
     * One combination; verdict and impact are empty for what nobody deletes, the account for what is shared.
     *
     * @param owned whether these are things of an account
     */
    record Cell(
            String accountId,
            String kind,
            Set<String> labels,
            String verdict,
            String impact,
            boolean owned,
            long count) {

        private Cell ofAnyAccount() {
            return new Cell(accountId.isEmpty() ? "" : ANY, kind, labels, verdict, impact, owned, 0);
        }

        private Cell counted(long number) {
            return new Cell(accountId, kind, labels, verdict, impact, owned, number);
        }
    }

    static Counts of(List<Map<String, @Nullable Object>> rows) {
        var cells = rows.stream().map(Counts::cell).toList();
        var merged = new LinkedHashMap<Cell, Long>();
        cells.forEach(cell -> merged.merge(cell.ofAnyAccount(), cell.count(), Long::sum));
        return new Counts(
                cells,
                merged.entrySet().stream()
                        .map(cell -> cell.getKey().counted(cell.getValue()))
                        .toList());
    }

    /** The same for who asks for no account. */
    Counts withoutAccounts() {
        return new Counts(ofAnyAccount, ofAnyAccount);
    }

    private static Cell cell(Map<String, @Nullable Object> row) {
        var labels = new ArrayList<String>();
        if (row.get("every") instanceof List<?> all) {
            all.forEach(label -> labels.add(String.valueOf(label)));
        }
        var account = Wire.text(row, "accountId");
        return new Cell(
                account,
                Wire.text(row, "kind"),
                Set.copyOf(labels),
                Wire.text(row, "verdict"),
                Wire.text(row, "impact"),
                !account.isEmpty() && labels.stream().noneMatch(NOT_OWNED::contains),
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

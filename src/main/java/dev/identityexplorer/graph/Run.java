package dev.identityexplorer.graph;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A list, or what of it has one value in the column that it is sorted by.
 *
 * @param owned whether the list, not this part of it, is of what accounts own
 * @param count how many it has
 * @param whole whether it is the list itself
 */
record Run(EntityFilter filter, boolean owned, long count, boolean whole) {

    /** What entities are counted by. */
    static final Set<String> COLUMNS = Set.of("verdict", "impact", "kind", "accountId");

    /** The parts of a list in their order; one where counts do not tell them. */
    static List<Run> of(EntityFilter filter, String sort, boolean descending, Counts counts, long total) {
        if (!filter.plain() || !COLUMNS.contains(sort)) {
            return List.of(new Run(filter, filter.owned(), total, true));
        }
        var sizes = new TreeMap<String, Long>(descending ? Comparator.reverseOrder() : Comparator.naturalOrder());
        counts.cells().stream()
                .filter(filter::matches)
                .forEach(cell -> sizes.merge(value(cell, sort), cell.count(), Long::sum));
        return sizes.entrySet().stream()
                .map(part -> new Run(filter.only(sort, part.getKey()), filter.owned(), part.getValue(), false))
                .toList();
    }

    private static String value(Counts.Cell cell, String column) {
        return switch (column) {
            case "verdict" -> cell.verdict();
            case "impact" -> cell.impact();
            case "kind" -> cell.kind();
            default -> cell.accountId();
        };
    }

    /** What the statements of lists know as {@code $filter}. */
    Map<String, @Nullable Object> toMap() {
        var map = filter.toMap();
        map.put("owned", owned);
        return map;
    }
}

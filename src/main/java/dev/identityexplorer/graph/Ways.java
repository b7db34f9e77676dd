package dev.identityexplorer.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where to look for what a filter lets through: of the places that hold all of it the one that holds the least. */
final class Ways {

    /** Text that is shorter is looked for at the start of names only; an index of trigrams does not help it. */
    private static final int TRIGRAM = 3;

    /**
     * How a list is found.
     *
     * @param anchor from where it is gathered
     * @param labels what is in it has one of them; empty for all
     * @param account along whose names it is walked; else empty
     */
    record Way(String anchor, List<String> labels, String account) {

        /** Whether very much may be looked at. */
        boolean wide() {
            return anchor.equals("everything") || anchor.equals("verdict");
        }

        /** What stands for all entities in a statement is put down to the kinds, for which Cypher takes no parameter. */
        UnaryOperator<String> narrowed() {
            return labels.isEmpty()
                    ? UnaryOperator.identity()
                    : statement -> statement.replace(
                            "MATCH (n:Entity) RETURN n", "MATCH (n:" + String.join("|", labels) + ") RETURN n");
        }
    }

    private final Reads reads;
    private final Overview overview;
    private final Kept<Long> carriers = new Kept<>();

    Ways(Reads reads, Overview overview) {
        this.reads = reads;
        this.overview = overview;
    }

    Way way(EntityFilter filter, Stamp stamp, Counts counts) {
        var labels = filter.labels();
        if (filter.q().isEmpty()) {
            var anchor = narrowest(filter, stamp, counts);
            boolean one = anchor.equals("account") && filter.accounts().size() == 1;
            return new Way(
                    anchor.equals("account") && !one ? "accounts" : anchor,
                    labels,
                    one ? filter.accounts().get(0) : "");
        }
        boolean start = filter.text().length() < TRIGRAM;
        return new Way(start ? "start" : "part", labels, "");
    }

    /** How many entities carry the first tag that the filter asks for. */
    long carriers(EntityFilter filter, Stamp stamp) {
        var tag = filter.tags().get(0);
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("key", tag.key());
        parameters.put("value", tag.value().orElse(null));
        return carriers.get(
                stamp,
                tag.toString(),
                () -> reads.row("tag-size", parameters)
                        .map(row -> Wire.number(row, "entities"))
                        .orElse(0L));
    }

    private String narrowest(EntityFilter filter, Stamp stamp, Counts counts) {
        var sizes = new HashMap<String, Long>();
        sizes.put("everything", counts.total(filter::ofKind));
        if (filter.accounts().stream().anyMatch(account -> !account.isEmpty())) {
            sizes.put("account", counts.total(cell -> filter.accounts().contains(cell.accountId())));
        }
        if (filter.verdicts().stream().anyMatch(verdict -> !verdict.isEmpty())) {
            sizes.put("verdict", counts.total(cell -> filter.verdicts().contains(cell.verdict())));
        }
        if (!filter.tags().isEmpty()) {
            var key = filter.tags().get(0).key();
            sizes.put(
                    "tag",
                    overview.tagKeys(stamp).stream()
                            .filter(row -> key.equals(row.get("key")))
                            .mapToLong(row -> Wire.number(row, "entities"))
                            .sum());
        }
        if (!filter.service().isEmpty()) {
            sizes.put("service", 0L);
        }
        return sizes.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }
}

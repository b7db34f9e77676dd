package dev.identityexplorer.graph;

import dev.identityexplorer.model.EntityKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where to look for what a filter lets through: of the places that hold all of it the one that holds the least. */
final class Ways {

    /** Text that is shorter is looked for at the start of names only; an index of trigrams does not help it. */
    private static final int TRIGRAM = 3;

    /** A walk is taken where at least one of so many entities matches. */
    static final long WALKED = 50;

    /**
     * How a list is found.
     *
     * @param anchor from where it is gathered
     * @param labels what is in it has one of them; empty for all
     * @param account along whose names it is walked; else empty
     */
    record Way(String anchor, List<String> labels, String account) {

        /** How many there are of the kinds that can be in the list. */
        long around(Counts counts) {
            return counts.total(cell -> labels.isEmpty() || labels.stream().anyMatch(cell.labels()::contains));
        }

        /** Whether one of these kinds can be in the list. */
        boolean holds(String... kinds) {
            return labels.isEmpty() || Stream.of(kinds).anyMatch(labels::contains);
        }

        /** Whether very much may be looked at, sorted or counted. */
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
    private final Kept<List<String>> untagged = new Kept<>();

    Ways(Reads reads, Overview overview) {
        this.reads = reads;
        this.overview = overview;
    }

    Way way(EntityFilter filter, Stamp stamp, Counts counts) {
        var labels = filter.tags().isEmpty() ? labels(filter, counts) : tagged(labels(filter, counts), stamp);
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

    /** The kinds that can be in a list; none where these are all that are in a list without filters. */
    private static List<String> labels(EntityFilter filter, Counts counts) {
        var kinds = new TreeSet<String>();
        var others = new TreeSet<String>();
        counts.cells().stream()
                .filter(cell -> cell.owned() || !filter.owned())
                .forEach(cell -> (filter.matches(cell) ? kinds : others).add(cell.kind()));
        others.removeAll(kinds);
        if (kinds.contains("Role")) {
            kinds.remove("ServiceLinkedRole"); // which is a role, too
        }
        // a label of somebody else's node never becomes a part of a statement
        boolean known = kinds.stream().allMatch(kind -> EntityKind.ofLabel(kind).isPresent());
        return others.isEmpty() || !known ? List.of() : List.copyOf(kinds);
    }

    /** Without the kinds of which nothing carries a tag: a list along an index looks at each of them. */
    private List<String> tagged(List<String> labels, Stamp stamp) {
        var without = untagged.get(
                stamp,
                "",
                () -> reads.row("untagged-kinds", Map.of()).stream()
                        .flatMap(row -> ((List<?>) row.get("kinds")).stream())
                        .map(String::valueOf)
                        .toList());
        var rest = labels.stream().filter(label -> !without.contains(label)).toList();
        return rest.isEmpty() ? labels : rest; // no labels would stand for all
    }

    /**
     * Whether so many carry the first tag that the filter asks for that a page of them fills along an index in the order that is
     * asked for; else they are found from the tag, and sorted.
     */
    boolean common(EntityFilter filter, Way way, Stamp stamp, Counts counts) {
        return carriers(filter, stamp) * WALKED >= way.around(counts);
    }

    /** How many entities carry the first tag that the filter asks for. */
    private long carriers(EntityFilter filter, Stamp stamp) {
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
        sizes.put("everything", counts.total(cell -> filter.ofKind(cell) && filter.admits(cell.kind())));
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

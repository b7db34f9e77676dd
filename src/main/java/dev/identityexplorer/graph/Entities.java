package dev.identityexplorer.graph;

import dev.identityexplorer.cypher.CypherLibrary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lists of entities of all kinds. Where a filter lets much through, or is of one account, a list walks along an index, so
 * that a page costs the same however long the list is; else it starts at the narrowest place and sorts what it finds. A list
 * by verdict, impact, kind or account is one {@link Run} after the other, each of which is a list by name.
 */
public final class Entities {

    /** Where a search, a tag or the like asks, counting stops here: nobody reads such a number to its last digit. */
    public static final long MOST_COUNTED = 1_000;

    private static final int SORTED_AT_ONCE = 1_000;

    /** What fits may stand behind very much that does not; then sorting all of it is faster. */
    private static final long LOOKED_AT = 20_000;

    /** Whatever nobody tags, such as access keys, may lie before all that carries a tag that many carry. */
    private static final long LOOKED_AT_FOR_TAGS = 500_000;

    /**
     * Where a page starts.
     *
     * @param skip how many rows the pages before had
     * @param name the last name, in lower case, or date of the page before, in a walk
     * @param id its id
     */
    public record Place(long skip, String name, String id) {
        public static final Place START = new Place(0, "", "");

        /** The same place in what begins after so many rows. */
        Place after(long rows) {
            return skip > rows ? new Place(skip - rows, name, id) : START;
        }
    }

    /**
     * One page.
     *
     * @param total how many rows the whole list has
     * @param atLeast whether it has more than {@code total}, and nobody counted how many
     * @param next empty at the end
     */
    public record Page(List<Map<String, @Nullable Object>> items, long total, boolean atLeast, Optional<Place> next) {}

    /** A list, or a part of one, in one order. */
    private record Order(Run run, Ways.Way way, String sort, boolean descending) {
        Walks.Leg leg(Place place, int limit) {
            return new Walks.Leg(run.toMap(), place, descending, limit);
        }
    }

    private final Reads reads;
    private final Walks walks;
    private final Ways ways;
    private final Overview overview;
    private final Kept<List<Map<String, @Nullable Object>>> sorted = new Kept<>();
    /** Pages of walks: names that many share, such as each user's "access key 1", may lie before the first that fits. */
    private final Kept<List<Map<String, @Nullable Object>>> walked = new Kept<>();

    private final Kept<Long> totals = new Kept<>();
    private final Semaphore sorting = new Semaphore(1, true);
    private final Semaphore walking = new Semaphore(1, true);
    private final long mostCounted;

    public Entities(Engine engine, CypherLibrary library, Overview overview) {
        this(engine, library, overview, MOST_COUNTED);
    }

    Entities(Engine engine, CypherLibrary library, Overview overview, long mostCounted) {
        this.reads = new Reads(engine, library);
        this.walks = new Walks(reads);
        this.ways = new Ways(reads, overview);
        this.overview = overview;
        this.mostCounted = mostCounted;
    }

    /**
     * One page of a list.
     *
     * @param sort a column; empty for the best match first where something is searched, else for name
     * @throws java.time.format.DateTimeParseException where a list by date starts at a place of a list in another order
     */
    public Page page(EntityFilter filter, String sort, boolean descending, Place place, int limit) {
        var stamp = overview.stamp();
        var every = overview.counts(stamp);
        var counts = filter.accounts().isEmpty() && !sort.equals("accountId") ? every.withoutAccounts() : every;
        if (counts.total(filter::matches) == 0) {
            return new Page(List.of(), 0, false, Optional.empty());
        }
        long counted = filter.plain() ? counts.total(filter::matches) : total(filter, stamp, counts);
        boolean atLeast = !filter.plain() && counted > mostCounted;
        long total = atLeast ? mostCounted : counted;
        var ids = new ArrayList<Map<String, @Nullable Object>>();
        long before = 0;
        for (var run : Run.of(filter, sort, descending, counts, counted)) {
            long end = before + run.count();
            if (ids.size() < limit && place.skip() < end || run.whole()) {
                var order =
                        new Order(run, ways.way(run.filter(), stamp, counts), run.whole() ? sort : "name", descending);
                ids.addAll(rows(stamp, counts, order, place.after(before), limit - ids.size()));
            }
            before = end;
        }
        var items = ids.isEmpty()
                ? List.<Map<String, @Nullable Object>>of()
                : reads.rows(
                        "entity-rows",
                        Map.of("ids", ids.stream().map(row -> row.get("id")).toList()));
        return new Page(items, total, atLeast, next(ids, place, limit, atLeast ? Long.MAX_VALUE : total));
    }

    private List<Map<String, @Nullable Object>> rows(Stamp stamp, Counts counts, Order order, Place place, int limit) {
        boolean date = order.sort().equals("createDate") || order.sort().equals("lastUsed");
        boolean tagged =
                order.way().anchor().equals("tag") && ways.common(order.run().filter(), order.way(), stamp, counts);
        if (date
                && (order.way().wide() || tagged)
                && (place.id().isEmpty() || !place.name().isEmpty())) {
            long look = tagged ? LOOKED_AT_FOR_TAGS : LOOKED_AT;
            return walked.get(stamp, order.toString() + place + limit, () -> dated(stamp, order, place, limit, look));
        }
        return walkable(order, stamp, counts)
                ? walked.get(stamp, order.toString() + place + limit, () -> walk(stamp, order, place, limit))
                : sorted(stamp, order, place.skip(), limit);
    }

    /** Along an index of dates, as far as it is worth. */
    private List<Map<String, @Nullable Object>> dated(Stamp stamp, Order order, Place place, int limit, long look) {
        var leg = order.leg(place, limit);
        var rows = order.sort().equals("lastUsed")
                ? walks.byUse(leg, look, order.way().holds("User", "LoginProfile"))
                : walks.byDate(leg, look);
        return rows.size() < limit ? sorted(stamp, order, place.skip(), limit) : rows;
    }

    private boolean walkable(Order order, Stamp stamp, Counts counts) {
        var filter = order.run().filter();
        boolean searched = !filter.q().isEmpty();
        if (!order.sort().isEmpty() && !order.sort().equals("name") || order.descending() && searched) {
            return false;
        }
        long around = order.way().around(counts);
        return switch (order.way().anchor()) {
            case "start", "account" -> true;
            // who carries a tag is found from the tag, and what is sorted once is kept: in the order of names
            // they may be far apart, unless very many carry it
            case "tag" -> ways.common(filter, order.way(), stamp, counts);
            default ->
                order.run().count() * Ways.WALKED >= around && filter.plain()
                        || order.run().count() > mostCounted && !filter.plain();
        };
    }

    /** Along the index; what starts with the text that is searched comes before what only holds it. */
    private List<Map<String, @Nullable Object>> walk(Stamp stamp, Order order, Place place, int limit) {
        var way = order.way();
        var filter = order.run().filter();
        var leg = order.leg(place, limit);
        if (filter.text().startsWith("arn:")) {
            return walks.byId(leg, filter.q());
        }
        if (way.anchor().equals("account")) {
            return walks.byAccount(leg, way.account());
        }
        if (way.anchor().equals("part")) {
            return searched(stamp, order, place, limit);
        }
        if (!way.labels().isEmpty() && filter.q().isEmpty()) {
            return walks.byKind(leg, way.labels());
        }
        var stretch = Walks.Stretch.startingWith(filter.text(), Long.MAX_VALUE);
        return filter.q().isEmpty() ? paced(walking, () -> walks.byName(leg, stretch)) : walks.byName(leg, stretch);
    }

    private List<Map<String, @Nullable Object>> searched(Stamp stamp, Order order, Place place, int limit) {
        var text = order.run().filter().text();
        boolean starting = order.sort().isEmpty()
                && (place.name().isEmpty() || place.name().startsWith(text));
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        if (starting) {
            rows.addAll(walks.byName(order.leg(place, limit), Walks.Stretch.startingWith(text, LOOKED_AT)));
        }
        if (rows.size() < limit) {
            var unlike = order.sort().isEmpty() ? text : "";
            var from = starting ? Place.START : place;
            var holding = new Walks.Stretch("", text, unlike, LOOKED_AT);
            rows.addAll(walks.byName(order.leg(from, limit - rows.size()), holding));
        }
        return rows.size() < limit ? sorted(stamp, order, place.skip(), limit) : rows;
    }

    /** Sorting costs as much as the list is long, so the first pages of a long one are sorted at once and kept. */
    private List<Map<String, @Nullable Object>> sorted(Stamp stamp, Order order, long skip, int limit) {
        if (order.run().count() <= limit || skip + limit > SORTED_AT_ONCE) {
            return gather(order, skip, limit);
        }
        var first = sorted.get(stamp, order.toString(), () -> gather(order, 0, SORTED_AT_ONCE));
        return first.subList((int) Math.min(skip, first.size()), (int) Math.min(skip + limit, first.size()));
    }

    /** Who looks at all there is, at the same time as others, takes so long together with them that nobody ends in time. */
    private static <T> T paced(Semaphore turn, Supplier<T> work) {
        turn.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turn.release();
        }
    }

    private List<Map<String, @Nullable Object>> gather(Order order, long skip, int limit) {
        var way = order.way();
        var filter = order.run().filter();
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("anchor", way.anchor());
        parameters.put("filter", order.run().toMap());
        parameters.put("kindOrder", EntityFilter.KIND_ORDER);
        parameters.put(
                "sort", !order.sort().isEmpty() ? order.sort() : filter.q().isEmpty() ? "name" : "rank");
        parameters.put("descending", order.descending());
        parameters.put("skip", skip);
        parameters.put("limit", limit);
        var file = filter.plain() && !order.sort().equals("lastUsed") ? "entities-plain" : "entities";
        Supplier<List<Map<String, @Nullable Object>>> gathered = () -> reads.rows(file, way.narrowed(), parameters);
        return way.wide() ? paced(sorting, gathered) : gathered.get();
    }

    private long total(EntityFilter filter, Stamp stamp, Counts counts) {
        var way = ways.way(filter, stamp, counts);
        Map<String, @Nullable Object> parameters =
                Map.of("anchor", way.anchor(), "filter", filter.toMap(), "most", mostCounted + 1);
        Supplier<Long> count = () -> reads.rows("entities-count", way.narrowed(), parameters).stream()
                .mapToLong(row -> Wire.number(row, "total"))
                .sum();
        return totals.get(stamp, way.anchor() + filter, () -> way.wide() ? paced(sorting, count) : count.get());
    }

    private static Optional<Place> next(List<Map<String, @Nullable Object>> ids, Place place, int limit, long total) {
        long seen = place.skip() + ids.size();
        if (ids.size() < limit || seen >= total) {
            return Optional.empty();
        }
        var last = ids.get(ids.size() - 1);
        return Optional.of(new Place(seen, Wire.text(last, "place"), Wire.text(last, "id")));
    }
}

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
 * Lists of entities of all kinds. Where a filter lets much through, or is of one account, a list by name walks along an
 * index, so that a page costs the same however long the list is; else it starts at the narrowest place and sorts what it
 * finds.
 */
public final class Entities {

    /** Where a search, a tag or the like asks, counting stops here: nobody reads such a number to its last digit. */
    public static final long MOST_COUNTED = 1_000;

    /** A walk is taken where at least one of so many entities matches. */
    private static final long WALKED = 50;

    /** Text that is shorter is looked for at the start of names only; an index of trigrams does not help it. */
    private static final int TRIGRAM = 3;

    private static final int SORTED_AT_ONCE = 1_000;

    /** In a search, what holds the text may stand behind very many names that do not; then sorting all of it is faster. */
    private static final long LOOKED_AT = 20_000;

    /** After every text that a name may be. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    /**
     * Where a page starts.
     *
     * @param skip how many rows the pages before had
     * @param name the last name, in lower case, of the page before, in a walk
     * @param id its id
     */
    public record Place(long skip, String name, String id) {
        public static final Place START = new Place(0, "", "");
    }

    /**
     * One page.
     *
     * @param total how many rows the whole list has
     * @param atLeast whether it has more than {@code total}, and nobody counted how many
     * @param next empty at the end
     */
    public record Page(List<Map<String, @Nullable Object>> items, long total, boolean atLeast, Optional<Place> next) {}

    /** How a list is found: from where it is gathered, and along which file it can be walked. */
    private record Way(String anchor, String walk, String from, String account) {

        /** Whether very much may be looked at. */
        boolean wide() {
            return anchor.equals("everything") || anchor.equals("verdict");
        }
    }

    /** What of an index is walked: what starts so, holds a part, does not start with what came before; so many at most. */
    private record Stretch(String start, String part, String unlike, long look) {}

    /** A list and its order. */
    private record Order(EntityFilter filter, Way way, String sort, boolean descending) {}

    private final Reads reads;
    private final Overview overview;
    private final Kept<List<Map<String, @Nullable Object>>> sorted = new Kept<>();
    /** Pages of walks: names that many share, such as each user's "access key 1", may lie before the first that fits. */
    private final Kept<List<Map<String, @Nullable Object>>> walked = new Kept<>();

    private final Kept<Long> totals = new Kept<>();
    private final Kept<Long> carriers = new Kept<>();
    private final Semaphore sorting = new Semaphore(1, true);
    private final Semaphore walking = new Semaphore(1, true);
    private final long mostCounted;

    public Entities(Engine engine, CypherLibrary library, Overview overview) {
        this(engine, library, overview, MOST_COUNTED);
    }

    Entities(Engine engine, CypherLibrary library, Overview overview, long mostCounted) {
        this.reads = new Reads(engine, library);
        this.overview = overview;
        this.mostCounted = mostCounted;
    }

    /**
     * One page of a list.
     *
     * @param sort a column; empty for the best match first where something is searched, else for name
     */
    public Page page(EntityFilter filter, String sort, boolean descending, Place place, int limit) {
        var stamp = overview.stamp();
        var counts = overview.counts(stamp);
        long all = counts.total(cell -> true);
        var way = way(filter, stamp, counts);
        long counted = filter.plain() ? counts.total(filter::matches) : total(filter, way, stamp);
        boolean atLeast = !filter.plain() && counted > mostCounted;
        long total = atLeast ? mostCounted : counted;
        boolean walk = !descending
                && (sort.isEmpty() || sort.equals("name"))
                && switch (way.anchor()) {
                    case "start", "account" -> true;
                    // who carries a tag is found from the tag, and what is sorted once is kept: in the order of names
                    // they may be far apart, unless very many carry it
                    case "tag" -> carriers(filter, stamp) * WALKED >= all;
                    default -> counted > mostCounted || filter.plain() && total * WALKED >= all;
                };
        var order = new Order(filter, way, sort, descending);
        var ids = walk
                ? walked.get(stamp, sort + place + limit + filter, () -> walk(stamp, order, place, limit, counted))
                : sorted(stamp, order, place.skip(), limit, counted);
        var items = ids.isEmpty()
                ? List.<Map<String, @Nullable Object>>of()
                : reads.rows(
                        "entity-rows",
                        Map.of("ids", ids.stream().map(row -> row.get("id")).toList()));
        return new Page(items, total, atLeast, next(ids, place, limit, atLeast ? Long.MAX_VALUE : total));
    }

    /** Along the index; what starts with the text that is searched comes before what only holds it. */
    private List<Map<String, @Nullable Object>> walk(Stamp stamp, Order order, Place place, int limit, long length) {
        var way = order.way();
        var text = order.filter().text();
        if (!way.anchor().equals("part") || way.walk().equals("entities-by-id")) {
            return along(order, new Stretch(way.from(), "", "", Long.MAX_VALUE), place, limit);
        }
        boolean starting = order.sort().isEmpty()
                && (place.name().isEmpty() || place.name().startsWith(text));
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        if (starting) {
            rows.addAll(along(order, new Stretch(text, "", "", LOOKED_AT), place, limit));
        }
        if (rows.size() < limit) {
            var unlike = order.sort().isEmpty() ? text : "";
            var from = starting ? Place.START : place;
            rows.addAll(along(order, new Stretch("", text, unlike, LOOKED_AT), from, limit - rows.size()));
        }
        return rows.size() < limit ? sorted(stamp, order, place.skip(), limit, length) : rows;
    }

    private List<Map<String, @Nullable Object>> along(Order order, Stretch stretch, Place place, int limit) {
        var way = order.way();
        boolean byId = way.walk().equals("entities-by-id");
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("filter", order.filter().toMap());
        parameters.put("account", way.account());
        parameters.put("look", stretch.look());
        parameters.put("from", byId || place.name().isEmpty() ? stretch.start() : place.name());
        parameters.put("until", stretch.start() + LAST);
        parameters.put("afterId", place.id());
        parameters.put("limit", limit);
        parameters.put("part", stretch.part());
        parameters.put("unlike", stretch.unlike());
        boolean wide = way.walk().equals("entities-by-name") && stretch.look() == Long.MAX_VALUE;
        return wide ? paced(walking, () -> reads.rows(way.walk(), parameters)) : reads.rows(way.walk(), parameters);
    }

    /** Sorting costs as much as the list is long, so the first pages of a long one are sorted at once and kept. */
    private List<Map<String, @Nullable Object>> sorted(Stamp stamp, Order order, long skip, int limit, long length) {
        if (length <= limit || skip + limit > SORTED_AT_ONCE) {
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
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("anchor", order.way().anchor());
        parameters.put("filter", order.filter().toMap());
        parameters.put("kindOrder", EntityFilter.KIND_ORDER);
        parameters.put(
                "sort",
                !order.sort().isEmpty() ? order.sort() : order.filter().q().isEmpty() ? "name" : "rank");
        parameters.put("descending", order.descending());
        parameters.put("skip", skip);
        parameters.put("limit", limit);
        var file = order.filter().plain() ? "entities-plain" : "entities";
        return order.way().wide() ? paced(sorting, () -> reads.rows(file, parameters)) : reads.rows(file, parameters);
    }

    private long total(EntityFilter filter, Way way, Stamp stamp) {
        Map<String, @Nullable Object> parameters =
                Map.of("anchor", way.anchor(), "filter", filter.toMap(), "most", mostCounted + 1);
        return totals.get(
                stamp,
                way.anchor() + filter,
                () -> (way.wide()
                                ? paced(sorting, () -> reads.row("entities-count", parameters))
                                : reads.row("entities-count", parameters))
                        .map(row -> Wire.number(row, "total"))
                        .orElse(0L));
    }

    private Way way(EntityFilter filter, Stamp stamp, Counts counts) {
        if (filter.text().startsWith("arn:")) {
            return new Way("part", "entities-by-id", filter.q(), "");
        }
        if (!filter.q().isEmpty()) {
            return filter.text().length() < TRIGRAM
                    ? new Way("start", "entities-by-name", filter.text(), "")
                    : new Way("part", "entities-by-name", "", "");
        }
        var anchor = narrowest(filter, stamp, counts);
        return anchor.equals("account") && filter.accounts().size() == 1
                ? new Way(
                        "account", "entities-by-account", "", filter.accounts().get(0))
                : new Way(anchor.equals("account") ? "accounts" : anchor, "entities-by-name", "", "");
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

    /** Of the places that hold all that the filter lets through the one that holds the least. */
    private String narrowest(EntityFilter filter, Stamp stamp, Counts counts) {
        var sizes = new HashMap<String, Long>();
        sizes.put("everything", counts.total(cell -> true));
        if (!filter.accounts().isEmpty()) {
            sizes.put("account", counts.total(cell -> filter.accounts().contains(cell.accountId())));
        }
        if (!filter.verdicts().isEmpty()) {
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

    private static Optional<Place> next(List<Map<String, @Nullable Object>> ids, Place place, int limit, long total) {
        long seen = place.skip() + ids.size();
        if (ids.size() < limit || seen >= total) {
            return Optional.empty();
        }
        var last = ids.get(ids.size() - 1);
        return Optional.of(new Place(seen, Wire.text(last, "place"), Wire.text(last, "id")));
    }
}

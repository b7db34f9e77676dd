package dev.identityexplorer.graph;

import dev.identityexplorer.cypher.CypherLibrary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lists of entities of all kinds. Where a filter lets much through, a list by name walks along the index of names;
 * else it starts at the narrowest place and sorts what it finds.
 */
public final class Entities {

    /** Up to so many entities, a search looks within names; beyond, at their start. */
    private static final long SEARCHED_WITHIN = 200_000;

    /** A walk is taken where at least one of so many entities matches. */
    private static final long WALKED = 50;

    /**
     * Where a page starts.
     *
     * @param skip how many rows the pages before had
     * @param name the last name of the page before, in a walk
     * @param id its id
     */
    public record Place(long skip, String name, String id) {
        public static final Place START = new Place(0, "", "");
    }

    /** One page; {@code next} is empty at the end. */
    public record Page(List<Map<String, @Nullable Object>> items, long total, Optional<Place> next) {}

    private final Reads reads;
    private final Overview overview;
    private final Kept<Long> totals = new Kept<>();

    public Entities(Engine engine, CypherLibrary library, Overview overview) {
        this.reads = new Reads(engine, library);
        this.overview = overview;
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
        long total = filter.plain()
                ? counts.total(filter::matches)
                : totals.get(stamp, filter.toString(), () -> count(filter, all));
        boolean walk =
                filter.plain() && !descending && (sort.isEmpty() || sort.equals("name")) && total * WALKED >= all;
        var rows = walk ? walk(filter, place, limit) : gather(filter, sort, descending, place, limit, all);
        return new Page(rows, total, next(rows, place, limit, total));
    }

    private List<Map<String, @Nullable Object>> walk(EntityFilter filter, Place place, int limit) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("filter", filter.toMap());
        parameters.put("after", place.name());
        parameters.put("afterId", place.id());
        parameters.put("limit", limit);
        return rows("entities-by-name", parameters);
    }

    private List<Map<String, @Nullable Object>> gather(
            EntityFilter filter, String sort, boolean descending, Place place, int limit, long all) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("anchor", anchor(filter, all));
        parameters.put("filter", filter.toMap());
        parameters.put("kindOrder", EntityFilter.KIND_ORDER);
        parameters.put("sort", !sort.isEmpty() ? sort : filter.q().isEmpty() ? "name" : "rank");
        parameters.put("descending", descending);
        parameters.put("skip", place.skip());
        parameters.put("limit", limit);
        return rows("entities", parameters);
    }

    private List<Map<String, @Nullable Object>> rows(String list, Map<String, @Nullable Object> parameters) {
        var ids =
                reads.rows(list, parameters).stream().map(row -> row.get("id")).toList();
        return ids.isEmpty() ? List.of() : reads.rows("entity-rows", Map.of("ids", ids));
    }

    private long count(EntityFilter filter, long all) {
        return reads.row("entities-count", Map.of("anchor", anchor(filter, all), "filter", filter.toMap()))
                .map(row -> Wire.number(row, "total"))
                .orElse(0L);
    }

    private static String anchor(EntityFilter filter, long all) {
        if (!filter.q().isEmpty()) {
            return all <= SEARCHED_WITHIN ? "part" : "start";
        }
        if (!filter.tags().isEmpty()) {
            return "tag";
        }
        if (!filter.service().isEmpty()) {
            return "service";
        }
        if (!filter.accounts().isEmpty()) {
            return "account";
        }
        if (!filter.verdicts().isEmpty()) {
            return "verdict";
        }
        return "everything";
    }

    private static Optional<Place> next(List<Map<String, @Nullable Object>> rows, Place place, int limit, long total) {
        long seen = place.skip() + rows.size();
        if (rows.size() < limit || seen >= total) {
            return Optional.empty();
        }
        var last = rows.get(rows.size() - 1);
        return Optional.of(new Place(seen, Wire.text(last, "name"), Wire.text(last, "id")));
    }
}

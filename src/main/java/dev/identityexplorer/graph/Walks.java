package dev.identityexplorer.graph;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lists of entities along an index, in its order: a page costs what is on it and what the filter leaves out before it,
 * however long the list is. Each row has {@code id} and {@code place}, with which the next page starts.
 */
final class Walks {

    /** After every text that a name may be. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private static final ZonedDateTime FIRST_DATE = date("-999999999-01-01T00:00:00Z");
    private static final ZonedDateTime LAST_DATE = date("+999999999-12-31T23:59:59Z");

    private static final Comparator<Map<String, @Nullable Object>> BY_DATE =
            Comparator.comparing(row -> Instant.parse(Wire.text(row, "place")));

    private static final Comparator<Map<String, @Nullable Object>> BY_USE =
            Comparator.<Map<String, @Nullable Object>, Instant>comparing(row -> Instant.parse(Wire.text(row, "at")))
                    .thenComparing(row -> Wire.text(row, "used"), Walks::codePoints);

    /** What of the names is walked: what starts so, holds a part, does not start with what came before; so many at most. */
    record Stretch(String start, String part, String unlike, long look) {
        static final Stretch ALL = startingWith("", Long.MAX_VALUE);

        static Stretch startingWith(String start, long look) {
            return new Stretch(start, "", "", look);
        }
    }

    /** One page: what the filter lets through after a place. */
    record Leg(Map<String, @Nullable Object> filter, Entities.Place place, boolean descending, int limit) {
        private boolean first() {
            return place.id().isEmpty();
        }
    }

    private final Reads reads;

    Walks(Reads reads) {
        this.reads = reads;
    }

    List<Map<String, @Nullable Object>> byName(Leg leg, Stretch stretch) {
        return byName("Entity", leg, stretch);
    }

    /** Several kinds, each along an index of its own. */
    List<Map<String, @Nullable Object>> byKind(Leg leg, List<String> labels) {
        return merged(
                labels.stream().map(label -> byName(label, leg, Stretch.ALL)),
                Comparator.comparing(row -> Wire.text(row, "place"), Walks::codePoints),
                leg);
    }

    private List<Map<String, @Nullable Object>> byName(String label, Leg leg, Stretch stretch) {
        var parameters = names(leg, stretch.start());
        parameters.put("look", stretch.look());
        parameters.put("part", stretch.part());
        parameters.put("unlike", stretch.unlike());
        return walk("entities-by-name", label, leg, parameters);
    }

    List<Map<String, @Nullable Object>> byAccount(Leg leg, String account) {
        var parameters = names(leg, "");
        parameters.put("account", account);
        return walk("entities-by-account", "Entity", leg, parameters);
    }

    /** Ids that start so, in their order. */
    List<Map<String, @Nullable Object>> byId(Leg leg, String start) {
        return reads.rows(
                "entities-by-id",
                Map.of(
                        "filter", leg.filter(),
                        "from", start,
                        "until", start + LAST,
                        "afterId", leg.place().id(),
                        "limit", leg.limit()));
    }

    /**
     * By the date of creation, or of the upload where somebody uploaded it.
     *
     * @param look after how many dates to give up; the page is shorter then
     */
    List<Map<String, @Nullable Object>> byDate(Leg leg, long look) {
        var created = byDate("createDate", leg, look);
        if (created.size() < leg.limit()) {
            return created;
        }
        var uploaded = byDate("uploadDate", leg, Long.MAX_VALUE);
        return merged(Stream.of(created, uploaded), BY_DATE, leg);
    }

    /**
     * By the last use, of a user that of what it was used by.
     *
     * @param look after how many dates to give up; the page is shorter then
     * @param passwords whether there can be something with a password, of which all dates are looked at
     */
    List<Map<String, @Nullable Object>> byUse(Leg leg, long look, boolean passwords) {
        var used = byUse("lastUsedDate", leg, look);
        return used.size() < leg.limit() || !passwords
                ? used
                : merged(Stream.of(used, byUse("passwordLastUsed", leg, Long.MAX_VALUE)), BY_USE, leg);
    }

    private List<Map<String, @Nullable Object>> byUse(String property, Leg leg, long look) {
        var place = leg.place().name();
        int date = Math.max(place.indexOf(' '), 0);
        var from = new Leg(
                leg.filter(),
                new Entities.Place(
                        leg.place().skip(),
                        place.substring(0, date),
                        leg.place().id()),
                leg.descending(),
                leg.limit());
        var parameters = dates(from, look);
        parameters.put("afterUsed", leg.first() ? parameters.get("afterId") : place.substring(date + 1));
        var rows = reads.rows(
                "entities-by-use",
                statement -> directed(statement, leg).replace("c.lastUsedDate", "c." + property),
                parameters);
        rows.forEach(row -> row.put("place", Wire.text(row, "at") + " " + Wire.text(row, "used")));
        return rows;
    }

    private List<Map<String, @Nullable Object>> byDate(String property, Leg leg, long look) {
        return reads.rows(
                "entities-by-date",
                statement -> directed(statement, leg).replace("n.createDate ", "n." + property + " "),
                dates(leg, look));
    }

    private static Map<String, @Nullable Object> dates(Leg leg, long look) {
        var place = leg.first()
                ? leg.descending() ? LAST_DATE : FIRST_DATE
                : date(leg.place().name());
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("low", leg.descending() ? FIRST_DATE : place);
        parameters.put("high", leg.descending() ? place : LAST_DATE);
        parameters.put("after", place);
        parameters.put("look", look);
        return with(leg, parameters);
    }

    private static Map<String, @Nullable Object> names(Leg leg, String start) {
        var place = leg.place().name();
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("low", leg.first() || leg.descending() ? start : place);
        parameters.put("high", leg.first() || !leg.descending() ? start + LAST : place);
        parameters.put("after", place);
        return parameters;
    }

    private List<Map<String, @Nullable Object>> walk(
            String file, String label, Leg leg, Map<String, @Nullable Object> parameters) {
        return reads.rows(
                file,
                statement -> directed(statement, leg).replace("(n:Entity)", "(n:" + label + ")"),
                with(leg, parameters));
    }

    /** An index is walked in the order that the statement itself tells. */
    private static String directed(String statement, Leg leg) {
        return leg.descending() ? statement.replace(" ASC", " DESC") : statement;
    }

    private static Map<String, @Nullable Object> with(Leg leg, Map<String, @Nullable Object> parameters) {
        parameters.put("filter", leg.filter());
        parameters.put(
                "afterId", leg.first() && leg.descending() ? LAST : leg.place().id());
        parameters.put("descending", leg.descending());
        parameters.put("limit", leg.limit());
        return parameters;
    }

    private static List<Map<String, @Nullable Object>> merged(
            Stream<List<Map<String, @Nullable Object>>> lists,
            Comparator<Map<String, @Nullable Object>> byPlace,
            Leg leg) {
        var order = byPlace.thenComparing(row -> Wire.text(row, "id"), Walks::codePoints);
        return lists.flatMap(List::stream)
                .sorted(leg.descending() ? order.reversed() : order)
                .limit(leg.limit())
                .toList();
    }

    /** As Neo4j orders text; Java would compare halves of surrogate pairs. */
    private static int codePoints(String one, String other) {
        return java.util.Arrays.compare(
                one.codePoints().toArray(), other.codePoints().toArray());
    }

    private static ZonedDateTime date(String text) {
        return Instant.parse(text).atZone(ZoneOffset.UTC);
    }
}

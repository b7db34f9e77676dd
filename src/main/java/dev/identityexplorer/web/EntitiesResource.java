package dev.identityexplorer.web;

import dev.identityexplorer.deletion.Assessment;
import dev.identityexplorer.graph.Entities;
import dev.identityexplorer.graph.EntityFilter;
import dev.identityexplorer.graph.Overview;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /entities}: one list for all kinds. */
final class EntitiesResource {

    private static final List<String> COLUMNS = List.of(
            "id",
            "kind",
            "name",
            "accountId",
            "accountName",
            "verdict",
            "impact",
            "provenAt",
            "createDate",
            "lastUsed",
            "owner",
            "placeholder");

    private static final List<String> SORTS =
            List.of("name", "kind", "accountId", "verdict", "impact", "createDate", "lastUsed");

    private static final int EXPORTED = 100_000;

    private final Entities entities;
    private final Overview overview;

    EntitiesResource(Entities entities, Overview overview) {
        this.entities = entities;
        this.overview = overview;
    }

    void get(Context ctx) {
        var filter = filter(ctx);
        var sort = Params.text(ctx, "sort", 32);
        boolean descending = sort.startsWith("-");
        var column = descending ? sort.substring(1) : sort;
        if (!column.isEmpty() && !SORTS.contains(column)) {
            throw WebException.badRequest("The parameter sort must be one of " + String.join(", ", SORTS)
                    + ", with - before it for descending, not '" + sort + "'.");
        }
        var cursor = Cursor.of(ctx);
        int limit = Params.limit(ctx);
        var stamp = overview.stamp();
        var names = overview.accountNames(stamp);
        if (Csv.wanted(ctx)) {
            var rows = entities.page(filter, column, descending, Entities.Place.START, EXPORTED)
                    .items();
            Csv.send(
                    ctx,
                    "entities",
                    COLUMNS,
                    rows.stream().map(row -> cells(row(row, names))).toList());
            return;
        }
        Tagged.json(ctx, stamp, () -> {
            var place = new Entities.Place(cursor.skip(), cursor.mark(0), cursor.mark(1));
            var page = page(filter, column, descending, place, limit);
            var map = new LinkedHashMap<String, @Nullable Object>();
            map.put("items", page.items().stream().map(row -> row(row, names)).toList());
            map.put("total", page.total());
            map.put("atLeast", page.atLeast());
            map.put(
                    "nextCursor",
                    page.next()
                            .map(next -> new Cursor(next.skip(), List.of(next.name(), next.id())).text())
                            .orElse(null));
            return map;
        });
    }

    /** A cursor of a list in another order holds no date where one is needed. */
    private Entities.Page page(
            EntityFilter filter, String column, boolean descending, Entities.Place place, int limit) {
        try {
            return entities.page(filter, column, descending, place, limit);
        } catch (DateTimeParseException e) {
            throw new WebException(400, "bad-request", Cursor.sentence(), e);
        }
    }

    private static EntityFilter filter(Context ctx) {
        return new EntityFilter(
                Params.text(ctx, "q", 2048),
                Params.texts(ctx, "kind", 40, 30),
                Params.texts(ctx, "account", 64, 100),
                Params.text(ctx, "service", 256),
                Params.texts(ctx, "tag", 512, 10).stream()
                        .map(EntitiesResource::tag)
                        .toList(),
                Params.text(ctx, "lacksTag", 128),
                Params.choices(ctx, "verdict", Params.words(Assessment.Verdict.values())),
                Params.choices(ctx, "impact", Params.words(Assessment.Impact.values())),
                unusedSince(Params.text(ctx, "unusedSince", 10)));
    }

    private static EntityFilter.TagFilter tag(String text) {
        int at = text.indexOf('=');
        return at < 0
                ? new EntityFilter.TagFilter(text, Optional.empty())
                : new EntityFilter.TagFilter(text.substring(0, at), Optional.of(text.substring(at + 1)));
    }

    private static Optional<ZonedDateTime> unusedSince(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (text.matches("\\d{1,5}d")) {
                long days = Long.parseLong(text.substring(0, text.length() - 1));
                return Optional.of(ZonedDateTime.now(ZoneOffset.UTC)
                        .truncatedTo(java.time.temporal.ChronoUnit.DAYS)
                        .minusDays(days));
            }
            return Optional.of(LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            throw new WebException(
                    400,
                    "bad-request",
                    "The parameter unusedSince must be a date like 2026-08-01 or days like 90d, not '" + text + "'.",
                    e);
        }
    }

    private static Map<String, @Nullable Object> row(Map<String, @Nullable Object> row, Map<String, String> names) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        COLUMNS.forEach(column -> map.put(column, row.get(column)));
        map.put("accountName", row.get("accountId") instanceof String id ? names.get(id) : null);
        return map;
    }

    private static List<@Nullable Object> cells(Map<String, @Nullable Object> row) {
        var cells = new java.util.ArrayList<@Nullable Object>();
        row.forEach((column, value) -> cells.add(value instanceof Map<?, ?> owner ? owner.get("id") : value));
        return cells;
    }
}

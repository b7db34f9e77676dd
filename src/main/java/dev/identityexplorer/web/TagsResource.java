package dev.identityexplorer.web;

import dev.identityexplorer.graph.Overview;
import dev.identityexplorer.graph.Tags;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /tags}: keys, and the values of one. */
final class TagsResource {

    private final Overview overview;
    private final Tags tags;

    TagsResource(Overview overview, Tags tags) {
        this.overview = overview;
        this.tags = tags;
    }

    void get(Context ctx) {
        var key = Params.text(ctx, "key", 128);
        var start = Params.text(ctx, "q", 256);
        var cursor = Cursor.of(ctx);
        int limit = Params.limit(ctx);
        ctx.json(key.isEmpty() ? keys(start, cursor, limit) : values(key, start, cursor, limit));
    }

    private Map<String, @Nullable Object> keys(String start, Cursor cursor, int limit) {
        var all = overview.tagKeys(overview.stamp()).stream()
                .filter(row -> String.valueOf(row.get("key")).startsWith(start))
                .toList();
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("items", all.stream().skip(cursor.skip()).limit(limit).toList());
        map.put("total", all.size());
        map.put("nextCursor", Cursor.next(cursor, limit, (int) Math.max(0, all.size() - cursor.skip())));
        return map;
    }

    private Map<String, @Nullable Object> values(String key, String start, Cursor cursor, int limit) {
        var map = new LinkedHashMap<>(tags.of(key, start, cursor.skip(), limit + 1)
                .orElseThrow(() -> WebException.notFound("Nothing that was imported carries a tag with the key '" + key
                        + "'; keys are case-sensitive.")));
        var values = map.get("values") instanceof java.util.List<?> list ? list : java.util.List.of();
        map.put("values", values.stream().limit(limit).toList());
        map.put("nextCursor", Cursor.next(cursor, limit, values.size()));
        return map;
    }
}

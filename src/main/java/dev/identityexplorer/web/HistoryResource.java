package dev.identityexplorer.web;

import dev.identityexplorer.graph.History;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /changes}: what imports changed. */
final class HistoryResource {

    private final History history;

    HistoryResource(History history) {
        this.history = history;
    }

    void changes(Context ctx) {
        var filter = new History.ChangeFilter(
                Params.text(ctx, "account", 64),
                Params.text(ctx, "entity", 2048),
                Params.text(ctx, "import", 64),
                Params.choice(ctx, "what", List.of("added", "removed", "changed", "verdict")));
        var cursor = Cursor.of(ctx);
        int limit = Params.limit(ctx);
        ctx.json(page(history.changes(filter, cursor.skip(), limit + 1), cursor, limit));
    }

    static Map<String, @Nullable Object> page(List<Map<String, @Nullable Object>> rows, Cursor cursor, int limit) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("items", rows.stream().limit(limit).toList());
        map.put("nextCursor", Cursor.next(cursor, limit, rows.size()));
        return map;
    }
}

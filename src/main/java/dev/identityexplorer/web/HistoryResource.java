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
                Params.choice(ctx, "what", List.of("added", "removed", "changed", "verdict")),
                Params.instant(ctx, "since"),
                Params.choice(ctx, "became", List.of("PROTECTED", "BLOCKED", "UNPROVEN", "CLEAR")));
        var cursor = Cursor.of(ctx);
        int limit = Params.limit(ctx);
        ctx.json(page(history.changes(filter, cursor.skip(), limit + 1), cursor, limit));
    }

    /** {@code /changes/difference}: what became different between two imports. */
    void difference(Context ctx) {
        var from = Params.text(ctx, "from", 64);
        var to = Params.required(ctx, "to", 64);
        for (var id : List.of(from, to)) {
            if (!id.isEmpty() && history.imported(id).isEmpty()) {
                throw WebException.notFound("There is no import '" + id + "'; imports lists those that there are.");
            }
        }
        int limit = Params.limit(ctx);
        var rows = history.difference(from, to, Params.text(ctx, "account", 64), limit + 1);
        ctx.json(Map.of("items", rows.stream().limit(limit).toList(), "truncated", rows.size() > limit));
    }

    static Map<String, @Nullable Object> page(List<Map<String, @Nullable Object>> rows, Cursor cursor, int limit) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("items", rows.stream().limit(limit).toList());
        map.put("nextCursor", Cursor.next(cursor, limit, rows.size()));
        return map;
    }
}

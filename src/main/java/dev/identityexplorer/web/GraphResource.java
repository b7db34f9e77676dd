package dev.identityexplorer.web;

import dev.identityexplorer.graph.Neighbourhood;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /graph} and {@code /graph/path}: what surrounds an entity, and how two hang together. */
final class GraphResource {

    private final Neighbourhood neighbourhood;

    GraphResource(Neighbourhood neighbourhood) {
        this.neighbourhood = neighbourhood;
    }

    void get(Context ctx) {
        var folded = Params.text(ctx, "open", 4096);
        var id = Params.text(ctx, "id", 2048);
        var cursor = Cursor.of(ctx);
        int limit = Params.number(ctx, "limit", 300, 1, 2000);
        if (!folded.isEmpty()) {
            var drawing = neighbourhood.open(folded, cursor.skip(), limit);
            ctx.json(map(drawing, drawing.truncated() ? new Cursor(cursor.skip() + limit, List.of()).text() : null));
            return;
        }
        if (id.isEmpty()) {
            throw WebException.badRequest("The parameter id is needed and missing; it says where the picture starts.");
        }
        var extent = new Neighbourhood.Extent(
                Params.number(ctx, "depth", 1, 1, 3),
                Params.texts(ctx, "kinds", 40, 40),
                Params.texts(ctx, "types", 40, 40),
                Params.number(ctx, "fold", 12, 2, 200),
                limit);
        ctx.json(map(neighbourhood.around(id, extent).orElseThrow(() -> WebException.nothingWithId(id)), null));
    }

    void path(Context ctx) {
        var from = Params.required(ctx, "from", 2048);
        var to = Params.required(ctx, "to", 2048);
        for (var id : List.of(from, to)) {
            if (!neighbourhood.knows(id)) {
                throw WebException.nothingWithId(id);
            }
        }
        var found = neighbourhood.path(from, to);
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("from", from);
        map.put("to", to);
        map.put("length", found.map(drawing -> drawing.nodes().size() - 1).orElse(null));
        map.put("nodes", found.map(Neighbourhood.Drawing::nodes).orElse(List.of()));
        map.put("edges", found.map(Neighbourhood.Drawing::edges).orElse(List.of()));
        ctx.json(map);
    }

    private static Map<String, @Nullable Object> map(Neighbourhood.Drawing drawing, @Nullable String cursor) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("center", drawing.center());
        map.put("nodes", drawing.nodes());
        map.put("edges", drawing.edges());
        map.put("truncated", drawing.truncated());
        map.put("nextCursor", cursor);
        return map;
    }
}

package dev.identityexplorer.web;

import dev.identityexplorer.graph.Stamp;
import io.javalin.http.Context;
import java.util.function.Supplier;

/** Answers that stay the same until an import writes: a client that has one already is told so, at no cost. */
final class Tagged {

    private Tagged() {}

    /** What is kept of the graph; while an import runs it may be of a state before, and is tagged with none. */
    static void json(Context ctx, Stamp stamp, Supplier<Object> answer) {
        if (stamp.importing()) {
            ctx.header("Cache-Control", "no-store");
            ctx.json(answer.get());
        } else {
            json(ctx, stamp.text(), answer);
        }
    }

    static void json(Context ctx, String stamp, Supplier<Object> answer) {
        var tag = "W/\"" + stamp + "\"";
        ctx.header("ETag", tag);
        ctx.header("Cache-Control", "private, no-cache");
        var known = ctx.header("If-None-Match");
        if (known != null && (known.equals(tag) || known.equals("*"))) {
            ctx.status(304);
        } else {
            ctx.json(answer.get());
        }
    }
}

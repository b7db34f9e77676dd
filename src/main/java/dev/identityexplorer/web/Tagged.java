package dev.identityexplorer.web;

import io.javalin.http.Context;
import java.util.function.Supplier;

/** Answers that stay the same until an import writes: a client that has one already is told so, at no cost. */
final class Tagged {

    private Tagged() {}

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

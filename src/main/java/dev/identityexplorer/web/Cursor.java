package dev.identityexplorer.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the next page of a list starts, as text that means nothing to others.
 *
 * @param skip how many items the pages before had
 * @param marks what else tells the place
 */
record Cursor(long skip, List<String> marks) {

    static final Cursor START = new Cursor(0, List.of());

    static Cursor of(Context ctx) {
        var text = Params.text(ctx, "cursor", 4096);
        if (text.isEmpty()) {
            return START;
        }
        try {
            var parts =
                    List.of(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\n", -1));
            long skip = Long.parseLong(parts.get(0));
            if (skip >= 0) {
                return new Cursor(skip, parts.subList(1, parts.size()));
            }
        } catch (IllegalArgumentException e) {
            throw new WebException(400, "bad-request", sentence(), e);
        }
        throw WebException.badRequest(sentence());
    }

    static String sentence() {
        return "The parameter cursor must be the nextCursor of the page before; leave it out for the first page.";
    }

    String mark(int at) {
        return at < marks.size() ? marks.get(at) : "";
    }

    String text() {
        var parts = new java.util.ArrayList<String>();
        parts.add(Long.toString(skip));
        parts.addAll(marks);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
    }

    /** After a page of a list that may go on: the next cursor where there is at least one more item than the page has. */
    static @Nullable String next(Cursor now, int limit, int found) {
        return found > limit ? new Cursor(now.skip() + limit, List.of()).text() : null;
    }
}

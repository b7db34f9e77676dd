package dev.identityexplorer.web;

import io.javalin.http.Context;
import java.util.Optional;

/** The cookie of a session: no script reads it, no other site's page makes a browser send it. */
final class Cookies {

    /** Where the connection is secure, browsers take a cookie of this name from this host alone. */
    private static final String SECURE = "__Host-explorer";

    private static final String PLAIN = "explorer";
    private static final String ATTRIBUTES = "; Path=/; HttpOnly; SameSite=Strict; Max-Age=";

    private Cookies() {}

    static Optional<String> session(Context ctx) {
        return Optional.ofNullable(ctx.cookie(SECURE))
                .or(() -> Optional.ofNullable(ctx.cookie(PLAIN)))
                .filter(value -> !value.isEmpty() && value.length() < 100);
    }

    static void setSession(Context ctx, String value, boolean secure) {
        add(ctx, secure ? SECURE : PLAIN, value, Sessions.LONGEST.toSeconds(), secure);
    }

    static void removeSession(Context ctx) {
        add(ctx, SECURE, "", 0, true);
        add(ctx, PLAIN, "", 0, false);
    }

    private static void add(Context ctx, String name, String value, long seconds, boolean secure) {
        ctx.res().addHeader("Set-Cookie", name + "=" + value + ATTRIBUTES + seconds + (secure ? "; Secure" : ""));
    }
}

package dev.identityexplorer.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Lets requests in. The name in Host keeps out pages that point their own name at this machine (DNS rebinding), Origin
 * and Sec-Fetch-Site keep out requests that other pages send (CSRF), the token keeps out people.
 */
final class Guard {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Optional<byte[]> token;
    private final String configuredHost;
    private volatile Set<String> hosts = Set.of();

    Guard(WebOptions options) {
        this.token = options.token().map(Guard::digest);
        this.configuredHost = options.host().toLowerCase(Locale.ROOT);
    }

    /** The port is known once the server listens; before that nobody gets in. */
    void listening(int port) {
        var names = new HashSet<String>();
        for (var name : List.of("127.0.0.1", "localhost", "[::1]", configuredHost)) {
            names.add(name + ":" + port);
            if (port == 80) {
                names.add(name);
            }
        }
        hosts = Set.copyOf(names);
    }

    /** @throws WebException if the request may not come in */
    void check(Context ctx) {
        var host = header(ctx, "Host");
        if (!hosts.contains(host)) {
            throw WebException.forbidden(
                    "This server does not answer under the name that the request has in Host; open it"
                            + " by the address that it printed when it started.");
        }
        boolean api = ctx.path().startsWith("/api/");
        var site = header(ctx, "Sec-Fetch-Site");
        if (api && !site.isEmpty() && !site.equals("same-origin") && !site.equals("none")) {
            throw otherSite();
        }
        var origin = header(ctx, "Origin");
        boolean changes = !SAFE.contains(ctx.req().getMethod());
        if ((changes || api)
                && !origin.isEmpty()
                && !origin.equals("http://" + host)
                && !origin.equals("https://" + host)) {
            throw otherSite();
        }
        if (api && !ctx.path().equals("/api/v1/health")) {
            token.ifPresent(expected -> checkToken(ctx, expected));
        }
    }

    private static void checkToken(Context ctx, byte[] expected) {
        var given = ctx.header("Authorization");
        var bearer = given != null && given.startsWith("Bearer ")
                ? given.substring(7).strip()
                : "";
        if (!MessageDigest.isEqual(digest(bearer), expected)) {
            ctx.header("WWW-Authenticate", "Bearer");
            throw new WebException(
                    401, "not-logged-in", "This server wants its token: send it as 'Authorization: Bearer TOKEN'.");
        }
    }

    private static WebException otherSite() {
        return WebException.forbidden(
                "The request comes from another web site; only this server's own pages, and programs"
                        + " that send no Origin, are answered.");
    }

    private static String header(Context ctx, String name) {
        var value = ctx.header(name);
        return value == null ? "" : value.toLowerCase(Locale.ROOT);
    }

    /** Of one length whatever was given, so that the comparison takes one time. */
    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}

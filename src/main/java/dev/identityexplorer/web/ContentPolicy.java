package dev.identityexplorer.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;

/** The headers that tell a browser how little the pages may do. */
final class ContentPolicy {

    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script[^>]*type=\"importmap\"[^>]*>(.*?)</script>", Pattern.DOTALL);

    private final String policy;

    /** @param page the page whose import map may run, by its hash */
    ContentPolicy(String page) {
        var scripts = new StringBuilder("script-src 'self'");
        IMPORT_MAP
                .matcher(page.replace("\r\n", "\n"))
                .results()
                .forEach(map ->
                        scripts.append(" 'sha256-").append(hash(map.group(1))).append('\''));
        this.policy = "default-src 'none'; " + scripts + "; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                + " font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    String text() {
        return policy;
    }

    void apply(Context ctx) {
        ctx.header("Content-Security-Policy", policy);
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("Referrer-Policy", "no-referrer");
        ctx.header("Cross-Origin-Opener-Policy", "same-origin");
        ctx.header("Cross-Origin-Resource-Policy", "same-origin");
        ctx.header("Cache-Control", "no-store");
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}

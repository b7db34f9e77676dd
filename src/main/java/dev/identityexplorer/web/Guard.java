package dev.identityexplorer.web;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * Lets requests in. The name in Host keeps out pages that point their own name at this machine (DNS rebinding), Origin
 * and Sec-Fetch-Site keep out requests that other pages send (CSRF), tokens and sessions keep out people, roles keep
 * viewers from changing the graph.
 */
final class Guard {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    /** Posts that only read. Any other takes an editor. */
    private static final Set<String> READING = Set.of("/api/v1/cypher", "/api/v1/plans");

    private static final String SESSION = "/api/v1/session";
    private static final Set<String> NEED_NOBODY = Set.of("/api/v1/health", SESSION);

    private final Access access;
    private final Names names;
    private final Tokens tokens;
    private final Sessions sessions;
    private final Attempts attempts;
    private final AuditLog audit;

    Guard(WebOptions options, AuditLog audit, Clock clock) {
        this.access = options.access();
        this.names = new Names(options);
        this.tokens = new Tokens(access);
        this.sessions = new Sessions(clock);
        this.attempts = new Attempts(clock);
        this.audit = audit;
    }

    void listening(int port) {
        names.listening(port);
    }

    /** @throws WebException if the request may not come in */
    void check(Context ctx) {
        var peer = Peer.of(ctx, access.trustedProxies());
        if (!names.contain(peer.host())) {
            throw WebException.forbidden(
                    "This server does not answer under the name that the request has in Host; open it by the address"
                            + " that it printed when it started, or start it with --name NAME.");
        }
        boolean api = ctx.path().startsWith("/api/") || ctx.path().equals("/metrics");
        boolean changes = !SAFE.contains(ctx.req().getMethod());
        requireOwnPages(ctx, peer.host(), api, changes);
        var visitor = visitor(ctx, peer);
        visitor.attachTo(ctx);
        if (api && !NEED_NOBODY.contains(ctx.path())) {
            var role = visitor.role().orElseThrow(() -> notLoggedIn(ctx));
            if (!role.may(changes && !READING.contains(ctx.path()) ? Role.EDITOR : Role.VIEWER)) {
                audit.write(visitor, "refused", java.util.Map.of("path", ctx.path()));
                throw WebException.forbidden(
                        "A viewer reads and changes nothing here; log in with the editor's token for that.");
            }
        }
    }

    private static void requireOwnPages(Context ctx, String host, boolean api, boolean changes) {
        var site = Peer.header(ctx, "Sec-Fetch-Site");
        var origin = Peer.header(ctx, "Origin");
        boolean foreignSite = api && !site.isEmpty() && !site.equals("same-origin") && !site.equals("none");
        boolean foreignOrigin = (changes || api)
                && !origin.isEmpty()
                && !origin.equals("http://" + host)
                && !origin.equals("https://" + host);
        if (foreignSite || foreignOrigin) {
            throw WebException.forbidden(
                    "The request comes from another web site; only this server's own pages, and programs"
                            + " that send no Origin, are answered.");
        }
    }

    private Visitor visitor(Context ctx, Peer peer) {
        if (!tokens.needed()) {
            return new Visitor(peer, Optional.of(Role.EDITOR), "");
        }
        var given = ctx.header("Authorization");
        var bearer = given != null && given.startsWith("Bearer ")
                ? given.substring(7).strip()
                : "";
        if (!bearer.isEmpty()) {
            return new Visitor(peer, Optional.of(roleOf(ctx, peer, bearer)), "");
        }
        var session = Cookies.session(ctx).flatMap(sessions::find);
        return new Visitor(
                peer,
                session.map(Sessions.Session::role),
                session.map(Sessions.Session::name).orElse(""));
    }

    /** The role that a token gives, if it gives one and its sender has not guessed too often. */
    private Role roleOf(Context ctx, Peer peer, String token) {
        long wait = attempts.wait(peer.address());
        if (wait > 0) {
            ctx.header("Retry-After", Long.toString(wait));
            throw new WebException(
                    429,
                    "too-many-attempts",
                    "Too many wrong tokens came from " + peer.address() + "; wait " + wait + " seconds.");
        }
        return tokens.roleOf(token).orElseThrow(() -> {
            attempts.failed(peer.address());
            audit.write(
                    new Visitor(peer, Optional.empty(), ""), "log-in refused", java.util.Map.of("path", ctx.path()));
            return notLoggedIn(ctx);
        });
    }

    private static WebException notLoggedIn(Context ctx) {
        ctx.header("WWW-Authenticate", "Bearer");
        return new WebException(
                401,
                "not-logged-in",
                "This server wants its token: log in at its page, or send 'Authorization: Bearer TOKEN'.");
    }

    /** Whether this server asks for tokens. */
    boolean asks() {
        return tokens.needed();
    }

    /** Begins a session for a browser that brought a token. */
    Role logIn(Context ctx, String token) {
        var peer = Peer.of(ctx, access.trustedProxies());
        var role = roleOf(ctx, peer, token);
        Cookies.session(ctx).ifPresent(sessions::end);
        var value = sessions.begin(role);
        Cookies.setSession(ctx, value, peer.secure());
        audit.write(
                new Visitor(
                        peer,
                        Optional.of(role),
                        sessions.find(value).map(Sessions.Session::name).orElse("")),
                "log-in",
                java.util.Map.of());
        return role;
    }

    void logOut(Context ctx) {
        Cookies.session(ctx).ifPresent(sessions::end);
        Cookies.removeSession(ctx);
        Visitor.of(ctx).ifPresent(visitor -> audit.write(visitor, "log-out", java.util.Map.of()));
    }
}

package dev.identityexplorer.web;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who asks, and by which address: as the connection tells, or as a reverse proxy tells that is trusted to.
 *
 * @param address of the client
 * @param scheme {@code http} or {@code https}
 * @param host the name and port that the client typed, in lower case; empty if it sent none
 */
record Peer(String address, String scheme, String host) {

    /** What is an address; a name here would be asked of DNS. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    static Peer of(Context ctx, Set<InetAddress> trusted) {
        var direct = ctx.req().getRemoteAddr();
        if (trusted.isEmpty() || !trusted(direct, trusted)) {
            return new Peer(direct, ctx.req().isSecure() ? "https" : "http", header(ctx, "Host"));
        }
        var host = header(ctx, "X-Forwarded-Host");
        var scheme = header(ctx, "X-Forwarded-Proto").equals("https") ? "https" : "http";
        return new Peer(client(ctx, direct, trusted), scheme, host.isEmpty() ? header(ctx, "Host") : host);
    }

    /** The last address in the header that is no proxy's of ours: what stands before it, the client may have made up. */
    private static String client(Context ctx, String direct, Set<InetAddress> trusted) {
        var hops = String.join(",", Collections.list(ctx.req().getHeaders("X-Forwarded-For")))
                .split(",");
        for (int i = hops.length - 1; i >= 0; i--) {
            var hop = hops[i].strip();
            if (!ADDRESS.matcher(hop).matches()) {
                return direct;
            }
            if (!trusted(hop, trusted)) {
                return hop;
            }
        }
        return direct;
    }

    private static boolean trusted(String address, Set<InetAddress> trusted) {
        try {
            return trusted.contains(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    boolean secure() {
        return scheme.equals("https");
    }

    static String header(Context ctx, String name) {
        var value = ctx.header(name);
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }
}

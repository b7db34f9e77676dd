package dev.identityexplorer.web;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Who gets in.
 *
 * @param token what an editor brings with each request, or logs in with; without one everybody who reaches the server
 *     is an editor
 * @param viewerToken the same for a viewer, who can neither import nor begin campaigns
 * @param names more names, each as {@code host} or {@code host:port}, under which browsers reach the server
 * @param trustedProxies reverse proxies, whose word on the client's address, scheme and host is taken
 * @param auditLog file that gets a line of JSON for each log-in, query, plan, report, campaign and import; without one the program's log
 *     gets them where there are tokens
 */
public record Access(
        Optional<String> token,
        Optional<String> viewerToken,
        Set<String> names,
        Set<InetAddress> trustedProxies,
        Optional<Path> auditLog) {

    private static final int SHORTEST = 16;

    /** Everybody who reaches the server. */
    public static final Access OPEN =
            new Access(Optional.empty(), Optional.empty(), Set.of(), Set.of(), Optional.empty());

    /** @throws WebException if a token is not worth the name, or others get in who have none */
    public Access {
        names = Set.copyOf(names);
        trustedProxies = Set.copyOf(trustedProxies);
        token.ifPresent(Access::require);
        viewerToken.ifPresent(Access::require);
        if (viewerToken.isPresent() && (token.isEmpty() || token.equals(viewerToken))) {
            throw WebException.badRequest(
                    "A viewer's token needs an editor's token beside it, and another one than that:"
                            + " set EXPLORER_TOKEN as well, or give --token-file FILE.");
        }
        if (!trustedProxies.isEmpty() && token.isEmpty()) {
            throw WebException.badRequest("Behind a proxy others can reach this server, and what it shows is a map of"
                    + " weak spots: set EXPLORER_TOKEN or give --token-file FILE.");
        }
    }

    /** One token, for editors. */
    public static Access with(String token) {
        return new Access(Optional.of(token), Optional.empty(), Set.of(), Set.of(), Optional.empty());
    }

    private static void require(String token) {
        if (token.length() < SHORTEST) {
            throw WebException.badRequest("The token is too short to keep anybody out; take " + SHORTEST
                    + " random characters or more, for instance those that 'openssl rand -hex 32' prints.");
        }
    }

    @Override
    public String toString() {
        return "Access[token=" + (token.isPresent() ? "hidden" : "none") + ", viewerToken="
                + (viewerToken.isPresent() ? "hidden" : "none") + ", names=" + names + ", trustedProxies="
                + trustedProxies + "]";
    }
}

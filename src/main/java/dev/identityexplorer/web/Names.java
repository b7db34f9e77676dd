package dev.identityexplorer.web;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names under which the server answers. A page of another site can point its own name at this machine (DNS
 * rebinding), never one of these.
 */
final class Names {

    private static final Pattern ADDRESS = Pattern.compile("(\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+])(:\\d{1,5})?");

    private final WebOptions options;
    private volatile Set<String> own = Set.of();

    Names(WebOptions options) {
        this.options = options;
    }

    /** The port is known once the server listens; before that there is no name. */
    void listening(int port) {
        var names = new HashSet<String>();
        for (var name :
                List.of("127.0.0.1", "localhost", "[::1]", options.host().toLowerCase(Locale.ROOT))) {
            names.add(name + ":" + port);
            if (port == (options.tls().isPresent() ? 443 : 80)) {
                names.add(name);
            }
        }
        options.access().names().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        own = Set.copyOf(names);
    }

    /** @param host what a request has in Host, in lower case */
    boolean contain(String host) {
        if (own.isEmpty()) {
            return false;
        }
        return own.contains(host)
                || options.access().names().stream()
                        .anyMatch(name -> host.matches(Pattern.quote(name.toLowerCase(Locale.ROOT)) + ":\\d{1,5}"))
                // Nobody rebinds an address; where others get in, they may come by any of this machine's.
                || !options.loopback() && ADDRESS.matcher(host).matches();
    }
}

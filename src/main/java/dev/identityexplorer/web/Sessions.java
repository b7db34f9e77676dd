package dev.identityexplorer.web;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who has logged in with a browser. Sessions live in memory: the end of the server ends them all. */
final class Sessions {

    static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration LONGEST_IDLE = Duration.ofHours(2);
    private static final int MOST = 1_000;

    /**
     * One log-in.
     *
     * @param name for the audit log; tells nothing of the cookie's value
     */
    record Session(Role role, String name, long end, long idleUntil) {}

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    /** By the digest of the cookie's value, so that looking one up tells nothing of another. */
    private final Map<String, Session> sessions = new LinkedHashMap<>();

    Sessions(Clock clock) {
        this.clock = clock;
    }

    /** A new session; the value of its cookie. */
    synchronized String begin(Role role) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var value = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sweep();
        if (sessions.size() >= MOST) {
            sessions.remove(sessions.keySet().iterator().next());
        }
        var key = key(value);
        sessions.put(key, new Session(role, key.substring(0, 8), now() + LONGEST.toMillis(), idle()));
        return value;
    }

    /** The session of a cookie, if it is one of ours and not over. */
    synchronized Optional<Session> find(String value) {
        sweep();
        return Optional.ofNullable(
                sessions.computeIfPresent(key(value), (key, s) -> new Session(s.role(), s.name(), s.end(), idle())));
    }

    synchronized void end(String value) {
        sessions.remove(key(value));
    }

    private void sweep() {
        long now = now();
        sessions.values().removeIf(session -> session.end() <= now || session.idleUntil() <= now);
    }

    private long idle() {
        return now() + LONGEST_IDLE.toMillis();
    }

    private long now() {
        return clock.millis();
    }

    private static String key(String value) {
        return HexFormat.of().formatHex(Tokens.digest(value));
    }
}

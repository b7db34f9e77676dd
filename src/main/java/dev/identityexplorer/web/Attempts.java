package dev.identityexplorer.web;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts wrong tokens by client address; after some, nobody at that address may try for a minute. */
final class Attempts {

    private static final int MOST = 10;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    /** Somebody with many addresses must not fill the memory. */
    private static final int MOST_ADDRESSES = 10_000;

    private record Failures(long until, int number) {}

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>();

    Attempts(Clock clock) {
        this.clock = clock;
    }

    /** Seconds until somebody at {@code address} may try again; 0 is now. */
    synchronized long wait(String address) {
        var known = failures.get(network(address));
        long left = known == null || known.number() < MOST ? 0 : known.until() - clock.millis();
        return left <= 0 ? 0 : (left + 999) / 1000;
    }

    synchronized void failed(String address) {
        long now = clock.millis();
        failures.values().removeIf(known -> known.until() <= now);
        if (failures.size() >= MOST_ADDRESSES) {
            failures.remove(failures.keySet().iterator().next());
        }
        failures.merge(
                network(address),
                new Failures(now + WINDOW.toMillis(), 1),
                (known, one) -> new Failures(one.until(), known.number() + 1));
    }

    /** One person has a whole /64 of IPv6. */
    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            var bytes = java.net.InetAddress.getByName(address).getAddress();
            return java.util.HexFormat.of().formatHex(bytes, 0, Math.min(8, bytes.length));
        } catch (java.net.UnknownHostException e) {
            return address;
        }
    }
}

package dev.identityexplorer.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The secrets that open the server, kept as digests. */
final class Tokens {

    private final Map<Role, byte[]> digests = new EnumMap<>(Role.class);

    Tokens(Access access) {
        access.token().ifPresent(token -> digests.put(Role.EDITOR, digest(token)));
        access.viewerToken().ifPresent(token -> digests.put(Role.VIEWER, digest(token)));
    }

    /** Whether anybody is asked for one. */
    boolean needed() {
        return !digests.isEmpty();
    }

    /** The role that a token gives. It takes one time whatever was given: all are compared, each to its last byte. */
    Optional<Role> roleOf(String token) {
        var given = digest(token);
        Optional<Role> role = Optional.empty();
        for (var known : digests.entrySet()) {
            if (MessageDigest.isEqual(given, known.getValue())) {
                role = Optional.of(known.getKey());
            }
        }
        return role;
    }

    /** Of one length whatever was given. */
    static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}

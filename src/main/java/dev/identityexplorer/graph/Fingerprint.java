package dev.identityexplorer.graph;

import dev.identityexplorer.model.Entity;
import dev.identityexplorer.model.Relationship;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.Map;

/**
 * What one piece of evidence told of a node, as 64 bits of a SHA-256: equal for equal records, so that an import can
 * tell what changed without reading back what is stored. Two different records of one account share a fingerprint with
 * a probability of about 10⁻⁸ at a million records; such a change would be missed until the record changes again.
 */
final class Fingerprint {

    /**
     * Changes when the same record is written otherwise, so that the next import writes all of an older graph again. 2: a
     * server certificate that no list holds yet has a place, at which its listeners end.
     */
    private static final String FORM = "2";

    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    long of(Entity entity) {
        var text = new StringBuilder(512);
        append(text, FORM);
        append(text, entity.kind().label());
        append(text, entity.name());
        append(text, entity.properties());
        entity.relationships().stream()
                .sorted(Comparator.comparing((Relationship r) -> r.type().name())
                        .thenComparing(r -> r.target().id())
                        .thenComparing(r -> r.properties().toString()))
                .forEach(relationship -> {
                    append(text, relationship.type().name());
                    append(text, relationship.target().id());
                    append(text, relationship.properties());
                });
        return java.nio.ByteBuffer.wrap(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    private static void append(StringBuilder text, Map<String, Object> properties) {
        properties.forEach((key, value) -> {
            append(text, key);
            append(text, value.toString());
        });
    }

    /** The length in front keeps {@code ab, c} and {@code a, bc} apart. */
    private static void append(StringBuilder text, String part) {
        text.append(part.length()).append(':').append(part);
    }
}

package dev.identityexplorer.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A relationship that starts at the {@link Entity} which holds it.
 *
 * @param type its type, with the meaning that the README's drawing gives
 * @param target where it ends
 * @param properties as in {@link Entity#properties()}; two relationships of one type between the same nodes differ here
 */
public record Relationship(RelationshipType type, EntityRef target, Map<String, Object> properties) {

    public Relationship {
        properties = properties.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(properties));
    }

    public static Relationship of(RelationshipType type, EntityRef target) {
        return new Relationship(type, target, Map.of());
    }
}

package dev.identityexplorer.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One node as one piece of evidence tells it.
 *
 * @param kind what it is
 * @param id its unique id: the ARN, a service's principal, or the owner's id plus kind and local id
 * @param name what people call it; AWS's own name where there is one
 * @param evidence the key of the evidence that tells it
 * @param properties AWS's own property names in lowerCamelCase; values are String, Long, Boolean,
 *     {@link java.time.ZonedDateTime} or List of String; a missing property is absent, never null
 * @param relationships all that start at this node and that this evidence tells
 */
public record Entity(
        EntityKind kind,
        String id,
        String name,
        EvidenceKey evidence,
        Map<String, Object> properties,
        List<Relationship> relationships) {

    public Entity {
        if (id.isBlank()) {
            throw new IllegalArgumentException("A " + kind.label() + " named '" + name + "' has no id.");
        }
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
        relationships = List.copyOf(relationships);
    }

    /** A reference to this entity, for the end of a relationship. */
    public EntityRef ref() {
        return new EntityRef(kind, id, name);
    }
}

package dev.identityexplorer.model;

/**
 * The end of a relationship. Where no evidence tells the node itself, the importer keeps a placeholder for it
 * ({@code placeholder: true}): a policy that an export uses as a boundary but does not list, a principal of another
 * account.
 *
 * @param kind what the reference says it is; a principal whose own account was never imported stays an
 *     {@code ExternalPrincipal} in the graph, whatever its ARN claims
 * @param id the unique id, as in {@link Entity#id()}
 * @param name what people call it
 */
public record EntityRef(EntityKind kind, String id, String name) {

    public EntityRef {
        if (id.isBlank()) {
            throw new IllegalArgumentException("A reference to a " + kind.label() + " named '" + name + "' has no id.");
        }
    }
}

package dev.identityexplorer.catalogue;

import java.util.Optional;
import java.util.Set;

/**
 * An AWS managed policy for a service-linked role of which nobody public knows the name: there is a type that
 * {@link Catalogue#types()} lacks.
 *
 * @param name under {@code arn:<partition>:iam::aws:policy/aws-service-role/}
 * @param hint what is known of the role
 */
public record UnmappedPolicy(String name, Optional<String> hint) {

    static final Set<String> COLUMNS = Set.of("policy", "hint");

    static UnmappedPolicy of(Row row) {
        return new UnmappedPolicy(row.text("policy"), row.optional("hint"));
    }
}

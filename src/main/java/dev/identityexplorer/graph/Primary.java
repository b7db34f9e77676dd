package dev.identityexplorer.graph;

import dev.identityexplorer.model.Entity;
import dev.identityexplorer.model.EntityKind;
import dev.identityexplorer.model.EvidenceKind;
import java.util.Optional;
import java.util.Set;

/**
 * Which evidence says that an entity exists. Other evidence only adds to it: the credential report knows users too,
 * but a user that the newest whole export no longer holds is gone, whatever an older report says.
 */
final class Primary {

    private Primary() {}

    /** The words of the evidence that decides whether an entity of the kind exists; empty when any evidence does. */
    static Set<EvidenceKind> of(EntityKind kind) {
        return switch (kind) {
            case USER -> Set.of(EvidenceKind.USERS);
            case GROUP -> Set.of(EvidenceKind.GROUPS);
            case ROLE, SERVICE_LINKED_ROLE -> Set.of(EvidenceKind.ROLES);
            case CUSTOMER_MANAGED_POLICY -> Set.of(EvidenceKind.POLICIES, EvidenceKind.POLICY_LIST);
            case ACCESS_KEY -> Set.of(EvidenceKind.ACCESS_KEYS, EvidenceKind.CREDENTIAL_REPORT);
            default -> Set.of();
        };
    }

    /** Whether the record is the one that says what the entity is, rather than an addition to it. */
    static boolean tells(Entity entity) {
        if (entity.kind() == EntityKind.ACCOUNT) {
            return false;
        }
        var deciding = of(entity.kind());
        return deciding.isEmpty()
                ? entity.evidence().kind() != EvidenceKind.ENTITY_TAGS
                : deciding.contains(entity.evidence().kind());
    }

    /** The key of the account-wide evidence that decides about entities of a label, if one does. */
    static Optional<String> deciding(String label) {
        return EntityKind.ofLabel(label).map(Primary::of).stream()
                .flatMap(Set::stream)
                .filter(kind -> kind.scope() == EvidenceKind.Scope.ACCOUNT)
                .filter(kind -> kind != EvidenceKind.POLICY_LIST && kind != EvidenceKind.CREDENTIAL_REPORT)
                .map(EvidenceKind::word)
                .findFirst();
    }
}

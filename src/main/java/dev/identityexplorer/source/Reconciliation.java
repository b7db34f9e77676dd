package dev.identityexplorer.source;

import dev.identityexplorer.model.Entity;
import dev.identityexplorer.model.EntityKind;
import dev.identityexplorer.model.EntityRef;
import dev.identityexplorer.model.EvidenceKey;
import dev.identityexplorer.model.EvidenceKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which answer counts where two tell of the same thing: credentials in a report and in a list, a policy's own counts. */
final class Reconciliation {

    /** How long AWS answers with the same credential report. */
    private static final Duration REPORT_KEPT = Duration.ofHours(4);

    /** What changes when a policy is used or edited, as both {@code list-policies} and the details of the account tell it. */
    private static final Set<String> COUNTED =
            Set.of("attachmentCount", "permissionsBoundaryUsageCount", "defaultVersionId", "updateDate");

    private final Ledger ledger;
    private final Map<Reading.Told, Entity> entities;

    Reconciliation(Ledger ledger, Map<Reading.Told, Entity> entities) {
        this.ledger = ledger;
        this.entities = entities;
    }

    /** Changes what was told, once all files were read. */
    void finish() {
        dropListedSlots();
        dropOlderCounts();
    }

    /**
     * The credential report shows credentials without their ids. Where the list of a user was read as a whole, it names
     * them, and what the report shows of them would only stand there twice. AWS keeps a report for up to four hours, and a
     * file does not always say when it was made: a list that is older by no more than that decides if it has as many, and
     * nothing of what the report shows came after it.
     */
    private void dropListedSlots() {
        var report = ledger.completeAt(CredentialReport.EVIDENCE);
        if (report.isEmpty()) {
            return;
        }
        for (var user : List.copyOf(entities.values())) {
            if (user.kind() == EntityKind.USER && user.evidence().equals(CredentialReport.EVIDENCE)) {
                var kept = user.relationships().stream()
                        .filter(r -> !listed(user, r.target(), report.get()))
                        .toList();
                if (kept.size() < user.relationships().size()) {
                    user.relationships().stream()
                            .filter(r -> !kept.contains(r))
                            .forEach(r ->
                                    entities.remove(new Reading.Told(r.target().id(), CredentialReport.EVIDENCE)));
                    entities.put(
                            new Reading.Told(user.id(), user.evidence()),
                            new Entity(user.kind(), user.id(), user.name(), user.evidence(), user.properties(), kept));
                }
            }
        }
    }

    /** Two answers count the attachments of a policy: the newer one says how many there are. */
    private void dropOlderCounts() {
        var list = EvidenceKey.of(EvidenceKind.POLICY_LIST);
        var details = EvidenceKey.of(EvidenceKind.POLICIES);
        var listed = ledger.observedAt(list);
        var detailed = ledger.observedAt(details);
        if (listed.isEmpty() || detailed.isEmpty()) {
            return;
        }
        var older = listed.get().isBefore(detailed.get()) ? list : details;
        for (var told : List.copyOf(entities.keySet())) {
            var other = new Reading.Told(told.id(), older.equals(list) ? details : list);
            if (told.evidence().equals(older) && entities.containsKey(other)) {
                entities.computeIfPresent(told, (t, policy) -> {
                    var properties = new TreeMap<>(policy.properties());
                    properties.keySet().removeAll(COUNTED);
                    return new Entity(
                            policy.kind(),
                            policy.id(),
                            policy.name(),
                            policy.evidence(),
                            properties,
                            policy.relationships());
                });
            }
        }
    }

    private boolean listed(Entity user, EntityRef credential, Instant report) {
        var lists = Map.of(
                EntityKind.ACCESS_KEY, EvidenceKind.ACCESS_KEYS,
                EntityKind.SIGNING_CERTIFICATE, EvidenceKind.SIGNING_CERTIFICATES,
                EntityKind.MFA_DEVICE, EvidenceKind.MFA_DEVICES,
                EntityKind.LOGIN_PROFILE, EvidenceKind.LOGIN_PROFILE);
        return Optional.ofNullable(lists.get(credential.kind()))
                .map(list -> EvidenceKey.of(list, user.id()))
                .filter(list -> ledger.completeAt(list)
                        .filter(at -> !at.isBefore(report)
                                || !at.plus(REPORT_KEPT).isBefore(report)
                                        && !rotatedAfter(at, credential)
                                        && count(entities.get(new Reading.Told(user.id(), list)), credential.kind())
                                                >= count(user, credential.kind()))
                        .isPresent())
                .isPresent();
    }

    /** Whether the report shows that a credential was made or changed when its list had been read already. */
    private boolean rotatedAfter(Instant list, EntityRef credential) {
        var slot = entities.get(new Reading.Told(credential.id(), CredentialReport.EVIDENCE));
        return slot != null
                && slot.properties().get("lastRotated") instanceof ZonedDateTime rotated
                && rotated.toInstant().isAfter(list);
    }

    private static long count(@Nullable Entity user, EntityKind kind) {
        return user == null
                ? 0
                : user.relationships().stream()
                        .filter(r -> r.target().kind() == kind)
                        .count();
    }
}

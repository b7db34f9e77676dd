package dev.identityexplorer.deletion;

import dev.identityexplorer.graph.Facts;
import dev.identityexplorer.model.EvidenceKind;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Who may use an identity although no list shows it: gaps of its impact. */
final class Usage {

    static final Set<String> CREDENTIALS =
            Set.of("AccessKey", "LoginProfile", "SshPublicKey", "SigningCertificate", "ServiceSpecificCredential");

    /** What was used within this time may still be in use. */
    private static final Duration RECENT = Duration.ofDays(90);

    /**
     * What nobody used in this time was not used in all the time that IAM looks back
     * (https://docs.aws.amazon.com/IAM/latest/APIReference/API_RoleLastUsed.html).
     */
    private static final Duration TRACKED = Duration.ofDays(400);

    private final Supply supply;
    private final InventoryNeeds inventories;

    Usage(Supply supply, InventoryNeeds inventories) {
        this.supply = supply;
        this.inventories = inventories;
    }

    /** Services that run with a role and that no list shows, credentials that somebody may hold. */
    List<Gap> gaps(Facts facts) {
        var services = inventories.unlisted(facts).stream().map(Usage::unlisted);
        boolean usable = CREDENTIALS.contains(facts.kind())
                        && !facts.status().map("Inactive"::equals).orElse(false)
                || facts.kind().equals("MfaDevice") && facts.holder().isPresent();
        var kind = facts.kind().equals("AccessKey") ? EvidenceKind.ACCESS_KEY_LAST_USED : EvidenceKind.LAST_ACCESSED;
        return Stream.concat(
                        services,
                        Stream.of(kind).filter(k -> usable).map(k -> supply.gap(k, facts, Supply.NOTHING, "impact")))
                .toList();
    }

    private static Gap unlisted(String service) {
        return Supply.unlistable(
                switch (service) {
                    case "*" -> "It trusts anyone: no list shows all that uses it.";
                    case "unknown" -> "Nothing was seen of whom it trusts.";
                    default -> "It trusts " + service + ": no list shows all that this service runs with a role.";
                });
    }

    /**
     * A role that was used lately is used by something, whether or not an inventory shows by what; where it lets in whom no
     * list of its account shows, they may come once a year.
     */
    List<Gap> recent(Facts facts, ZonedDateTime now) {
        if (facts.useUnknown()) {
            return List.of(supply.gap(
                    EvidenceKind.LAST_ACCESSED,
                    facts,
                    Supply.NOTHING,
                    "impact",
                    "The export does not say when it was last used."));
        }
        var since = now.minus(facts.letsIn().isPresent() ? TRACKED : RECENT);
        var who = facts.letsIn()
                .map(id -> ", and it lets in " + id + ", whose use no list shows.")
                .orElse(": something uses it.");
        return facts.lastUsed().stream()
                .filter(at -> at.isAfter(since))
                .map(at -> supply.gap(
                        EvidenceKind.LAST_ACCESSED,
                        facts,
                        Supply.PARTIAL,
                        "impact",
                        "It was last used on " + at.toLocalDate() + who))
                .toList();
    }
}

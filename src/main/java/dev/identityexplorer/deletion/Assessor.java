package dev.identityexplorer.deletion;

import dev.identityexplorer.catalogue.Catalogue;
import dev.identityexplorer.catalogue.ServiceLinkedRoleType;
import dev.identityexplorer.deletion.EvidenceCheck.Outcome;
import dev.identityexplorer.graph.AccountEvidence;
import dev.identityexplorer.graph.Facts;
import dev.identityexplorer.model.EntityKind;
import dev.identityexplorer.model.EvidenceKind;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Draws verdicts and impacts; the only place that does. */
final class Assessor {

    /** Changes when the code below would judge otherwise, so that accounts in the graph are judged again. */
    static final String VERSION = "10";

    private final Rules rules;
    private final Catalogue catalogue;
    private final Supply supply;
    private final InventoryNeeds inventories;
    private final Usage usage;

    Assessor(Rules rules, Catalogue catalogue, Supply supply) {
        this.rules = rules;
        this.catalogue = catalogue;
        this.supply = supply;
        this.inventories = new InventoryNeeds(catalogue, supply);
        this.usage = new Usage(supply, inventories);
    }

    /** Whether IAM has a call that deletes entities of a kind, or the kind is one that AWS keeps to itself. */
    boolean judges(Facts facts) {
        return EntityKind.ofLabel(facts.kind())
                        .map(kind -> catalogue.deletions().stream().anyMatch(d -> d.kind() == kind))
                        .orElse(false)
                || facts.protection().isPresent();
    }

    /** The keys of all evidence that the verdict on an entity could rest on. */
    Set<String> evidenceKeys(Facts facts) {
        var keys = new LinkedHashSet<>(facts.evidence());
        Stream.concat(rules.forVerdict(kind(facts)).stream(), rules.forImpact(kind(facts)).stream())
                .flatMap(need -> need.alternatives().stream())
                .forEach(alternative -> {
                    if (alternative.kind() != EvidenceKind.RESOURCE_INVENTORY) {
                        keys.add(EvidenceCheck.key(alternative, facts));
                    } else {
                        inventories
                                .of(alternative, facts)
                                .forEach(wanted -> keys.addAll(inventories.keys(wanted, facts)));
                    }
                });
        keys.add(EvidenceKind.REGIONS.word());
        keys.add(EvidenceKind.DELETION_TASK.word() + ":" + facts.id());
        keys.add(EvidenceKind.LAST_ACCESSED.word() + ":"
                + facts.holder().map(Facts.Node::id).orElse(facts.id()));
        keys.add(EvidenceKind.ACCESS_KEY_LAST_USED.word() + ":" + facts.id());
        return keys;
    }

    Assessment assess(Facts facts, AccountEvidence evidence, ZonedDateTime now, Duration maxAge) {
        var check = new EvidenceCheck(facts, evidence, doubted(facts), now, maxAge);
        var gaps = new ArrayList<Gap>();
        var ages = new ArrayList<ZonedDateTime>();
        own(facts, check, gaps, ages);
        rules.forVerdict(kind(facts)).forEach(need -> need(need, facts, check, "verdict", gaps, ages));
        gaps.addAll(unknowable(facts));
        // what is not known of a credential's id does not change what stops with it
        boolean seen = gaps.isEmpty();
        doubts(facts, gaps);
        var verdict = verdict(facts, gaps);
        if (verdict == Assessment.Verdict.PROTECTED) {
            gaps.clear();
        }
        var impactGaps = impactGaps(facts, check);
        boolean known = impactGaps.isEmpty() && seen && (gaps.isEmpty() || Usage.CREDENTIALS.contains(facts.kind()));
        var impact = impact(facts, verdict, known);
        gaps.addAll(impactGaps);
        return new Assessment(
                verdict,
                impact,
                gaps.stream().distinct().toList(),
                ages.stream().min(ZonedDateTime::compareTo));
    }

    private static Assessment.Verdict verdict(Facts facts, List<Gap> gaps) {
        if (facts.protection().isPresent()) {
            return Assessment.Verdict.PROTECTED;
        }
        if (facts.blocks() > 0) {
            return Assessment.Verdict.BLOCKED;
        }
        return gaps.isEmpty() ? Assessment.Verdict.CLEAR : Assessment.Verdict.UNPROVEN;
    }

    private static Assessment.Impact impact(Facts facts, Assessment.Verdict verdict, boolean known) {
        if (facts.breaks() > 0) {
            return Assessment.Impact.BREAKS;
        }
        return known && verdict != Assessment.Verdict.PROTECTED
                ? Assessment.Impact.NONE_SEEN
                : Assessment.Impact.UNKNOWN;
    }

    /** The kind as rules name it: virtual MFA devices are deleted by a call of their own, which asks for more. */
    private static String kind(Facts facts) {
        return facts.virtual() ? "Virtual" + facts.kind() : facts.kind();
    }

    /** The entity's own record: without it, or with an old one, nobody knows whether it is there at all. */
    private void own(Facts facts, EvidenceCheck check, List<Gap> gaps, List<ZonedDateTime> ages) {
        var outcomes = facts.evidence().stream().map(check::ofRecord).toList();
        outcomes.stream()
                .filter(o -> o.state() == Outcome.State.COMPLETE)
                .flatMap(o -> o.seen().stream())
                .map(AccountEvidence.Seen::observedAt)
                .max(ZonedDateTime::compareTo)
                .ifPresentOrElse(
                        ages::add,
                        () -> gaps.add(supply.gap(
                                ownKind(facts),
                                facts,
                                outcomes.stream()
                                        .min((a, b) -> a.state().compareTo(b.state()))
                                        .orElse(new Outcome(Outcome.State.MISSING, Optional.empty())),
                                "verdict")));
    }

    private static EvidenceKind ownKind(Facts facts) {
        return switch (facts.kind()) {
            case "User" -> EvidenceKind.USERS;
            case "Group" -> EvidenceKind.GROUPS;
            case "Role", "ServiceLinkedRole" -> EvidenceKind.ROLES;
            case "InstanceProfile" -> EvidenceKind.INSTANCE_PROFILES;
            case "ServerCertificate" -> EvidenceKind.SERVER_CERTIFICATES;
            case "SamlProvider" -> EvidenceKind.SAML_PROVIDERS;
            case "OidcProvider" -> EvidenceKind.OIDC_PROVIDERS;
            case "MfaDevice" -> EvidenceKind.VIRTUAL_MFA_DEVICES;
            default -> EvidenceKind.POLICIES;
        };
    }

    private void need(
            Need need, Facts facts, EvidenceCheck check, String purpose, List<Gap> gaps, List<ZonedDateTime> ages) {
        var inventory = need.alternatives().stream()
                .filter(a -> a.kind() == EvidenceKind.RESOURCE_INVENTORY)
                .findFirst();
        if (inventory.isPresent()) {
            inventories
                    .of(inventory.get(), facts)
                    .forEach(wanted -> inventories.check(wanted, facts, check, purpose, gaps, ages));
            return;
        }
        var first = need.alternatives().get(0);
        Outcome best = check.of(first);
        var kind = first.kind();
        for (var alternative : need.alternatives()) {
            var outcome = check.of(alternative);
            if (outcome.state().compareTo(best.state()) < 0) {
                best = outcome;
            }
        }
        if (best.state() == Outcome.State.COMPLETE) {
            best.seen().map(AccountEvidence.Seen::observedAt).ifPresent(ages::add);
        } else {
            gaps.add(supply.gap(kind, facts, best, purpose));
        }
    }

    /** What no file can show: what keeps a role of an unknown or undocumented type in use, or more than resources do. */
    private List<Gap> unknowable(Facts facts) {
        if (!facts.kind().equals("ServiceLinkedRole")) {
            return List.of();
        }
        var type = inventories.type(facts);
        if (type.isEmpty() || type.get().blockedBy().isEmpty()) {
            return List.of(supply.gap(
                    EvidenceKind.DELETION_TASK,
                    facts,
                    Supply.NOTHING,
                    "verdict",
                    type.isPresent()
                            ? "AWS documents nothing that keeps roles of this type in use, which does not mean that nothing does."
                            : "The catalogue does not know this type of role."));
        }
        return type.get().blockedBy().stream()
                .filter(ServiceLinkedRoleType.Keeper::more)
                .map(keeper -> supply.inventoryGap(
                        keeper.resourceType(),
                        "*",
                        facts,
                        Supply.NOTHING,
                        "verdict",
                        "No list of such resources shows all that AWS names: " + keeper.condition() + "."))
                .toList();
    }

    private Set<String> doubted(Facts facts) {
        var words = new HashSet<String>();
        facts.doubts().stream()
                .map(rules::rule)
                .filter(rule -> !rule.aboutImpact())
                .flatMap(rule -> rule.needs().stream())
                .flatMap(need -> need.alternatives().stream())
                .forEach(alternative -> words.add(alternative.kind().word()));
        return words;
    }

    /** Doubts about evidence that no rule of the kind looks for become gaps of their own. */
    private void doubts(Facts facts, List<Gap> gaps) {
        for (var name : facts.doubts()) {
            var rule = rules.rule(name);
            if (rule.aboutImpact()) {
                continue;
            }
            var kinds = rule.needs().stream()
                    .flatMap(need -> need.alternatives().stream())
                    .map(Need.Alternative::kind)
                    .toList();
            boolean heeded = kinds.stream()
                    .filter(kind -> kind != EvidenceKind.RESOURCE_INVENTORY)
                    .anyMatch(kind -> rules.forVerdict(kind(facts)).stream().anyMatch(need -> need.ofIt(kind)));
            if (!heeded) {
                kinds.stream()
                        .findFirst()
                        .ifPresent(kind ->
                                gaps.add(supply.gap(kind, facts, Supply.PARTIAL, "verdict", rule.title() + ".")));
            }
        }
    }

    /** Of several pieces of evidence that a rule doubts, the one that tells the entity. */
    private static EvidenceKind doubted(Rule rule, Facts facts) {
        var kinds = rule.needs().stream()
                .map(need -> need.alternatives().get(0).kind())
                .toList();
        return kinds.stream()
                .filter(kind -> facts.evidence().stream().anyMatch(key -> key.startsWith(kind.word() + ":")))
                .findFirst()
                .orElse(kinds.get(0));
    }

    private List<Gap> impactGaps(Facts facts, EvidenceCheck check) {
        var gaps = new ArrayList<>(usage.recent(facts, check.now()));
        rules.forImpact(kind(facts)).forEach(need -> need(need, facts, check, "impact", gaps, new ArrayList<>()));
        facts.doubts().stream()
                .map(rules::rule)
                .filter(Rule::aboutImpact)
                .forEach(rule -> gaps.add(
                        supply.gap(doubted(rule, facts), facts, Supply.PARTIAL, "impact", rule.title() + ".")));
        gaps.addAll(usage.gaps(facts));
        return gaps;
    }
}

package dev.identityexplorer.deletion;

import dev.identityexplorer.graph.AccountEvidence;
import dev.identityexplorer.graph.Facts;
import dev.identityexplorer.model.EvidenceKind;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;

/**
 * Whether one piece of evidence shows what a rule needs to have seen of one entity.
 *
 * @param facts the entity
 * @param evidence of its account
 * @param doubted words of evidence that a rule doubts for this entity
 * @param now when somebody asks
 * @param maxAge older evidence is stale
 */
record EvidenceCheck(Facts facts, AccountEvidence evidence, Set<String> doubted, ZonedDateTime now, Duration maxAge) {

    /** How far this machine's clock may be from that of AWS. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private static final Duration DAY = Duration.ofDays(1);

    /**
     * What came out.
     *
     * @param state {@code complete}, or what the gap is called; the order of the words is from best to worst
     */
    record Outcome(State state, Optional<AccountEvidence.Seen> seen) {

        enum State {
            COMPLETE,
            STALE,
            PARTIAL,
            DENIED,
            MISSING;

            String word() {
                return name().toLowerCase(java.util.Locale.ROOT);
            }
        }
    }

    /** The key of the evidence that would satisfy an alternative which is not about inventories. */
    static String key(Need.Alternative alternative, Facts facts) {
        boolean subject = alternative.kind().scope() == EvidenceKind.Scope.SUBJECT;
        return subject
                ? alternative.kind().word() + ":" + facts.id()
                : alternative.kind().word();
    }

    /** Whether the entity stands in evidence that tells it, however much else that evidence lacks. */
    Outcome ofRecord(String key) {
        var seen = evidence.of(key);
        return new Outcome(
                seen.map(s -> s.state().equals("denied") ? Outcome.State.DENIED : fresh(s))
                        .orElse(Outcome.State.MISSING),
                seen);
    }

    Outcome of(Need.Alternative alternative) {
        var key = key(alternative, facts);
        var seen = evidence.of(key);
        if (seen.isEmpty()) {
            return new Outcome(Outcome.State.MISSING, seen);
        }
        boolean subject = alternative.kind().scope() == EvidenceKind.Scope.SUBJECT;
        if (subject && isOfAnother(seen.get())) {
            return new Outcome(Outcome.State.PARTIAL, seen.map(EvidenceCheck::ofAnother));
        }
        if (subject && doubted.contains(alternative.kind().word())) {
            return new Outcome(Outcome.State.PARTIAL, seen.map(EvidenceCheck::contradicted));
        }
        boolean ofOthers = !subject && !alternative.ofIt() && !acceptsEmpty(alternative);
        if (ofOthers && isOfAnother(seen.get())) {
            return new Outcome(Outcome.State.PARTIAL, seen.map(EvidenceCheck::beforeIt));
        }
        return new Outcome(state(alternative, key, seen.get()), seen);
    }

    /** The same for a key as it stands, such as that of an inventory. */
    Outcome ofKey(String key) {
        var seen = evidence.of(key);
        return new Outcome(seen.map(s -> whole(s, false)).orElse(Outcome.State.MISSING), seen);
    }

    /** The same for what covers the account at one time: made before the entity was, it cannot show what uses that. */
    Outcome ofInventory(String key) {
        var outcome = ofKey(key);
        return outcome.seen().filter(this::isOfAnother).isPresent() && outcome.state() == Outcome.State.COMPLETE
                ? new Outcome(Outcome.State.PARTIAL, outcome.seen().map(EvidenceCheck::beforeIt))
                : outcome;
    }

    /** The same for a list of resources: made before a service used its role last, it need not show for what. */
    Outcome ofResources(String key) {
        var outcome = ofInventory(key);
        return facts.kind().equals("ServiceLinkedRole")
                        && outcome.state() == Outcome.State.COMPLETE
                        && outcome.seen().filter(this::isBeforeUse).isPresent()
                ? new Outcome(Outcome.State.PARTIAL, outcome.seen().map(EvidenceCheck::beforeUse))
                : outcome;
    }

    private boolean isBeforeUse(AccountEvidence.Seen seen) {
        return facts.lastUsed().filter(seen.observedAt()::isBefore).isPresent();
    }

    private static AccountEvidence.Seen beforeUse(AccountEvidence.Seen seen) {
        return partial(seen, "It was made before the service used its role last, so that it need not show for what.");
    }

    /** Whether it was seen before the entity was made: then it tells of an earlier one of the same name. */
    private boolean isOfAnother(AccountEvidence.Seen seen) {
        return facts.created()
                .filter(made -> seen.observedAt().plus(CLOCKS_DIFFER).isBefore(made))
                .isPresent();
    }

    private static AccountEvidence.Seen ofAnother(AccountEvidence.Seen seen) {
        return partial(seen, "It was made before this entity was, so that it tells of an earlier one of this name.");
    }

    private static AccountEvidence.Seen beforeIt(AccountEvidence.Seen seen) {
        return partial(seen, "It was made before this entity was, so that it cannot show what uses it.");
    }

    private static AccountEvidence.Seen contradicted(AccountEvidence.Seen seen) {
        return partial(seen, "Something that was seen later contradicts it.");
    }

    private static AccountEvidence.Seen partial(AccountEvidence.Seen seen, String why) {
        return new AccountEvidence.Seen("partial", why, seen.observedAt(), seen.source());
    }

    private Outcome.State state(Need.Alternative alternative, String key, AccountEvidence.Seen seen) {
        boolean subject = alternative.kind().scope() == EvidenceKind.Scope.SUBJECT;
        if (!alternative.ofIt() || subject) {
            return whole(seen, acceptsEmpty(alternative));
        }
        if (seen.state().equals("denied")) {
            return Outcome.State.DENIED;
        }
        if (!facts.evidence().contains(key)) {
            // the account was looked at, this entity was not in it: newer than the evidence, or on a page that is
            // missing
            return seen.state().equals("complete") ? Outcome.State.MISSING : Outcome.State.PARTIAL;
        }
        return doubted.contains(alternative.kind().word()) ? Outcome.State.PARTIAL : fresh(seen);
    }

    /** Whether all of it was seen; what is partial is not complete however fresh it is. */
    private Outcome.State whole(AccountEvidence.Seen seen, boolean emptyIsFine) {
        return switch (seen.state()) {
            case "complete" -> fresh(seen);
            case "empty" -> emptyIsFine ? fresh(seen) : Outcome.State.PARTIAL;
            case "denied" -> Outcome.State.DENIED;
            default -> Outcome.State.PARTIAL;
        };
    }

    /**
     * AWS counts the attachments of a policy itself: where its counts agree with what was seen, an empty list of users,
     * groups or roles holds no attachment that was not seen, whatever the export was filtered by.
     */
    private boolean acceptsEmpty(Need.Alternative alternative) {
        return facts.kind().equals("CustomerManaged")
                && facts.countsAgree()
                && Set.of(EvidenceKind.USERS, EvidenceKind.GROUPS, EvidenceKind.ROLES)
                        .contains(alternative.kind());
    }

    private Outcome.State fresh(AccountEvidence.Seen seen) {
        if (seen.state().equals(AccountEvidence.UNFINISHED)) {
            return Outcome.State.PARTIAL;
        }
        // a time to come says nothing of when AWS was asked, however near it may be by then
        boolean stale = seen.observedAt().isBefore(now.minus(maxAge))
                || seen.observedAt().isAfter(now.plus(DAY));
        return stale ? Outcome.State.STALE : Outcome.State.COMPLETE;
    }
}

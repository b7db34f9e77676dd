package dev.identityexplorer.deletion;

import dev.identityexplorer.catalogue.Catalogue;
import dev.identityexplorer.catalogue.ServiceLinkedRoleType;
import dev.identityexplorer.catalogue.Template;
import dev.identityexplorer.cypher.CypherLibrary;
import dev.identityexplorer.graph.AccountEvidence;
import dev.identityexplorer.graph.Facts;
import dev.identityexplorer.graph.Identities;
import dev.identityexplorer.graph.Judge;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers about deletions. */
public final class Deletions implements Judge {

    /** Evidence that is older makes a CLEAR into an UNPROVEN. */
    public static final Duration DEFAULT_MAX_AGE = Duration.ofDays(7);

    /** How long answers wait for an import that is committing. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Duration maxAge;
    private final Rules rules;
    private final Catalogue catalogue;
    private final Assessor assessor;
    private final Assessor judge;

    public Deletions(CypherLibrary library, Catalogue catalogue) {
        this(library, catalogue, DEFAULT_MAX_AGE);
    }

    /** @param maxAge how old evidence may be for the verdicts that an import writes */
    public Deletions(CypherLibrary library, Catalogue catalogue, Duration maxAge) {
        this.maxAge = maxAge;
        this.rules = new Rules(library);
        this.catalogue = catalogue;
        this.assessor = new Assessor(rules, catalogue, new Supply(catalogue, true));
        this.judge = new Assessor(rules, catalogue, new Supply(catalogue, false));
    }

    @Override
    public String version() {
        return Assessor.VERSION;
    }

    @Override
    public Duration maxAge() {
        return maxAge;
    }

    @Override
    public Optional<Facts.Judgement> judge(Facts facts, AccountEvidence evidence) {
        if (!assessor.judges(facts)) {
            return Optional.empty();
        }
        var assessment = judge.assess(facts, evidence, ZonedDateTime.now(ZoneOffset.UTC), maxAge);
        return Optional.of(new Facts.Judgement(
                assessment.verdict().name(),
                assessment.impact().name(),
                assessment.provenAt().filter(at -> assessment.verdict() == Assessment.Verdict.CLEAR)));
    }

    /**
     * The answers for {@code ids}, in their order.
     *
     * @param maxAge how old evidence may be
     * @throws DeletionException if the graph does not hold one of them, or IAM does not delete such things
     */
    public List<Answer> answers(Identities identities, Collection<String> ids, Duration maxAge) {
        return identities.together(reads -> undisturbed(reads, ids, maxAge));
    }

    /** Asks again while an import writes one of the accounts; where that does not end, nothing of them is proven. */
    private List<Answer> undisturbed(Identities identities, Collection<String> ids, Duration maxAge) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var known = identities.known(ids);
            boolean late = System.nanoTime() > until;
            if (late || !known.before().committing()) {
                var facts = facts(ids, known);
                var proof = identities.proof(evidenceKeys(facts.values()), ids);
                if (late || known.before().equals(proof.after())) {
                    return answers(known, facts, proof.evidence(), maxAge, late);
                }
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                until = System.nanoTime();
            }
        }
    }

    /** By id, each once and in the order of {@code ids}. */
    private Map<String, Facts> facts(Collection<String> ids, Identities.Known known) {
        var held = known.facts().stream().collect(Collectors.toMap(Facts::id, f -> f, (a, b) -> a));
        var facts = new LinkedHashMap<String, Facts>();
        for (var id : ids) {
            check(id, Optional.ofNullable(held.get(id)));
            facts.put(id, held.get(id));
        }
        return facts;
    }

    private List<Answer> answers(
            Identities.Known known,
            Map<String, Facts> facts,
            Map<String, AccountEvidence> evidence,
            Duration maxAge,
            boolean disturbed) {
        var now = Instant.now().atZone(ZoneOffset.UTC);
        return facts.values().stream()
                .map(f -> {
                    var imported = evidence.getOrDefault(f.accountId().orElse(""), new AccountEvidence(Map.of()));
                    var seen =
                            disturbed ? imported.unfinished("An import is writing this account; ask again.") : imported;
                    return new Answer(
                            f,
                            assessor.assess(f, seen, now, maxAge),
                            Optional.ofNullable(known.owners().get(f.id())),
                            findings(f, known.blockers().getOrDefault(f.id(), List.of()), seen));
                })
                .toList();
    }

    private void check(String id, Optional<Facts> facts) {
        if (facts.isEmpty()) {
            throw DeletionException.unknown(id);
        }
        if (!assessor.judges(facts.get())) {
            var kind = facts.get().kind();
            throw new DeletionException(
                    "'" + id + "' is " + Words.article(kind) + " " + kind + ", which IAM does not delete.");
        }
    }

    /** By account, so that each takes one read however many entities are asked for. */
    private Map<String, Set<String>> evidenceKeys(Collection<Facts> facts) {
        var keys = new HashMap<String, Set<String>>();
        for (var f : facts) {
            f.accountId()
                    .ifPresent(account ->
                            keys.computeIfAbsent(account, a -> new HashSet<>()).addAll(assessor.evidenceKeys(f)));
        }
        return keys;
    }

    private List<Answer.Finding> findings(Facts facts, List<Identities.Blocker> blockers, AccountEvidence evidence) {
        var findings = new ArrayList<Answer.Finding>();
        blockers.stream()
                .sorted(Comparator.comparing(Identities.Blocker::severity)
                        .thenComparing(b -> rules.rule(b.rule()).order())
                        .thenComparing(Identities.Blocker::rule)
                        .thenComparing(Identities.Blocker::id))
                .forEach(blocker -> findings.add(finding(facts, blocker, evidence)));
        return findings;
    }

    private Answer.Finding finding(Facts facts, Identities.Blocker blocker, AccountEvidence evidence) {
        var rule = rules.rule(blocker.rule());
        var seen = blocker.seen()
                .or(() -> rule.shown().stream()
                        .flatMap(need -> need.alternatives().stream())
                        .flatMap(alternative -> evidence.of(EvidenceCheck.key(alternative, facts)).stream())
                        .findFirst())
                .or(() -> facts.evidence().stream()
                        .flatMap(key -> evidence.of(key).stream())
                        .findFirst());
        var steps = steps(rule, facts, blocker);
        return new Answer.Finding(
                blocker,
                rule.title(),
                seen,
                steps.isEmpty()
                        ? Optional.empty()
                        : Optional.of(steps.stream().map(Command::text).collect(Collectors.joining(" && "))),
                steps.stream()
                        .flatMap(step -> step.fillIn().stream())
                        .distinct()
                        .toList(),
                byHand(rule, facts, blocker));
    }

    /** The commands that clear a blocker; none where IAM would refuse them. */
    List<Command> steps(Rule rule, Facts it, Identities.Blocker blocker) {
        if (touchesUntouchable(rule, blocker)) {
            return List.of();
        }
        if (blocker.kind().equals("Resource") && it.kind().equals("ServiceLinkedRole")) {
            return cleanup(it, blocker);
        }
        return rule.steps().stream()
                .map(step -> Commands.step(step, it, blocker))
                .toList();
    }

    private List<Command> cleanup(Facts role, Identities.Blocker resource) {
        var type = resourceType(resource);
        return keepers(role).stream()
                .filter(keeper -> keeper.resourceType().equals(type))
                .flatMap(keeper -> keeper.cleanup().stream())
                .findFirst()
                .map(template -> Commands.cleanup(
                        template, resource, catalogue.inventories().of(type)))
                .orElse(List.of());
    }

    private List<ServiceLinkedRoleType.Keeper> keepers(Facts role) {
        return role.servicePrincipal()
                .flatMap(principal -> catalogue.typeOf(principal, role.name()))
                .map(ServiceLinkedRoleType::blockedBy)
                .orElse(List.of());
    }

    private static String resourceType(Identities.Blocker blocker) {
        return blocker.properties().getOrDefault("resourceType", "");
    }

    /** What blocks, as it can go: resources before those that hold them, else types as the catalogue lists them. */
    List<Answer.Finding> inOrder(Answer answer) {
        var types = keepers(answer.facts()).stream()
                .map(ServiceLinkedRoleType.Keeper::resourceType)
                .toList();
        return answer.blocks().stream()
                .sorted(Comparator.comparingInt((Answer.Finding finding) ->
                                -catalogue.inventories().depth(resourceType(finding.blocker())))
                        .thenComparingInt(finding -> types.indexOf(resourceType(finding.blocker()))))
                .toList();
    }

    /** Whether the steps of a rule would change the blocker, and IAM refuses that. */
    private static boolean touchesUntouchable(Rule rule, Identities.Blocker blocker) {
        return (blocker.untouchable() || blocker.kind().equals("Account"))
                && rule.severity().equals("blocks")
                && rule.steps().stream().map(Template::text).anyMatch(text -> text.contains("-name {blocker.name}"));
    }

    private static Optional<String> byHand(Rule rule, Facts facts, Identities.Blocker blocker) {
        if (touchesUntouchable(rule, blocker) && blocker.kind().equals("Account")) {
            return Optional.of("Only the root user of account " + blocker.name() + " can do this: sign in as root.");
        }
        if (touchesUntouchable(rule, blocker)) {
            return Optional.of(blocker.name()
                    + " can be looked at, never edited (UnmodifiableEntity): "
                    + blocker.properties()
                            .getOrDefault("protection", "only the service that owns it changes it.")
                            .replace("removes it", "changes it"));
        }
        return rule.byHand()
                .map(template -> Commands.step(template, facts, blocker).text());
    }

    Rules rules() {
        return rules;
    }

    Catalogue catalogue() {
        return catalogue;
    }
}

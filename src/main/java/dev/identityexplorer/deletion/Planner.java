package dev.identityexplorer.deletion;

import dev.identityexplorer.catalogue.Deletion;
import dev.identityexplorer.graph.Facts;
import dev.identityexplorer.model.EntityKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes plans. The order follows dependencies: by the rank of the kind (users before groups, roles before the policies
 * they attach), each target's clearing steps right before its own deletion. A step that two targets ask for stands
 * once, and a step about something that the plan has deleted by then is left out.
 */
public final class Planner {

    private final Deletions deletions;

    public Planner(Deletions deletions) {
        this.deletions = deletions;
    }

    /** The plan for the targets that {@code answers} are about. */
    public Plan plan(List<Answer> answers) {
        var targets = answers.stream().map(a -> a.facts().id()).toList();
        var notPlanned = new ArrayList<Plan.NotPlanned>();
        var planned = new ArrayList<Answer>();
        var reasons = new HashMap<String, String>();
        answers.forEach(answer -> reasonAgainst(answer)
                .ifPresent(why -> reasons.put(answer.facts().id(), why)));
        for (var answer : withoutParts(answers, reasons.keySet())) {
            var why = reasons.get(answer.facts().id());
            if (why == null) {
                planned.add(answer);
            } else {
                notPlanned.add(new Plan.NotPlanned(
                        answer.facts().id(), answer.assessment().verdict(), why));
            }
        }
        planned.sort(Comparator.comparing((Answer a) -> a.facts().accountId().orElse(""))
                .thenComparing(a -> deletion(a.facts()).map(Deletion::rank).orElse(Integer.MAX_VALUE))
                .thenComparing(a -> a.facts().id()));
        var steps = new ArrayList<Plan.Step>();
        var commands = new HashSet<String>();
        var deleted = new HashSet<String>();
        for (var answer : planned) {
            clear(answer, deleted).stream()
                    .filter(step -> commands.add(step.accountId() + " " + step.command()))
                    .forEach(steps::add);
            var last = last(answer.facts());
            if (commands.add(last.accountId() + " " + last.command())) {
                steps.add(last);
            }
            deleted.add(answer.facts().id());
        }
        var checks =
                planned.stream().flatMap(a -> Checks.of(a).stream()).distinct().toList();
        return new Plan(targets, checks, steps, notPlanned, answers);
    }

    /** What goes with something else of the set has no steps of its own: the version of a policy, the policy of a user. */
    private static List<Answer> withoutParts(List<Answer> answers, Set<String> staying) {
        var going = answers.stream()
                .map(a -> a.facts().id())
                .filter(id -> !staying.contains(id))
                .collect(Collectors.toSet());
        var parts = Set.of("PolicyVersion", "InlinePolicy");
        return answers.stream()
                .filter(a -> !parts.contains(a.facts().kind())
                        || !a.facts().holder().map(h -> going.contains(h.id())).orElse(false))
                .toList();
    }

    private Optional<String> reasonAgainst(Answer answer) {
        if (answer.facts().protection().isPresent()) {
            return answer.facts().protection();
        }
        if (deletion(answer.facts()).isEmpty()) {
            var kind = answer.facts().kind();
            return Optional.of("IAM has no call that deletes " + Words.article(kind) + " " + kind + ".");
        }
        if (answer.facts().kind().equals("ServiceLinkedRole")) {
            return Optional.empty();
        }
        var stuck = answer.blocks().stream()
                .filter(finding -> finding.clearedBy().isEmpty())
                .map(finding -> finding.title() + ": "
                        + finding.byHand().orElse(finding.blocker().name()))
                .distinct()
                .toList();
        if (!stuck.isEmpty()) {
            return Optional.of("Something has to be done by hand first. " + String.join("; ", stuck));
        }
        var unlisted = answer.facts().doubts().stream()
                .filter(doubt -> doubt.endsWith("-unlisted"))
                .findFirst();
        return unlisted.map(doubt -> deletions.rules().rule(doubt).title() + ": import its list first.");
    }

    private List<Plan.Step> clear(Answer answer, Set<String> deleted) {
        var facts = answer.facts();
        var steps = new LinkedHashSet<Plan.Step>();
        for (var finding : deletions.inOrder(answer)) {
            if (deleted.contains(finding.blocker().id())) {
                continue;
            }
            var rule = deletions.rules().rule(finding.blocker().rule());
            boolean resource = finding.blocker().kind().equals("Resource");
            for (var command : deletions.steps(rule, facts, finding.blocker())) {
                steps.add(new Plan.Step(
                        command.text(),
                        command.fillIn(),
                        facts.id(),
                        facts.accountId().orElse(""),
                        Optional.of(rule.name()),
                        finding.title(),
                        resource,
                        Optional.empty()));
            }
        }
        return List.copyOf(steps);
    }

    private Plan.Step last(Facts facts) {
        var deletion = deletion(facts).orElseThrow();
        var command = Commands.deletion(deletion.command(), facts);
        return new Plan.Step(
                command.text(),
                command.fillIn(),
                facts.id(),
                facts.accountId().orElse(""),
                Optional.empty(),
                "Delete the " + Words.of(facts.kind()) + " " + facts.name(),
                false,
                deletion.asynchronous() ? Optional.of(facts.name()) : Optional.empty());
    }

    private Optional<Deletion> deletion(Facts facts) {
        var variant = switch (facts.kind()) {
            case "MfaDevice" -> facts.virtual() ? "virtual" : "hardware";
            default -> facts.holder().map(Facts.Node::kind).orElse("");
        };
        return EntityKind.ofLabel(facts.kind())
                .flatMap(kind -> deletions.catalogue().deletion(kind, variant));
    }
}

package dev.identityexplorer.graph;

import dev.identityexplorer.model.Entity;
import dev.identityexplorer.model.Evidence;
import dev.identityexplorer.model.EvidenceKey;
import dev.identityexplorer.model.EvidenceKind;
import dev.identityexplorer.model.Problem;
import dev.identityexplorer.model.Snapshot;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Leaves out of a snapshot what the graph knows from newer files: importing last month's export after today's must not
 * bring back what is gone, or hide what came since.
 */
final class Outdated {

    private Outdated() {}

    /**
     * What the graph holds of a piece of evidence.
     *
     * @param observedAt when AWS was asked; for several answers the oldest
     * @param toldAt when AWS told the newest of it; empty if it refused, and told nothing before
     * @param source the file
     */
    record Known(Instant observedAt, Optional<Instant> toldAt, String source) {

        /** From the properties of its node. */
        static Known of(Map<String, Object> properties) {
            var observedAt = ((ZonedDateTime) properties.get("observedAt")).toInstant();
            var toldAt = Optional.ofNullable((ZonedDateTime) properties.get("toldAt"))
                    .map(ZonedDateTime::toInstant)
                    .or(() -> Optional.of(observedAt).filter(at -> !"denied".equals(properties.get("state"))));
            return new Known(observedAt, toldAt, String.valueOf(properties.get("source")));
        }
    }

    /** As {@link #without(Snapshot, Map, UnaryOperator)} of what the graph holds. */
    static Snapshot without(Snapshot snapshot, LoadStatements load, Pipeline tx) {
        var known = new HashMap<String, Known>();
        load.read(tx, "account-evidence", Map.of("account", snapshot.account().toString()))
                .forEach(row -> known.put(
                        row.get("key").asString(),
                        Known.of(row.get("properties").asMap())));
        return without(
                snapshot,
                known,
                ids -> load.readIds(tx, "resource-known", List.copyOf(ids)).stream()
                        .map(row -> row.get("id").asString())
                        .collect(Collectors.toSet()));
    }

    /**
     * The snapshot without evidence that is older than the same in the graph; its problems say what was left out.
     *
     * @param resources which of some resources, by id, the graph holds
     */
    static Snapshot without(Snapshot snapshot, Map<String, Known> known, UnaryOperator<Set<String>> resources) {
        var older = new HashSet<String>();
        var shownBefore = new HashSet<String>();
        var kept = new ArrayList<Evidence>();
        var byFile = new TreeMap<String, Set<String>>();
        for (var evidence : snapshot.evidence()) {
            var key = evidence.key().text();
            var seen = known.get(key);
            if (seen == null || !isNewer(seen, evidence)) {
                kept.add(seen == null ? evidence : remembering(seen, evidence));
            } else if (EvidenceKey.showsSome(key)) {
                kept.add(new Evidence(
                        evidence.key(), evidence.state(), seen.observedAt(), seen.source(), evidence.detail()));
                shownBefore.add(key);
            } else {
                older.add(key);
                byFile.computeIfAbsent(evidence.source(), file -> new TreeSet<>())
                        .add(key + " of " + evidence.observedAt() + " (known: " + seen.observedAt() + ", from "
                                + seen.source() + ")");
            }
        }
        var entities = snapshot.entities().stream()
                .filter(entity -> !older.contains(entity.evidence().text()))
                .toList();
        var problems = new ArrayList<>(snapshot.problems());
        byFile.forEach((file, keys) -> problems.add(new Problem(file, "", sentence(keys))));
        var properties = new TreeMap<>(snapshot.properties());
        properties.keySet().removeIf(property -> older.contains(teller(property)));
        return new Snapshot(
                snapshot.account(),
                properties,
                withoutKnown(entities, shownBefore, resources),
                kept,
                snapshot.sighted(),
                problems);
    }

    /** What AWS refused to tell is no reason to forget, or to leave out, what it told before. */
    private static boolean isNewer(Known seen, Evidence evidence) {
        return seen.toldAt()
                .filter(at -> at.isAfter(evidence.toldAt().orElse(evidence.observedAt())))
                .isPresent();
    }

    /** A refusal takes the place of what was told; how old an answer has to be to tell less than that stays known. */
    private static Evidence remembering(Known seen, Evidence evidence) {
        return evidence.state() == Evidence.State.DENIED && evidence.toldAt().isEmpty()
                ? new Evidence(
                        evidence.key(),
                        evidence.state(),
                        evidence.observedAt(),
                        evidence.source(),
                        evidence.detail(),
                        seen.toldAt())
                : evidence;
    }

    /** What an older search shows is there to add what a newer one did not look for, not to say what that is like. */
    private static List<Entity> withoutKnown(
            List<Entity> entities, Set<String> shownBefore, UnaryOperator<Set<String>> resources) {
        var asked = entities.stream()
                .filter(entity -> shownBefore.contains(entity.evidence().text()))
                .map(Entity::id)
                .collect(Collectors.toSet());
        var there = asked.isEmpty() ? asked : resources.apply(asked);
        return entities.stream()
                .filter(entity -> !shownBefore.contains(entity.evidence().text()) || !there.contains(entity.id()))
                .toList();
    }

    private static String sentence(Set<String> keys) {
        return "The graph knows this from newer files, so that it was left out: "
                + keys.iterator().next()
                + (keys.size() > 1 ? " and " + (keys.size() - 1) + " more" : "")
                + ". Where the time of the file is wrong, touch it and import it again.";
    }

    /** The word of the evidence that tells a property of the account itself. */
    private static String teller(String property) {
        return Map.of(
                        "summary", EvidenceKind.ACCOUNT_SUMMARY,
                        "root", EvidenceKind.CREDENTIAL_REPORT,
                        "enabledRegions", EvidenceKind.REGIONS)
                .entrySet()
                .stream()
                .filter(e -> property.startsWith(e.getKey()))
                .map(e -> e.getValue().word())
                .findFirst()
                .orElse("");
    }
}

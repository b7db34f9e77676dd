package dev.identityexplorer.graph;

import dev.identityexplorer.model.Evidence;
import dev.identityexplorer.model.EvidenceKind;
import dev.identityexplorer.model.Problem;
import dev.identityexplorer.model.Snapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Leaves out of a snapshot what the graph knows from newer files: importing last month's export after today's must not
 * bring back what is gone, or hide what came since.
 */
final class Outdated {

    private Outdated() {}

    /** The snapshot without evidence that is older than the same in the graph; its problems say what was left out. */
    static Snapshot without(Snapshot snapshot, AccountEvidence known) {
        var older = new HashSet<String>();
        var byFile = new TreeMap<String, Set<String>>();
        for (var evidence : snapshot.evidence()) {
            known.of(evidence.key().text())
                    .filter(seen -> isNewer(seen, evidence))
                    .ifPresent(seen -> {
                        older.add(evidence.key().text());
                        byFile.computeIfAbsent(evidence.source(), file -> new TreeSet<>())
                                .add(evidence.key().text() + " of " + evidence.observedAt() + " (known: "
                                        + seen.observedAt().toInstant() + ", from " + seen.source() + ")");
                    });
        }
        if (older.isEmpty()) {
            return snapshot;
        }
        var problems = new ArrayList<>(snapshot.problems());
        byFile.forEach((file, keys) -> problems.add(new Problem(file, "", sentence(keys))));
        var properties = new TreeMap<>(snapshot.properties());
        properties.keySet().removeIf(property -> older.contains(teller(property)));
        return new Snapshot(
                snapshot.account(),
                properties,
                snapshot.entities().stream()
                        .filter(entity -> !older.contains(entity.evidence().text()))
                        .toList(),
                snapshot.evidence().stream()
                        .filter(evidence -> !older.contains(evidence.key().text()))
                        .toList(),
                problems);
    }

    /** What AWS refused to tell is no reason to forget, or to leave out, what it told before. */
    private static boolean isNewer(AccountEvidence.Seen seen, Evidence evidence) {
        return !seen.state().equals("denied") && seen.observedAt().toInstant().isAfter(evidence.observedAt());
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

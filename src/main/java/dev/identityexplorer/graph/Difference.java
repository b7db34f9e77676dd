package dev.identityexplorer.graph;

import dev.identityexplorer.model.Entity;
import dev.identityexplorer.model.Evidence;
import dev.identityexplorer.model.EvidenceKey;
import dev.identityexplorer.model.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an import has to write about the nodes of an account: the difference between a snapshot and what the graph
 * holds. It knows no database.
 *
 * <p>A node stays as it is when every evidence of this import tells of it what it told before. Evidence that is not
 * part of the import keeps what it told, and so does what shows some resources and not all. Complete evidence that no longer tells a node takes the node away; incomplete
 * evidence takes away only the claim to have seen it, so that verdicts say what is missing.
 */
final class Difference {

    /**
     * A node of the snapshot that differs.
     *
     * @param records those that changed; all of them where several answers tell it
     * @param told which evidence tells it from now on
     * @param affected the evidence that tells something else of it than before, or nothing any more
     */
    record Changed(String id, List<Entity> records, Map<String, Long> told, Set<String> affected, boolean isNew) {}

    final List<Changed> changed = new ArrayList<>();
    /** Nodes that are still there, with less evidence than before. */
    final Map<String, Map<String, Long>> toldLess = new LinkedHashMap<>();

    final Set<String> removed = new LinkedHashSet<>();
    private final Map<String, NodeState> before;
    private final Map<String, Evidence> imported = new HashMap<>();
    /** What of it says of a node that it does not tell that it is not there, or that it is not known any more. */
    private final Set<String> telling = new HashSet<>();

    private Difference(Snapshot snapshot, Map<String, NodeState> before) {
        this.before = before;
        snapshot.evidence().forEach(e -> imported.put(e.key().text(), e));
        imported.keySet().stream().filter(key -> !EvidenceKey.showsSome(key)).forEach(telling::add);
    }

    /**
     * @param records the snapshot's records that belong to the account, by node
     * @param before the account's nodes in the graph
     */
    static Difference of(
            Snapshot snapshot, Map<String, List<Entity>> records, Map<String, NodeState> before, Fingerprint print) {
        var difference = new Difference(snapshot, before);
        records.forEach((id, told) -> difference.compare(id, told, print));
        before.values().stream()
                .filter(node -> !node.placeholder() && !records.containsKey(node.id()))
                .forEach(difference::vanished);
        difference.cascade(records.keySet());
        return difference;
    }

    private void compare(String id, List<Entity> records, Fingerprint print) {
        var old = before.get(id);
        var toldBefore = old == null ? Map.<String, Long>of() : old.told();
        var told = new LinkedHashMap<>(toldBefore);
        told.keySet().removeAll(telling);
        records.forEach(record -> told.remove(record.evidence().text()));
        var changedRecords = new ArrayList<Entity>();
        var affected = new HashSet<String>();
        for (var record : records) {
            var key = record.evidence().text();
            long fingerprint = print.of(record) + told.getOrDefault(key, 0L);
            told.put(key, fingerprint);
        }
        for (var record : records) {
            var key = record.evidence().text();
            if (!told.get(key).equals(toldBefore.get(key))) {
                changedRecords.add(record);
                affected.add(key);
            }
        }
        boolean again = told.size() > 1
                && AccountImport.SEVERAL_TELL.contains(records.get(0).kind());
        if (again) { // it may be newer now than what another answer said since
            changedRecords.clear();
            changedRecords.addAll(records);
        }
        toldBefore.keySet().stream()
                .filter(key -> !told.containsKey(key) && complete(key))
                .forEach(affected::add);
        if (again || !told.equals(toldBefore)) {
            changed.add(new Changed(id, changedRecords, told, affected, old == null));
        }
    }

    private void vanished(NodeState node) {
        var remaining = new LinkedHashMap<>(node.told());
        remaining.keySet().removeAll(telling);
        boolean decided = Primary.deciding(node.kind())
                .map(key -> complete(key) && (node.told().containsKey(key) || remaining.isEmpty()))
                .orElse(false);
        boolean nothingLeft = remaining.isEmpty()
                && !node.told().isEmpty()
                && node.told().keySet().stream().allMatch(this::complete);
        boolean account = node.kind().equals("Account");
        if ((decided || nothingLeft) && !account) {
            removed.add(node.id());
        } else if (remaining.size() < node.told().size()) {
            toldLess.put(node.id(), remaining);
        }
    }

    /** What a removed user held goes with the user, and so does evidence about it. */
    private void cascade(Set<String> told) {
        if (removed.isEmpty()) {
            return;
        }
        var gone = new HashSet<>(removed);
        for (var node : before.values()) {
            if (node.placeholder() || removed.contains(node.id()) || told.contains(node.id())) {
                continue;
            }
            var remaining = new LinkedHashMap<>(toldLess.getOrDefault(node.id(), node.told()));
            int keys = remaining.size();
            remaining.keySet().removeIf(key -> gone.contains(subject(key)));
            if (gone.contains(owner(node.id())) || (keys > 0 && remaining.isEmpty())) {
                removed.add(node.id());
                toldLess.remove(node.id());
            } else if (remaining.size() < keys) {
                toldLess.put(node.id(), remaining);
            }
        }
    }

    /** Whether evidence is about an entity that is gone, so that it goes too. */
    boolean dead(String key) {
        return !imported.containsKey(key) && removed.contains(subject(key));
    }

    private boolean complete(String key) {
        var evidence = imported.get(key);
        return evidence != null && evidence.state() == Evidence.State.COMPLETE && telling.contains(key);
    }

    /** The entity that a key is about: what follows its word. */
    private static String subject(String key) {
        return key.substring(key.indexOf(':') + 1);
    }

    /** The entity that a node without an ARN of its own belongs to: {@code …:user/x} of {@code …:user/x/access-key/AKIA}. */
    private static String owner(String id) {
        for (var kind : List.of(
                "/access-key/",
                "/login-profile",
                "/signing-certificate/",
                "/ssh-public-key/",
                "/service-specific-credential/",
                "/mfa-device/",
                "/inline-policy/",
                "/deletion-task/",
                "/version/")) {
            int at = id.lastIndexOf(kind);
            if (at > 0) {
                return id.substring(0, at);
            }
        }
        return "";
    }
}

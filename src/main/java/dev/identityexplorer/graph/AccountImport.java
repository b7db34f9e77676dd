package dev.identityexplorer.graph;

import dev.identityexplorer.model.Entity;
import dev.identityexplorer.model.EntityKind;
import dev.identityexplorer.model.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neo4j.driver.Value;

/**
 * Writes one account's snapshot within one transaction: readers see the account as it was or as it is now, never a
 * mixture. It can run again from the start, since it keeps nothing of what it wrote. {@link Importer} says what is
 * written in several transactions.
 */
final class AccountImport {

    /** What several answers of different kinds tell the same properties of, so that it matters which is newer. */
    static final Set<EntityKind> SEVERAL_TELL = Set.of(EntityKind.RESOURCE, EntityKind.CUSTOMER_MANAGED_POLICY);

    private final LoadStatements load;
    private final Snapshot snapshot;
    private final String account;
    /** The account's own records by node, in the order of the files. */
    private final Map<String, List<Entity>> own = new LinkedHashMap<>();

    private final SharedNodes shared = new SharedNodes();
    private final AccountEvidenceRows evidence;
    private final RecordTimes times;
    private long elements;
    private boolean first;

    AccountImport(LoadStatements load, Snapshot snapshot) {
        this.load = load;
        this.snapshot = snapshot;
        this.account = snapshot.account().toString();
        var print = new Fingerprint();
        var fingerprints = new TreeMap<String, Long>();
        this.times = new RecordTimes(snapshot);
        snapshot.evidence().forEach(e -> fingerprints.put(e.key().text(), 0L));
        for (var entity : snapshot.entities()) {
            fingerprints.merge(entity.evidence().text(), print.of(entity), Long::sum);
            elements += 1 + entity.relationships().size();
            if (SharedNodes.holds(entity)) {
                shared.add(entity);
            } else {
                own.computeIfAbsent(entity.id(), id -> new ArrayList<>(1)).add(entity);
            }
        }
        this.evidence = new AccountEvidenceRows(load, snapshot, fingerprints);
        for (var records : own.values()) {
            for (var entity : records) {
                for (var relationship : entity.relationships()) {
                    if (!own.containsKey(relationship.target().id())
                            && !relationship.target().id().equals(account)) {
                        var type = relationship.properties().getOrDefault("principalType", "");
                        shared.addIfAbsent(relationship.target(), type.toString());
                    }
                }
            }
        }
    }

    /** Whether the graph already holds every piece of this evidence with the same content, state and time. */
    boolean unchanged(Pipeline tx) {
        var stored = evidence.before(tx);
        first = stored.isEmpty();
        return !stored.isEmpty()
                && snapshot.evidence().stream()
                        .allMatch(e -> evidence.row(e).equals(stored.get(e.key().text())));
    }

    /** How many nodes and relationships the snapshot tells, about. */
    long elements() {
        return elements;
    }

    /** Whether the graph held nothing of the account when it was asked whether it is {@link #unchanged}. */
    boolean first() {
        return first;
    }

    /** The labels of all that the snapshot tells or points at. */
    Set<String> labels() {
        return own.values().stream()
                .flatMap(List::stream)
                .flatMap(entity -> Stream.concat(
                        Stream.of(entity.kind()),
                        entity.relationships().stream()
                                .map(relationship -> relationship.target().kind())))
                .distinct()
                .flatMap(kind -> kind.labels().stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Writes the nodes that belong to no account; in a transaction of their own, before the account. */
    void writeShared(Pipeline tx) {
        shared.rows().forEach((file, rows) -> load.sendRows(tx, file, Map.of(), rows));
    }

    /**
     * What was written.
     *
     * @param first whether the account was not in the graph before
     * @param concerned the rules that may find something else than before
     * @param changes rows for {@code Change} nodes; none for a new account, which differs from nothing
     * @param written counts, by what was written
     */
    record Written(boolean first, RuleChoice concerned, List<Map<String, Object>> changes, Map<String, Long> written) {}

    /**
     * Writes the account.
     *
     * @param pieces whether each statement is a transaction of its own, so that any of them may be the last one; what a
     *     node tells is written after all that it tells, since what is told already is not compared again
     */
    Written write(Pipeline tx, boolean pieces) {
        load.send(
                tx,
                "account",
                Map.of("account", account, "accountId", snapshot.accountId(), "properties", snapshot.properties()));
        var evidenceBefore = evidence.before(tx);
        boolean first = evidenceBefore.isEmpty();
        var labels = labels();
        var before = before(tx, labels);
        var difference = Difference.of(snapshot, own, before, new Fingerprint());
        var existing = difference.changed.stream()
                .filter(node -> !node.isNew())
                .map(Difference.Changed::id)
                .toList();
        var edges = EdgeDifference.of(difference.changed, load.readIds(tx, "relationship-state", existing));
        var properties = first ? Map.<String, Map<String, Object>>of() : properties(tx, difference);
        writeNodes(tx, difference, pieces);
        load.sendRows(tx, "resource-sighted", Map.of(), times.sighted());
        writePlaceholders(tx, edges);
        writeEdges(tx, edges);
        if (pieces) {
            var told = difference.changed.stream()
                    .map(node -> told(node.id(), node.told()))
                    .toList();
            load.sendRows(tx, "evidence-of-entity", Map.of(), told);
        }
        load.sendBatches(tx, "remove-entities", "ids", Map.of(), new ArrayList<>(difference.removed));
        if (!edges.removed.isEmpty() || !difference.removed.isEmpty()) {
            load.send(tx, "remove-placeholders", Map.of("account", account));
        }
        evidence.write(tx, evidenceBefore, difference);
        if (first) {
            return new Written(true, RuleChoice.all().within(labels), List.of(), counts(difference, edges));
        }
        return new Written(
                false,
                RuleChoice.of(difference, edges, before, properties, properties(tx, difference))
                        .within(labels),
                new ChangeRows(snapshot).of(difference, edges, before, properties),
                counts(difference, edges));
    }

    private static Map<String, Long> counts(Difference difference, EdgeDifference edges) {
        var added =
                difference.changed.stream().filter(Difference.Changed::isNew).count();
        return Map.of(
                "nodesAdded",
                added,
                "nodesChanged",
                difference.changed.size() - added,
                "nodesRemoved",
                (long) difference.removed.size(),
                "relationshipsAdded",
                edges.count(),
                "relationshipsRemoved",
                (long) edges.removed.size());
    }

    /** The account's nodes in the graph; adds their labels. */
    private Map<String, NodeState> before(Pipeline tx, Set<String> labels) {
        var states = new LinkedHashMap<String, NodeState>();
        for (var row : load.read(tx, "account-state", Map.of("account", account))) {
            var state = NodeState.of(row);
            states.put(state.id(), state);
            labels.addAll(row.get("labels").asList(Value::asString));
        }
        return states;
    }

    /** Of the nodes that are there and differ. */
    private Map<String, Map<String, Object>> properties(Pipeline tx, Difference difference) {
        var ids = new ArrayList<>(difference.toldLess.keySet());
        difference.changed.stream().filter(node -> !node.isNew()).forEach(node -> ids.add(node.id()));
        var properties = new HashMap<String, Map<String, Object>>();
        load.readIds(tx, "property-state", ids)
                .forEach(row -> properties.put(
                        row.get("id").asString(), row.get("properties").asMap()));
        return properties;
    }

    private void writeNodes(Pipeline tx, Difference difference, boolean untold) {
        var primary = new TreeMap<String, List<Map<String, Object>>>();
        var additions = new ArrayList<Map<String, Object>>();
        var evidenceOnly = new ArrayList<Map<String, Object>>();
        for (var node : difference.changed) {
            for (var record : node.records()) {
                var row = row(node, record, untold);
                if (SEVERAL_TELL.contains(record.kind())) {
                    row.put("at", times.of(record));
                    row.put("kind", record.evidence().kind().word());
                    row.put("types", types(node.told().keySet()));
                }
                if (Primary.tells(record)) {
                    primary.computeIfAbsent(file(record.kind()), file -> new ArrayList<>())
                            .add(row);
                } else {
                    additions.add(row);
                }
            }
            if (node.records().isEmpty()) {
                evidenceOnly.add(told(node.id(), node.told()));
            }
        }
        difference.toldLess.forEach((id, told) -> evidenceOnly.add(told(id, told)));
        primary.forEach((file, rows) -> load.sendRows(tx, file, Map.of("account", account), rows));
        load.sendRows(tx, "addition", Map.of("account", account), additions);
        load.sendRows(tx, "evidence-of-entity", Map.of(), evidenceOnly);
    }

    /** The types as which lists tell a resource, what lists all of a type first, then the names that CloudFormation has. */
    private static List<String> types(Set<String> told) {
        return told.stream()
                .filter(key -> key.startsWith("resource-"))
                .sorted(Comparator.comparing((String key) -> !key.startsWith("resource-inventory:"))
                        .thenComparing(key -> !key.contains("::"))
                        .thenComparing(Comparator.naturalOrder()))
                .map(key -> key.split(":", 3)[2].split("\\?")[0])
                .distinct()
                .toList();
    }

    private static Map<String, Object> row(Difference.Changed node, Entity record, boolean untold) {
        var row = new HashMap<>(told(node.id(), untold ? Map.of() : node.told()));
        row.put("name", record.name());
        row.put("properties", record.properties());
        return row;
    }

    private static Map<String, Object> told(String id, Map<String, Long> told) {
        return Map.of("id", id, "evidence", List.copyOf(told.keySet()), "fingerprints", List.copyOf(told.values()));
    }

    private void writePlaceholders(Pipeline tx, EdgeDifference edges) {
        var rows = new TreeMap<String, List<Map<String, Object>>>();
        edges.targets.values().stream()
                .filter(target -> !own.containsKey(target.id()))
                .forEach(target -> {
                    switch (target.kind()) {
                        case GROUP, CUSTOMER_MANAGED_POLICY, INSTANCE_PROFILE, SERVER_CERTIFICATE ->
                            rows.computeIfAbsent("placeholder-" + file(target.kind()), file -> new ArrayList<>())
                                    .add(Map.of(
                                            "id", target.id(),
                                            "name", target.name(),
                                            "properties", Map.of("accountId", snapshot.accountId())));
                        default -> {}
                    }
                });
        rows.forEach((file, list) -> load.sendRows(tx, file, Map.of("account", account), list));
    }

    private void writeEdges(Pipeline tx, EdgeDifference edges) {
        load.sendBatches(tx, "remove-relationships", "ids", Map.of(), edges.removed);
        load.sendRows(tx, "evidence-of-relationship", Map.of(), edges.toldOtherwise);
        edges.created()
                .forEach((type, rows) -> load.sendRows(
                        tx,
                        "relationship-"
                                + type.toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                        Map.of(),
                        rows));
    }

    private static String file(EntityKind kind) {
        return kind.label().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }
}

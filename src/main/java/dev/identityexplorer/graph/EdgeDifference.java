package dev.identityexplorer.graph;

import dev.identityexplorer.model.EntityRef;
import dev.identityexplorer.model.Relationship;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.neo4j.driver.Record;

/**
 * What an import has to write about the relationships of nodes that changed.
 *
 * <p>Nearly all are told by nothing but the evidence that decides about their start ({@link Primary#deciding}): the roles'
 * tags by the export's list of roles. Those are stored without {@code evidence}, which saves a third of what an account
 * takes in memory while it is written.
 */
final class EdgeDifference {

    /** Two relationships are the same when they differ in evidence only. */
    private record Identity(String from, String type, String to, Map<String, Object> properties) {}

    private static final class State {
        String elementId = "";
        final TreeSet<String> before = new TreeSet<>();
        final TreeSet<String> after = new TreeSet<>();
    }

    /** Ends to create, by relationship type and start: the id, and properties where there are any. */
    private final Map<String, Map<String, List<Object>>> created = new TreeMap<>();

    /** What a relationship without {@code evidence} is told by, by the id of its start. */
    private final Map<String, Set<String>> deciding = new HashMap<>();

    private final Set<String> freshStarts = new HashSet<>();

    private long count;
    /** Rows of relationships that other evidence tells from now on. */
    final List<Map<String, Object>> toldOtherwise = new ArrayList<>();
    /** The types of all these and of those to create or to remove. */
    final Set<String> types = new HashSet<>();
    /** Ids of the ends of those to create. */
    final Set<String> newEnds = new HashSet<>();
    /** Element ids of relationships that nothing tells any more. */
    final List<String> removed = new ArrayList<>();
    /** By node: what changed about it, as people read it. */
    final Map<String, List<String>> described = new HashMap<>();
    /** Ends of the relationships of changed nodes. */
    final Map<String, EntityRef> targets = new LinkedHashMap<>();
    /** By id of an external end: as what kind of principal the trust policy names it. */
    final Map<String, String> principalTypes = new HashMap<>();

    static EdgeDifference of(List<Difference.Changed> changed, List<Record> before) {
        var difference = new EdgeDifference();
        var states = new LinkedHashMap<Identity, State>();
        for (var row : before) {
            var properties = new HashMap<>(row.get("properties").asMap());
            var kind = NodeState.kind(row.get("labels").asList(v -> v.asString()));
            var decides = difference.deciding.computeIfAbsent(row.get("from").asString(), id -> deciding(kind));
            var evidence = (Collection<?>) properties.getOrDefault("evidence", decides);
            properties.remove("evidence");
            var state = states.computeIfAbsent(
                    new Identity(
                            row.get("from").asString(),
                            row.get("type").asString(),
                            row.get("to").asString(),
                            properties),
                    identity -> new State());
            state.elementId = row.get("elementId").asString();
            evidence.forEach(key -> state.before.add(key.toString()));
            state.after.addAll(state.before);
        }
        var affected = new HashMap<String, Set<String>>();
        changed.forEach(node -> affected.put(node.id(), node.affected()));
        states.forEach((identity, state) -> state.after.removeAll(affected.getOrDefault(identity.from(), Set.of())));
        for (var node : changed) {
            if (node.isNew()) {
                difference.freshStarts.add(node.id());
            }
            node.records().stream()
                    .findFirst()
                    .ifPresent(record -> difference.deciding.putIfAbsent(
                            node.id(), deciding(record.kind().label())));
            for (var record : node.records()) {
                for (var relationship : record.relationships()) {
                    difference.note(relationship);
                    states.computeIfAbsent(identity(node.id(), relationship), identity -> new State())
                            .after
                            .add(record.evidence().text());
                }
            }
        }
        states.forEach(difference::decide);
        return difference;
    }

    private static Identity identity(String from, Relationship relationship) {
        return new Identity(
                from, relationship.type().name(), relationship.target().id(), new HashMap<>(relationship.properties()));
    }

    private void note(Relationship relationship) {
        targets.put(relationship.target().id(), relationship.target());
        if (relationship.properties().get("principalType") instanceof String type) {
            principalTypes.put(relationship.target().id(), type);
        }
    }

    private void decide(Identity edge, State state) {
        if (state.after.equals(state.before)) {
            return;
        }
        types.add(edge.type());
        if (state.after.isEmpty()) {
            removed.add(state.elementId);
            describe(edge, "-");
        } else if (state.before.isEmpty()) {
            var properties = new HashMap<>(edge.properties());
            evidence(edge, state).ifPresent(keys -> properties.put("evidence", keys));
            created.computeIfAbsent(edge.type(), type -> new LinkedHashMap<>())
                    .computeIfAbsent(edge.from(), from -> new ArrayList<>())
                    .add(properties.isEmpty() ? List.of(edge.to()) : List.of(edge.to(), properties));
            newEnds.add(edge.to());
            count++;
            describe(edge, "+");
        } else {
            var row = new HashMap<String, Object>();
            row.put("elementId", state.elementId);
            row.put("evidence", evidence(edge, state).orElse(null));
            toldOtherwise.add(row);
        }
    }

    /** What is stored as {@code evidence}; nothing where it goes without saying. */
    private Optional<List<String>> evidence(Identity edge, State state) {
        boolean implied = state.after.equals(deciding.getOrDefault(edge.from(), Set.of()));
        return implied ? Optional.empty() : Optional.of(List.copyOf(state.after));
    }

    private static Set<String> deciding(String label) {
        return Primary.deciding(label).map(Set::of).orElse(Set.of());
    }

    /** Rows to create, by relationship type. */
    Map<String, List<Map<String, Object>>> created() {
        var rows = new TreeMap<String, List<Map<String, Object>>>();
        created.forEach((type, byStart) -> rows.put(type, Groups.of("from", "ends", byStart)));
        return rows;
    }

    /** How many are to be created. */
    long count() {
        return count;
    }

    private void describe(Identity edge, String sign) {
        if (freshStarts.contains(edge.from())) {
            return; // nobody asks how a new node differs from what it was
        }
        described.computeIfAbsent(edge.from(), id -> new ArrayList<>()).add(sign + edge.type() + " " + edge.to());
    }
}

package dev.identityexplorer.graph;

import dev.identityexplorer.cypher.CypherFile;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which rules may find something else in an account than they did before an import: what a rule finds depends on the
 * labels, relationship types and properties that it names, and where none of them changed, it stays. Rules that depend
 * on more than the account tells run whatever changed: on evidence, of which the times change with each import; on
 * entities that are looked up by a property, which other accounts may have since; on all that an account contains,
 * whatever its label.
 */
final class RuleChoice {

    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern WHATEVER_CHANGED =
            Pattern.compile("\\bEvidence\\b|:Entity \\{|:CONTAINS\\]->\\(\\w*\\)");

    /** Empty for all rules. */
    private final Optional<Set<String>> changed;

    private RuleChoice(Optional<Set<String>> changed) {
        this.changed = changed;
    }

    /**
     * After an import wrote an account that was in the graph before.
     *
     * @param before the account's nodes as they were
     * @param properties of the nodes that were there and differ, before it
     * @param now the same, after it
     */
    static RuleChoice of(
            Difference difference,
            EdgeDifference edges,
            Map<String, NodeState> before,
            Map<String, Map<String, Object>> properties,
            Map<String, Map<String, Object>> now) {
        if (!difference.removed.isEmpty()) { // with relationships of any type
            return all();
        }
        var words = new HashSet<>(edges.types);
        edges.newEnds.stream()
                .filter(id -> !before.containsKey(id))
                .map(edges.targets::get)
                .forEach(end -> words.addAll(end.kind().labels()));
        for (var node : difference.changed) {
            var old = before.get(node.id());
            for (var record : node.records()) {
                if (old == null
                        || old.placeholder()
                        || !old.kind().equals(record.kind().label())) {
                    words.addAll(record.kind().labels());
                    Optional.ofNullable(old).map(NodeState::kind).ifPresent(words::add);
                }
            }
        }
        now.forEach((id, values) -> {
            var were = properties.getOrDefault(id, Map.of());
            Stream.concat(values.keySet().stream(), were.keySet().stream())
                    .filter(name -> !Objects.equals(values.get(name), were.get(name)))
                    .forEach(words::add);
        });
        return new RuleChoice(Optional.of(words));
    }

    /** Every rule. */
    static RuleChoice all() {
        return new RuleChoice(Optional.empty());
    }

    /** Those alone that run whatever changed. */
    static RuleChoice fewest() {
        return new RuleChoice(Optional.of(new HashSet<>()));
    }

    /** Another label, relationship type or property changed, too. */
    void changed(String word) {
        changed.ifPresent(words -> words.add(word));
    }

    /** Whether the rule has to run again. */
    boolean holds(CypherFile rule) {
        var text = rule.statement();
        return changed.isEmpty()
                || WHATEVER_CHANGED.matcher(text).find()
                || WORD.matcher(text).results().anyMatch(word -> changed.get().contains(word.group()));
    }
}

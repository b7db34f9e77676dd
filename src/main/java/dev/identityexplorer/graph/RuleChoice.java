package dev.identityexplorer.graph;

import dev.identityexplorer.cypher.CypherFile;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which rules may find something else in an account than they did before an import: what a rule finds depends on the
 * labels, relationship types and properties that it names, and where none of them changed, it stays. Rules that depend
 * on more than the account tells run whatever changed: on evidence, of which the times change with each import; on
 * entities that are looked up by a property, which other accounts may have since; on all that an account contains,
 * whatever its label.
 *
 * <p>And which of them need no look at the database: a rule begins at labels that the account contains, and finds nothing
 * where it contains none of them: nothing about groups, say, where there are none. An account of users, groups, roles
 * and policies still has nearly all of them run.
 */
final class RuleChoice {

    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern WHATEVER_CHANGED =
            Pattern.compile("\\bEvidence\\b|:Entity \\{|:CONTAINS\\]->\\(\\w*\\)");

    /** Of each part of a rule: labels of what the account contains, in a line that is no condition and not optional. */
    private static final Pattern BEGINNING =
            Pattern.compile("^MATCH (?:(?! WHERE ).)*?-\\[:CONTAINS\\]->\\(\\w*:([\\w|]+)[ )]", Pattern.MULTILINE);

    private static final Pattern UNION = Pattern.compile("^UNION\\b.*$", Pattern.MULTILINE);

    /** Empty for all rules. */
    private final Optional<Set<String>> changed;

    /** All labels of what the account contains, and perhaps more; empty for any. */
    private final Optional<Set<String>> labels;

    private RuleChoice(Optional<Set<String>> changed, Optional<Set<String>> labels) {
        this.changed = changed;
        this.labels = labels;
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
        return new RuleChoice(Optional.of(words), Optional.empty());
    }

    /** Every rule. */
    static RuleChoice all() {
        return new RuleChoice(Optional.empty(), Optional.empty());
    }

    /** Those alone that run whatever changed. */
    static RuleChoice fewest() {
        return new RuleChoice(Optional.of(new HashSet<>()), Optional.empty());
    }

    /** The same, of an account that contains nothing of other labels than these. */
    RuleChoice within(Set<String> labels) {
        return new RuleChoice(changed, Optional.of(labels));
    }

    /** All rules instead, within the same labels. */
    RuleChoice whole() {
        return new RuleChoice(Optional.empty(), labels);
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

    /** Passes on what rules find in an account, in their order; the next ones run meanwhile. */
    void find(
            LoadStatements load,
            Pipeline tx,
            List<CypherFile> rules,
            String account,
            BiConsumer<CypherFile, Pipeline.Rows> found) {
        var asked = new ArrayDeque<Pipeline.Rows>();
        int next = 0;
        for (var rule : rules) {
            while (next < rules.size() && asked.size() <= Pipeline.AHEAD) {
                asked.add(ask(load, tx, rules.get(next++), account));
            }
            found.accept(rule, asked.remove());
        }
    }

    private Pipeline.Rows ask(LoadStatements load, Pipeline tx, CypherFile rule, String account) {
        return mayFind(rule) ? load.ask(tx, rule, Map.of("account", account)) : Pipeline.Rows.NONE;
    }

    /** Whether the rule, where it has to run, may find anything; else what it finds is nothing. */
    boolean mayFind(CypherFile rule) {
        return labels.isEmpty()
                || UNION.splitAsStream(rule.statement())
                        .anyMatch(part -> BEGINNING
                                .matcher(part)
                                .results()
                                .allMatch(begin ->
                                        Stream.of(begin.group(1).split("\\|")).anyMatch(labels.get()::contains)));
    }
}

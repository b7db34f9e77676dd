package dev.identityexplorer.graph;

import dev.identityexplorer.cypher.CypherFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.neo4j.driver.Record;
import org.neo4j.driver.SimpleQueryRunner;

/**
 * Writes what the rules find in an account as {@code BLOCKS_DELETION_OF}: all of it where none is written yet, without a
 * row that leaves the database; else the difference.
 */
final class BlockerRules {

    /** The severities of rules that find blockers. */
    static final Set<String> SEVERITIES = Set.of("blocks", "breaks");

    private record Blocker(String blocker, String blocked, String rule) {}

    private final LoadStatements load;
    private final List<CypherFile> rules;
    private final String account;

    BlockerRules(LoadStatements load, String account) {
        this.load = load;
        this.rules = load.rules().stream()
                .filter(rule -> SEVERITIES.contains(rule.value("severity").orElse("")))
                .toList();
        this.account = account;
    }

    /** The ids of entities of which the blockers differ; those of other accounts are among them for certain. */
    Set<String> write(SimpleQueryRunner tx) {
        var before = load.read(tx, "blocker-state", Map.of("account", account));
        return before.isEmpty() ? all(tx) : difference(tx, before);
    }

    private Set<String> all(SimpleQueryRunner tx) {
        var touched = new TreeSet<String>();
        for (var rule : rules) {
            write(tx, load, rule, account)
                    .forEach(row -> touched.add(row.get("blocked").asString()));
        }
        return touched;
    }

    /** Writes what one rule finds; a row for each entity of another account among it. */
    static List<Record> write(SimpleQueryRunner tx, LoadStatements load, CypherFile rule, String account) {
        var parameters = Map.<String, Object>of("account", account, "rule", rule.name(), "severity", severity(rule));
        return load.readAround(tx, "blockers-of-rule", rule, parameters);
    }

    private Set<String> difference(SimpleQueryRunner tx, List<Record> before) {
        var severities = new LinkedHashMap<String, String>();
        var found = new LinkedHashSet<Blocker>();
        for (var rule : rules) {
            severities.put(rule.name(), severity(rule));
            load.read(tx, rule, Map.of("account", account))
                    .forEach(row -> found.add(new Blocker(
                            row.get("blocker").asString(), row.get("blocked").asString(), rule.name())));
        }
        var gone = new ArrayList<String>();
        var touched = new TreeSet<String>();
        for (var row : before) {
            var written = new Blocker(
                    row.get("blocker").asString(),
                    row.get("blocked").asString(),
                    row.get("rule").asString());
            if (!found.remove(written)) {
                gone.add(row.get("elementId").asString());
                touched.add(written.blocked());
            }
        }
        var rows = new LinkedHashMap<String, List<Object>>();
        for (var blocker : found) {
            touched.add(blocker.blocked());
            rows.computeIfAbsent(blocker.blocked(), id -> new ArrayList<>())
                    .add(Map.of(
                            "id", blocker.blocker(),
                            "rule", blocker.rule(),
                            "severity", severities.get(blocker.rule())));
        }
        load.runBatches(tx, "remove-relationships", "ids", Map.of(), gone);
        load.runRows(tx, "blockers", Map.of(), Groups.of("blocked", "blockers", rows));
        return touched;
    }

    private static String severity(CypherFile rule) {
        return rule.value("severity").orElseThrow();
    }
}

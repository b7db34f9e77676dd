package dev.identityexplorer.graph;

import dev.identityexplorer.cypher.CypherFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Writes what the rules find in an account as {@code BLOCKS_DELETION_OF}: the difference to what is written. */
final class BlockerRules {

    private static final Set<String> SEVERITIES = Set.of("blocks", "breaks");

    private record Blocker(String blocker, String blocked, String rule) {}

    private final LoadStatements load;
    private final List<CypherFile> rules;
    private final String account;
    private final RuleChoice concerned;
    /** What was found and is not written yet, by what is blocked. */
    private final Map<String, List<Object>> found = new LinkedHashMap<>();

    /** @param concerned the rules that run; what others found stays as it is written */
    BlockerRules(LoadStatements load, String account, RuleChoice concerned) {
        this.load = load;
        this.rules = of(load.rules()).stream().filter(concerned::holds).toList();
        this.account = account;
        this.concerned = concerned;
    }

    /** The rules that find blockers, in the order in which they run. */
    static List<CypherFile> of(List<CypherFile> rules) {
        return rules.stream()
                .filter(rule -> SEVERITIES.contains(rule.value("severity").orElse("")))
                .toList();
    }

    /** The ids of entities of which the blockers differ, in other accounts too. */
    Set<String> write(Pipeline tx) {
        var written = new HashMap<Blocker, Object>();
        var needless = new ArrayList<Object>();
        var names = rules.stream().map(CypherFile::name).toList();
        for (var row : load.read(tx, "blocker-state", Map.of("account", account, "rules", names))) {
            var blocker = new Blocker(
                    row.get("blocker").asString(),
                    row.get("blocked").asString(),
                    row.get("rule").asString());
            var twice = written.put(blocker, row.get("elementId").asString());
            if (twice != null) { // two imports wrote it at once
                needless.add(twice);
            }
        }
        var touched = new TreeSet<String>();
        concerned.find(load, tx, rules, account, (rule, rows) -> {
            var severity = rule.value("severity").orElseThrow();
            var seen = new HashSet<Blocker>();
            rows.forEach(row -> {
                var blocker = new Blocker(
                        row.get("blocker").asString(), row.get("blocked").asString(), rule.name());
                if (seen.add(blocker) && written.remove(blocker) == null) {
                    touched.add(blocker.blocked());
                    found.computeIfAbsent(blocker.blocked(), id -> new ArrayList<>())
                            .add(Map.of("id", blocker.blocker(), "rule", rule.name(), "severity", severity));
                }
            });
            if (found.size() >= LoadStatements.BATCH) {
                writeFound(tx);
            }
        });
        writeFound(tx);
        written.keySet().forEach(blocker -> touched.add(blocker.blocked()));
        needless.addAll(written.values());
        load.sendBatches(tx, "remove-relationships", "ids", Map.of(), needless);
        return touched;
    }

    private void writeFound(Pipeline tx) {
        load.sendRows(tx, "blockers", Map.of(), Groups.of("blocked", "blockers", found));
        found.clear();
    }
}

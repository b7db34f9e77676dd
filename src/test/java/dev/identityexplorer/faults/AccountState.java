package dev.identityexplorer.faults;

import dev.identityexplorer.graph.Engine;
import dev.identityexplorer.graph.Queries;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that a graph holds of one account, as lines that compare: nodes and relationships with their properties, but for
 * when they were written.
 */
record AccountState(Set<String> lines) {

    private static final Set<String> TIMES = Set.of("importedAt", "derivedWith");

    /** What verdicts rest on may lie in other accounts, so that they come and go with those. */
    private static final Set<String> DERIVED = Set.of("verdict", "impact", "provenAt");

    static final AccountState ABSENT = new AccountState(Set.of());

    /** The accounts of a store, which is opened for it. */
    static Map<String, AccountState> of(Path store) {
        try (var engine = Engine.open(store)) {
            return of(engine);
        }
    }

    static Map<String, AccountState> of(Engine engine) {
        var states = new TreeMap<String, AccountState>();
        for (var account : States.ACCOUNTS) {
            states.put(account, of(engine, account));
        }
        return states;
    }

    private static AccountState of(Engine engine, String account) {
        var lines = new TreeSet<String>();
        var rows = new Queries(engine).run("""
                        MATCH (n) WHERE n.accountId = $account AND NOT n:Change AND NOT n:AccountCommit
                        OPTIONAL MATCH (n)-[r]->(m) WHERE NOT m:Change AND type(r) <> 'BLOCKS_DELETION_OF'
                        RETURN n AS node, labels(n) AS labels, coalesce(n.id, n.key) AS id,
                          collect([type(r), properties(r), coalesce(m.id, m.key)]) AS out
                        """, Map.of("account", account)).rows();
        for (var row : rows) {
            lines.add(new TreeSet<>((List<?>) row.get("labels")) + " " + known((Map<?, ?>) row.get("node")));
            ((List<?>) row.get("out")).forEach(edge -> lines.add(row.get("id") + " " + edge));
        }
        return new AccountState(lines);
    }

    private static Map<String, Object> known(Map<?, ?> properties) {
        var known = new TreeMap<String, Object>();
        properties.forEach((name, value) -> {
            if (!TIMES.contains(name) && !DERIVED.contains(name)) {
                known.put(name.toString(), value);
            }
        });
        return known;
    }

    /** Identities whose verdict is missing, or says otherwise than what blocks them; none in a graph that is whole. */
    static List<Map<String, Object>> contradictions(Engine engine) {
        return new Queries(engine).run("""
                        MATCH (n) WHERE n:User OR n:Role OR n:Group
                        WITH n, EXISTS { (n)<-[:BLOCKS_DELETION_OF {severity: 'blocks'}]-() } AS blocked
                        WHERE n.accountId IS NOT NULL AND n.createDate IS NOT NULL
                          AND (n.verdict IS NULL OR n.verdict = 'CLEAR' AND blocked OR n.verdict = 'BLOCKED' AND NOT blocked)
                        RETURN n.id AS id, n.verdict AS verdict, blocked
                        """, Map.of()).rows();
    }

    @Override
    public String toString() {
        return lines.size() + " lines";
    }
}

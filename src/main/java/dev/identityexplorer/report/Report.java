package dev.identityexplorer.report;

import dev.identityexplorer.deletion.Plan;
import dev.identityexplorer.graph.Findings;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a review needs, as it was at one moment.
 *
 * @param account the account that it is about; empty for all
 * @param accounts the accounts with alias and age of evidence, as {@code cypher/answer/accounts.cypher} tells them
 * @param counts how many there are, by kind, verdict and impact
 * @param findings every finding that is looked for, the worst first
 * @param unused roles that are unused and CLEAR: rows of {@code clean-up-candidates}
 * @param plan what to run for them; see {@link Reports#MOST_PLANNED}
 * @param verdicts changes of verdict in the last 30 days, the newest first
 * @param evidence rows of {@code evidence-age}
 */
public record Report(
        Instant madeAt,
        String account,
        List<Map<String, @Nullable Object>> accounts,
        List<Map<String, @Nullable Object>> counts,
        List<Findings.Found> findings,
        List<Map<String, Object>> unused,
        Plan plan,
        List<Map<String, @Nullable Object>> verdicts,
        List<Map<String, Object>> evidence) {

    public Report {
        accounts = List.copyOf(accounts);
        counts = List.copyOf(counts);
        findings = List.copyOf(findings);
        unused = List.copyOf(unused);
        verdicts = List.copyOf(verdicts);
        evidence = List.copyOf(evidence);
    }

    /** The wire form. */
    public Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("madeAt", madeAt.toString());
        map.put("account", account);
        map.put("accounts", accounts);
        map.put("counts", counts);
        map.put("findings", findings.stream().map(Report::finding).toList());
        map.put("unusedAndClear", unused);
        map.put("plan", plan.toMap());
        map.put("verdictChanges", verdicts);
        map.put("evidence", evidence);
        return map;
    }

    private static Map<String, Object> finding(Findings.Found found) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", found.question().name());
        map.put("title", found.title());
        map.put("description", found.question().description());
        map.put("severity", found.finding().severity().name());
        map.put("sources", found.finding().sources());
        map.put("fix", found.finding().fix());
        map.put("count", found.count());
        map.put("unknown", found.unknown());
        map.put("byAccount", found.byAccount());
        map.put("rows", found.rows());
        return map;
    }
}

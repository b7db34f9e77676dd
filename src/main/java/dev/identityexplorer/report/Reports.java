package dev.identityexplorer.report;

import dev.identityexplorer.cypher.CypherLibrary;
import dev.identityexplorer.deletion.Deletions;
import dev.identityexplorer.deletion.Planner;
import dev.identityexplorer.graph.Engine;
import dev.identityexplorer.graph.Findings;
import dev.identityexplorer.graph.GraphException;
import dev.identityexplorer.graph.History;
import dev.identityexplorer.graph.Identities;
import dev.identityexplorer.graph.Overview;
import dev.identityexplorer.graph.Queries;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects reports from the graph. */
public final class Reports {

    /** More targets than this make a plan that nobody reads in a meeting; the list of what is unused goes on. */
    public static final int MOST_PLANNED = 100;

    /** More rows of what is unused, or of evidence, make a page that no browser shows; where there are more, the page says so. */
    public static final int MOST_ROWS = 10_000;

    private static final int ROWS_OF_A_FINDING = 50;
    private static final int VERDICT_CHANGES = 100;
    private static final Duration LATELY = Duration.ofDays(30);

    private final CypherLibrary library;
    private final Deletions deletions;
    private final Overview overview;
    private final Findings findings;
    private final History history;
    private final Identities identities;
    private final Queries queries;

    public Reports(Engine engine, CypherLibrary library, Deletions deletions) {
        this.library = library;
        this.deletions = deletions;
        this.overview = new Overview(engine, library);
        this.findings = new Findings(engine, library);
        this.history = new History(engine, library);
        this.identities = new Identities(engine, library);
        this.queries = new Queries(engine);
    }

    /**
     * The report on an account, or on all if {@code account} is empty.
     *
     * @param maxAge how old evidence may be for a plan to rest on it
     * @throws GraphException if the account was never imported
     */
    public Report of(String account, Duration maxAge) {
        var stamp = overview.stamp();
        var accounts = overview.accounts(stamp).stream()
                .filter(row -> account.isEmpty() || account.equals(row.get("accountId")))
                .toList();
        if (accounts.isEmpty() && !account.isEmpty()) {
            throw GraphException.notFound("The account " + account + " was not imported.");
        }
        var unused = ask("clean-up-candidates", account);
        var targets = unused.stream()
                .map(row -> String.valueOf(row.get("id")))
                .limit(MOST_PLANNED)
                .toList();
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return new Report(
                now,
                account,
                accounts,
                overview.counts(stamp, account),
                findings.of(account, ROWS_OF_A_FINDING),
                unused,
                new Planner(deletions).plan(deletions.answers(identities, targets, maxAge)),
                history.changes(
                        new History.ChangeFilter(account, "", "", "verdict", now.minus(LATELY), ""),
                        0,
                        VERDICT_CHANGES),
                ask("evidence-age", account));
    }

    /** For people, where a list is cut; else empty. */
    static String cut(List<?> rows, String question) {
        return rows.size() < MOST_ROWS
                ? ""
                : "These are the first " + MOST_ROWS + "; all of them: explorer query " + question
                        + " -p limit=1000000";
    }

    private List<Map<String, Object>> ask(String question, String account) {
        var file = library.file("explore", question);
        var arguments = new LinkedHashMap<String, @Nullable Object>(file.arguments(Map.of()));
        arguments.put("accountId", account);
        arguments.put("limit", (long) MOST_ROWS);
        return queries.run(file.statement(), arguments).rows();
    }
}

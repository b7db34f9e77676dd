package dev.identityexplorer.graph;

import dev.identityexplorer.cypher.CypherFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Has the statements planned that an account's import ends with, while it begins: a database that was just started plans
 * each statement for the first time, which for a small import takes as long as all else. The last one comes first, so that
 * this thread and the importing one meet in the middle. They run for an account that is not there, and what they run in is
 * rolled back.
 */
final class PlanAhead {

    /** No account has this id. */
    private static final String NOBODY = "";

    private static final Map<String, Object> ACCOUNT = Map.of("account", NOBODY);

    private static final Map<String, Object> NO_ROWS = Map.of("rows", List.of());

    /** What follows the rules, the last first. */
    private static final List<String> VERDICTS = List.of("facts-of-account", "evidence-of-account");

    private static final List<String> RELATIONSHIPS = List.of("tagged", "attaches", "trusts", "member-of", "embeds");

    private final Transactions transactions;
    private final LoadStatements load;
    private volatile boolean stopped;

    PlanAhead(Transactions transactions, LoadStatements load) {
        this.transactions = transactions;
        this.load = load;
    }

    /** Begins, in a thread of its own, with the rules that are chosen. */
    Thread start(RuleChoice choice) {
        var thread = new Thread(() -> run(choice), "plan-ahead");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Ends after the statement that is being planned. */
    void stop() {
        stopped = true;
    }

    void run(RuleChoice choice) {
        try {
            transactions.rolledBack(tx -> {
                plan(tx, choice);
                return null;
            });
        } catch (GraphException | IllegalStateException e) {
            // Nothing is lost but time: the import plans as it goes, and meets what is wrong itself.
            stopped = true;
        }
    }

    private void plan(Pipeline tx, RuleChoice choice) {
        load.send(tx, "plan-ahead", Map.of());
        VERDICTS.forEach(name -> unlessStopped(() -> load.read(tx, name, ACCOUNT)));
        unlessStopped(() -> load.send(tx, "blockers", NO_ROWS));
        var rules = load.rules().stream()
                .filter(rule -> choice.holds(rule) && choice.mayFind(rule))
                .toList();
        reversed(BlockerRules.of(rules)).forEach(rule -> plan(tx, rule));
        unlessStopped(() -> load.read(tx, "blocker-state", Map.of("account", NOBODY, "rules", List.of())));
        for (var severity : List.of("doubts", "protects")) {
            unlessStopped(() -> load.read(tx, Derivation.STATES.get(severity), ACCOUNT));
            reversed(Derivation.rules(rules, severity)).forEach(rule -> plan(tx, rule));
        }
        unlessStopped(() -> load.read(tx, "resource-absence", ACCOUNT));
        unlessStopped(() -> load.read(tx, "service-linked-roles-of-account", ACCOUNT));
        RELATIONSHIPS.forEach(name -> unlessStopped(() -> load.send(tx, "relationship-" + name, NO_ROWS)));
    }

    private void plan(Pipeline tx, CypherFile rule) {
        unlessStopped(() -> load.ask(tx, rule, ACCOUNT).forEach(row -> {}));
    }

    private static List<CypherFile> reversed(List<CypherFile> rules) {
        var reversed = new ArrayList<>(rules);
        Collections.reverse(reversed);
        return reversed;
    }

    private void unlessStopped(Runnable plan) {
        if (!stopped) {
            plan.run();
        }
    }
}

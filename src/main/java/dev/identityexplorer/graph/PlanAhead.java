package dev.identityexplorer.graph;

import dev.identityexplorer.cypher.CypherFile;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.SimpleQueryRunner;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * Has the statements planned that an account's import ends with, while it begins: a database that was just started plans
 * each statement for the first time, which for a small import takes as long as all else. They run for an account that is
 * not there, and write nothing.
 */
final class PlanAhead {

    /** No account has this id. */
    private static final String NOBODY = "";

    private static final List<String> RELATIONSHIPS = List.of("tagged", "attaches", "trusts", "member-of", "embeds");
    private static final List<String> CONCLUSIONS = List.of(
            "protection-state",
            "doubt-state",
            "facts-of-account",
            "evidence-of-account",
            "service-linked-roles-of-account");

    private final Engine engine;
    private final LoadStatements load;
    private volatile boolean stopped;

    PlanAhead(Engine engine, LoadStatements load) {
        this.engine = engine;
        this.load = load;
    }

    /** Begins, in a thread of its own. */
    void start() {
        var thread = new Thread(this::run, "plan-ahead");
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends after the statement that is being planned. */
    void stop() {
        stopped = true;
    }

    private void run() {
        try (var session = engine.writing()) {
            session.executeWriteWithoutResult(this::plan);
        } catch (Neo4jException | IllegalStateException e) {
            // Nothing is lost but time: the import plans as it goes, and meets what is wrong itself.
            stopped = true;
        }
    }

    private void plan(SimpleQueryRunner tx) {
        var account = Map.<String, Object>of("account", NOBODY);
        for (var name : CONCLUSIONS) {
            unlessStopped(() -> load.read(tx, name, account));
        }
        for (var rule : load.rules()) {
            unlessStopped(() -> plan(tx, rule));
        }
        for (var name : RELATIONSHIPS) {
            unlessStopped(() -> load.run(tx, "relationship-" + name, Map.of("rows", List.of())));
        }
    }

    private void plan(SimpleQueryRunner tx, CypherFile rule) {
        if (BlockerRules.SEVERITIES.contains(rule.value("severity").orElse(""))) {
            BlockerRules.write(tx, load, rule, NOBODY);
        } else {
            load.read(tx, rule, Map.of("account", NOBODY));
        }
    }

    private void unlessStopped(Runnable plan) {
        if (!stopped) {
            plan.run();
        }
    }
}

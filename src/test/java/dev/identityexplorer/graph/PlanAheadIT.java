package dev.identityexplorer.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.cypher.CypherFile;
import dev.identityexplorer.sample.Organization;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Query;

/** A plan that nobody uses costs time, and nothing shows it: statements are the same, and run in the same state. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // what is run, not what the engine answers
class PlanAheadIT {

    /** The statements that were run, by folder and name, once each and in order, those of the other thread left out. */
    private static final class Recorder extends LoadStatements {

        final LinkedHashSet<String> names = new LinkedHashSet<>();

        Recorder() {
            super(Organization.LIBRARY);
        }

        private void record(CypherFile file) {
            if (!Thread.currentThread().getName().equals("plan-ahead")) {
                names.add(name(file));
            }
        }

        @Override
        void send(Pipeline tx, String name, Map<String, Object> parameters) {
            record(Organization.LIBRARY.load(name));
            super.send(tx, name, parameters);
        }

        @Override
        Pipeline.Rows ask(Pipeline tx, CypherFile file, Map<String, Object> parameters) {
            record(file);
            return super.ask(tx, file, parameters);
        }
    }

    @BeforeEach
    void empty_the_database() {
        TestDatabase.reset();
    }

    @Test
    void what_is_planned_is_run_and_from_the_last_to_the_first() {
        var planned = new Recorder();
        new PlanAhead(new Transactions(TestDatabase.engine()), planned).run(RuleChoice.all());
        var imported = new Recorder();
        importSample(imported);

        var inOrder = new ArrayList<>(imported.names);
        inOrder.retainAll(planned.names);
        assertThat(inOrder).hasSize(planned.names.size() - 1); // all but the change that comes first
        var rules = Organization.LIBRARY.rules().stream().map(PlanAheadIT::name).toList();
        inOrder.retainAll(rules);
        Collections.reverse(inOrder);
        var plannedRules = new ArrayList<>(planned.names);
        plannedRules.retainAll(rules);
        assertThat(plannedRules).isEqualTo(inOrder).hasSameSizeAs(rules);
    }

    @Test
    void it_runs_in_a_transaction_that_changed_something_and_leaves_nothing() throws InterruptedException {
        var changes = new ArrayList<Long>();
        var load = new LoadStatements(Organization.LIBRARY) {
            @Override
            void send(Pipeline tx, String name, Map<String, Object> parameters) {
                super.send(tx, name, parameters);
                changes.add(nodes(tx));
            }
        };
        new PlanAhead(new Transactions(TestDatabase.engine()), load)
                .start(RuleChoice.all())
                .join();

        assertThat(changes).hasSizeGreaterThan(1).containsOnly(1L);
        assertThat(TestDatabase.query("MATCH (n) RETURN n")).isEmpty();
    }

    private static String name(CypherFile file) {
        return file.kind() + "/" + file.name();
    }

    private static long nodes(Pipeline tx) {
        var counts = new ArrayList<Long>();
        tx.ask(new Query("MATCH (n) RETURN count(n) AS n"))
                .forEach(row -> counts.add(row.get("n").asLong()));
        return counts.get(0);
    }

    private static void importSample(LoadStatements load) {
        var importer = new Importer(
                TestDatabase.engine(),
                Organization.CATALOGUE,
                Organization.LIBRARY,
                load,
                Organization.DELETIONS,
                Long.MAX_VALUE);
        Organization.importPaths(importer, Organization.SAMPLE);
    }
}

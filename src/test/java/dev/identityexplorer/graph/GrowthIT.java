package dev.identityexplorer.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.bench.OrganizationFiles;
import dev.identityexplorer.cypher.CypherFile;
import dev.identityexplorer.sample.Organization;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.summary.Plan;

/** Counts how often the database looks at something, never seconds: what grows with what is stored, and what does not. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // the same plans on either engine
class GrowthIT {

    private static final String ACCOUNT = "111122223333";
    /** Its trust policies name odd principals, sessions among them. */
    private static final String ODD_ACCOUNT = "777788889999";

    private static final String ROLE = "arn:aws:iam::" + ACCOUNT + ":role/-legacy-dash";
    private static final String HUB = "arn:aws:iam::aws:policy/ReadOnlyAccess";

    /** A larger graph may be planned otherwise; what looks at all of it looks at ten times as much. */
    private static final int AT_MOST = 2;

    /** What the importer asks of one account. */
    private static final List<String> LOAD = List.of(
            "account-derivation-state",
            "account-evidence",
            "account-state",
            "blocker-state",
            "doubt-state",
            "evidence-of-account",
            "facts-of-account",
            "protection-state",
            "service-linked-roles-of-account");

    /** What an answer about one entity takes. */
    private static final List<String> ANSWER =
            List.of("blockers", "entity", "entity-neighbours", "evidence", "facts", "graph-node", "owners");

    @TempDir
    private Path folder;

    @BeforeEach
    void empty_the_database() {
        TestDatabase.reset();
    }

    @Test
    void what_is_asked_of_one_account_or_entity_does_not_depend_on_all_the_others() throws IOException {
        Organization.importPaths(Organization.SAMPLE);
        OrganizationFiles.write(folder.resolve("small"), 2, 30, 0, 1);
        Organization.importPaths(folder.resolve("small"));
        var small = hits(ROLE);
        var smallOdd = rules(ODD_ACCOUNT);
        var smallHub = hits(HUB);
        OrganizationFiles.write(folder.resolve("large"), 12, 500, 0, 2);
        Organization.importPaths(folder.resolve("large"));
        assertThat(hits(ROLE))
                .allSatisfy((file, hits) -> assertThat(hits).as(file).isLessThanOrEqualTo(AT_MOST * small.get(file)));
        assertThat(rules(ODD_ACCOUNT))
                .allSatisfy((file, hits) ->
                        assertThat(hits).as("of odd trust, " + file).isLessThanOrEqualTo(AT_MOST * smallOdd.get(file)));
        assertThat(hits(HUB))
                .allSatisfy((file, hits) ->
                        assertThat(hits).as("of a hub, " + file).isLessThanOrEqualTo(AT_MOST * smallHub.get(file)));
    }

    @Test
    void what_an_import_without_changes_asks_and_gets_does_not_depend_on_the_entities_of_the_account()
            throws IOException {
        OrganizationFiles.write(folder.resolve("small"), 1, 30, 0, 1);
        OrganizationFiles.write(folder.resolve("large"), 1, 300, 0, 1);
        var costs = Stream.of("small", "large")
                .map(size -> {
                    TestDatabase.reset();
                    Organization.importPaths(folder.resolve(size));
                    var again = Organization.importPaths(folder.resolve(size));
                    assertThat(again).allMatch(Importer.AccountResult::unchanged);
                    var account = "arn:aws:iam::" + again.get(0).accountId() + ":root";
                    return Stream.of("account-evidence", "account-derivation-state")
                            .map(name -> cost(Organization.LIBRARY.load(name), Map.of("account", account)))
                            .toList();
                })
                .toList();
        for (int i = 0; i < costs.get(0).size(); i++) {
            assertThat(costs.get(1).get(i).rows()).isEqualTo(costs.get(0).get(i).rows());
            assertThat(costs.get(1).get(i).hits())
                    .isLessThanOrEqualTo(AT_MOST * costs.get(0).get(i).hits());
        }
    }

    @Test
    void a_page_of_the_list_of_an_account_does_not_depend_on_how_many_it_has() throws IOException {
        var filter = new EntityFilter(
                "", List.of(), List.of(), "", List.of(), "", List.of(), List.of(), java.util.Optional.empty());
        var hits = new ArrayList<Long>();
        for (int entities : List.of(60, 600)) {
            TestDatabase.reset();
            OrganizationFiles.write(folder.resolve("of-" + entities), 1, entities, 0, 1);
            var account = Organization.importPaths(folder.resolve("of-" + entities))
                    .get(0)
                    .accountId();
            var parameters = Map.<String, Object>of(
                    "account",
                    account,
                    "filter",
                    filter.toMap(),
                    "low",
                    "",
                    "high",
                    "~",
                    "after",
                    "",
                    "afterId",
                    "",
                    "descending",
                    false,
                    "limit",
                    20);
            var cost = cost(Organization.LIBRARY.file("answer", "entities-by-account"), parameters);
            assertThat(cost.rows()).isEqualTo(20);
            hits.add(cost.hits());
        }
        assertThat(hits.get(1)).isLessThanOrEqualTo(AT_MOST * hits.get(0));
    }

    private static Map<String, Long> rules(String accountId) {
        var hits = new TreeMap<String, Long>();
        var parameters = Map.<String, Object>of("account", "arn:aws:iam::" + accountId + ":root");
        Organization.LIBRARY
                .rules()
                .forEach(rule -> hits.put(rule.name(), cost(rule, parameters).hits()));
        return hits;
    }

    private static Map<String, Long> hits(String id) {
        var parameters = Map.<String, Object>of(
                "account",
                "arn:aws:iam::" + ACCOUNT + ":root",
                "accountId",
                ACCOUNT,
                "keys",
                List.of("roles"),
                "id",
                id,
                "ids",
                List.of(id),
                "rules",
                Organization.LIBRARY.rules().stream().map(CypherFile::name).toList(),
                "most",
                10);
        var files = new ArrayList<CypherFile>(Organization.LIBRARY.rules());
        LOAD.forEach(name -> files.add(Organization.LIBRARY.load(name)));
        ANSWER.forEach(name -> files.add(Organization.LIBRARY.file("answer", name)));
        var hits = new TreeMap<String, Long>();
        files.forEach(file ->
                hits.put(file.kind() + "/" + file.name(), cost(file, parameters).hits()));
        return hits;
    }

    /**
     * @param hits how often the database looked at a node, a relationship, a property or an index
     * @param rows how many rows it sent
     */
    private record Cost(long hits, long rows) {}

    private static Cost cost(CypherFile file, Map<String, Object> parameters) {
        try (var session = TestDatabase.engine().reading()) {
            var result = session.run("PROFILE " + file.statement(), parameters);
            long rows = result.stream().count();
            return new Cost(hits(result.consume().queryPlan().orElseThrow()), rows);
        }
    }

    private static long hits(Plan plan) {
        return plan.arguments().get("DbHits").asLong()
                + plan.children().stream().mapToLong(GrowthIT::hits).sum();
    }
}

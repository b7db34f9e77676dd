package dev.identityexplorer.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.QueryExecutionType.QueryType;

/** Every question against the schema and a graph that knows every word. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // what the files are, not what the engine answers
class ExploreQueriesIT {

    private static final CypherLibrary LIBRARY = CypherLibrary.load();

    @TempDir
    static Path folder;

    private static ScratchDatabase database;

    @BeforeAll
    static void start() {
        database = new ScratchDatabase(folder);
        database.run(LIBRARY.schema());
        database.runResource("words");
        database.runResource("organization");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    static List<String> names() {
        return LIBRARY.explore().stream().map(CypherFile::name).toList();
    }

    private static CypherFile query(String name) {
        return LIBRARY.find(name).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_question_reads_only_and_uses_words_that_the_graph_has(String name) {
        var query = query(name);

        var explained = database.explain(query.statement(), query.arguments(Map.of()));

        assertThat(explained.notifications()).isEmpty();
        assertThat(explained.type()).isEqualTo(QueryType.READ_ONLY);
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_question_starts_at_a_label_or_index_and_not_at_every_node(String name) {
        var query = query(name);

        var explained = database.explain(query.statement(), query.arguments(Map.of()));

        assertThat(explained.operators())
                .noneMatch(operator -> operator.startsWith("AllNodesScan"))
                .noneMatch(operator -> operator.startsWith("DirectedAllRelationshipsScan"))
                .noneMatch(operator -> operator.startsWith("UndirectedAllRelationshipsScan"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_question_runs_with_its_examples_and_its_rows_hold_plain_values(String name) {
        var query = query(name);

        var rows = database.rows(query.statement(), query.arguments(Map.of()));

        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.values()).noneMatch(value -> value instanceof Entity));
    }

    static List<String> findings() {
        return LIBRARY.explore().stream()
                .filter(query -> query.finding().isPresent())
                .map(CypherFile::name)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("findings")
    void a_finding_names_what_was_found_in_which_account_on_which_entity(String name) {
        var query = query(name);

        var rows = database.rows(query.statement(), query.arguments(Map.of()));

        assertThat(rows).allSatisfy(row -> {
            assertThat(row.keySet()).first().isEqualTo("finding");
            assertThat(row).containsKeys("finding", "accountId", "id");
            assertThat(row.get("id")).isInstanceOf(String.class);
        });
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_question_fits_on_a_page_and_sets_its_parameters_for_cypher_shell(String name) {
        var query = query(name);

        assertThat(query.text().lines().count()).isLessThanOrEqualTo(60);
        assertThat(query.description()).isNotEmpty();
        assertThat(query.text().lines().filter(line -> line.startsWith(":param ")))
                .containsExactlyElementsOf(query.parameters().stream()
                        .map(parameter -> ":param " + parameter.name() + " => " + parameter.example() + ";")
                        .toList());
    }
}

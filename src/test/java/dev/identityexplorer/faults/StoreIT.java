package dev.identityexplorer.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.identityexplorer.cli.Explorer;
import dev.identityexplorer.cypher.CypherLibrary;
import dev.identityexplorer.graph.Engine;
import dev.identityexplorer.graph.GraphException;
import dev.identityexplorer.graph.GraphFormat;
import dev.identityexplorer.graph.Queries;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;

/** A store as a folder: copied away and back, and written by another version of the program. */
@Tag("own-store") // embedded in processes of its own, whatever database the other tests use
@DisplayNameGeneration(ReplaceUnderscores.class)
class StoreIT {

    @TempDir
    private Path folder;

    private Path store;

    @BeforeEach
    void fill() throws IOException {
        store = folder.resolve("store");
        FilledStore.write(store);
    }

    @Test
    void a_copy_of_the_folder_is_a_backup() throws IOException {
        var before = AccountState.of(store);
        FilledStore.copy(store, folder.resolve("backup"));
        write("MATCH (u:User) DETACH DELETE u");
        assertThat(AccountState.of(store)).isNotEqualTo(before);

        Files.move(store, folder.resolve("damaged"));
        FilledStore.copy(folder.resolve("backup"), store);

        assertThat(AccountState.of(store)).isEqualTo(before);
    }

    /** Runs Cypher that no command of the program would. */
    private void write(String cypher) throws IOException {
        try (var engine = Engine.open(store)) {
            var login = new Properties();
            try (var reader = Files.newBufferedReader(store.resolve("bolt.properties"))) {
                login.load(reader);
            }
            URI uri = engine.boltUri();
            try (var driver = GraphDatabase.driver(uri, AuthTokens.basic("neo4j", login.getProperty("password")))) {
                driver.executableQuery(cypher).execute();
            }
        }
    }

    @Test
    void a_graph_of_a_newer_version_is_refused_in_a_sentence_and_left_alone() throws IOException {
        var before = AccountState.of(store);
        write("MATCH (c:Catalogue) SET c.graphFormat = 1000000");

        assertThat(Explorer.run(
                        "import",
                        "--store",
                        store.toString(),
                        States.write(folder.resolve("first"), 0).toString()))
                .isEqualTo(3);
        assertThat(Explorer.run("query", "--store", store.toString(), "unused-roles"))
                .isEqualTo(3);
        try (var engine = Engine.open(store)) {
            assertThatThrownBy(() -> new GraphFormat(engine, CypherLibrary.load()).require())
                    .isInstanceOf(GraphException.class)
                    .hasMessageContaining("newer Identity Explorer")
                    .hasMessageContaining("1000000");
        }

        assertThat(AccountState.of(store)).isEqualTo(before);
    }

    @Test
    void a_graph_from_before_graphs_told_their_format_is_taken_over() throws IOException {
        var before = AccountState.of(store);
        var texts = searchTexts();
        write("MATCH (c:Catalogue) REMOVE c.graphFormat");
        write("MATCH (n:Entity) REMOVE n.searchText");

        assertThat(Explorer.run("query", "--store", store.toString(), "unused-roles"))
                .isZero();

        assertThat(searchTexts()).isEqualTo(texts).isNotEmpty();
        assertThat(AccountState.of(store)).isEqualTo(before);
    }

    private List<Map<String, Object>> searchTexts() {
        try (var engine = Engine.open(store)) {
            return new Queries(engine)
                    .run(
                            "MATCH (c:Catalogue) MATCH (n:Entity) WHERE c.graphFormat = 2"
                                    + " RETURN n.id AS id, n.searchText AS text ORDER BY id",
                            Map.of())
                    .rows();
        }
    }
}

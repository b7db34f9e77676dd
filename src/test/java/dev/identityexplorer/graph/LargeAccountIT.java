package dev.identityexplorer.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.identityexplorer.deletion.Answer;
import dev.identityexplorer.deletion.Assessment.Verdict;
import dev.identityexplorer.deletion.Deletions;
import dev.identityexplorer.sample.Organization;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An account that is too large for one transaction, as any is with a limit of none. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // transactions are the same on either engine
class LargeAccountIT {

    private static final String ACCOUNT = "111122223333";
    private static final Path FILES = Organization.SAMPLE.resolve(ACCOUNT);
    private static List<String> inOneTransaction;

    /** Statements of which one does not come to its end. */
    private static final class Broken extends LoadStatements {

        private final String statement;
        private int left;

        Broken(String statement, int left) {
            super(Organization.LIBRARY);
            this.statement = statement;
            this.left = left;
        }

        @Override
        void send(Pipeline tx, String name, Map<String, Object> parameters) {
            // statements without rows are only planned ahead
            if (name.equals(statement) && !List.of().equals(parameters.get("rows")) && left-- == 0) {
                throw new IllegalStateException("the power went");
            }
            super.send(tx, name, parameters);
        }
    }

    @BeforeAll
    static void as_it_should_be() {
        TestDatabase.reset();
        Organization.importPaths(FILES);
        inOneTransaction = ImporterIT.content();
    }

    @BeforeEach
    void empty_the_database() {
        TestDatabase.reset();
    }

    @Test
    void it_is_written_in_pieces_to_the_same_graph() {
        write(new LoadStatements(Organization.LIBRARY));

        assertThat(ImporterIT.content()).isEqualTo(inOneTransaction);
    }

    @ParameterizedTest
    @CsvSource({"relationship-attaches, 0", "evidence-of-entity, 0", "verdicts, 2"})
    void broken_off_anywhere_nothing_is_clear_and_the_next_import_completes_it(String statement, int before) {
        assertThatThrownBy(() -> write(new Broken(statement, before))).hasMessage("the power went");

        var ids = TestDatabase.query("MATCH (n:Group|Role|User|CustomerManaged|InlinePolicy|Credential|InstanceProfile"
                        + " {accountId: '" + ACCOUNT + "'}) WHERE n.placeholder IS NULL RETURN n.id AS id")
                .stream()
                .map(row -> row.get("id").asString())
                .toArray(String[]::new);
        assertThat(ids).isNotEmpty();
        assertThat(answers(ids))
                .extracting(answer -> answer.assessment().verdict())
                .doesNotContain(Verdict.CLEAR);
        if (statement.equals("verdicts")) {
            assertThat(answers(ids))
                    .flatExtracting(answer -> answer.assessment().gaps())
                    .extracting(gap -> gap.detail())
                    .contains("The import of this account has not ended; if none is running, import it again.");
        }

        write(new LoadStatements(Organization.LIBRARY));

        assertThat(ImporterIT.content()).isEqualTo(inOneTransaction);
    }

    @Test
    void verdicts_of_a_broken_attempt_stand_nowhere_while_the_next_one_writes() {
        var clear = "MATCH (n:Entity {accountId: '" + ACCOUNT + "', verdict: 'CLEAR'}) RETURN n.id AS id";
        assertThatThrownBy(() -> write(new Broken("account-derivation", 1))).hasMessage("the power went");
        assertThat(TestDatabase.query(clear)).isNotEmpty();

        assertThatThrownBy(() -> write(new Broken("account", 0))).hasMessage("the power went");

        assertThat(TestDatabase.query(clear)).isEmpty();
    }

    private static List<Answer> answers(String... ids) {
        return new Deletions(Organization.LIBRARY, Organization.CATALOGUE)
                .answers(Organization.identities(), List.of(ids), Duration.ofDays(36_500));
    }

    private static void write(LoadStatements load) {
        var importer = new Importer(
                TestDatabase.engine(), Organization.CATALOGUE, Organization.LIBRARY, load, Organization.DELETIONS, 0);
        Organization.importPaths(importer, FILES);
    }
}

package dev.identityexplorer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.graph.Overview;
import dev.identityexplorer.graph.TestDatabase;
import dev.identityexplorer.sample.Organization;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two imports of the same accounts at once, and imports under a clock that was wrong. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // transactions are the same on either engine
class TwoImportsIT {

    @TempDir
    private Path folder;

    @Test
    void two_imports_at_once_leave_each_account_as_one_of_them_has_it() throws Exception {
        var first = States.write(folder.resolve("first"), 0);
        var second = States.write(folder.resolve("second"), 1);
        TestDatabase.reset();
        Organization.importPaths(first);
        var asFirst = AccountState.of(TestDatabase.engine());
        Organization.importPaths(second);
        var asSecond = AccountState.of(TestDatabase.engine());
        assertThat(asFirst).isNotEqualTo(asSecond);

        TestDatabase.reset(); // from nothing at first, then over what is there
        for (int i = 0; i < 2; i++) {
            var one = CompletableFuture.runAsync(() -> Organization.importPaths(first));
            var other = CompletableFuture.runAsync(() -> Organization.importPaths(second));
            CompletableFuture.allOf(one, other).get(120, TimeUnit.SECONDS);

            var found = AccountState.of(TestDatabase.engine());
            for (var account : States.ACCOUNTS) {
                assertThat(found.get(account)).isIn(asFirst.get(account), asSecond.get(account));
            }
            assertThat(AccountState.contradictions(TestDatabase.engine())).isEmpty();
        }
    }

    @Test
    void after_the_clock_went_back_a_new_import_is_still_seen() throws IOException {
        TestDatabase.reset();
        Organization.importPaths(States.write(folder.resolve("first"), 0));
        TestDatabase.query("MATCH (i:Import) SET i.startedAt = datetime('2050-01-01T00:00:00Z')");
        TestDatabase.query("MATCH (a:Account) SET a.importedAt = datetime('2050-01-01T00:00:00Z')");
        var overview = new Overview(TestDatabase.engine(), Organization.LIBRARY);
        var before = overview.stamp();
        assertThat(overview.stamp().text()).isEqualTo(before.text());

        Organization.importPaths(States.write(folder.resolve("second"), 1));

        assertThat(overview.stamp().text()).isNotEqualTo(before.text());
        assertThat(TestDatabase.query("MATCH (u:User {name: 'user-0'}) RETURN u"))
                .isEmpty();
        assertThat(TestDatabase.query("MATCH (u:User {name: 'user-80'}) RETURN u"))
                .hasSize(3);
    }
}

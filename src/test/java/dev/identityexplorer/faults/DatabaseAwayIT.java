package dev.identityexplorer.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.identityexplorer.deletion.Answer;
import dev.identityexplorer.deletion.Deletions;
import dev.identityexplorer.graph.Console;
import dev.identityexplorer.graph.Engine;
import dev.identityexplorer.graph.GraphException;
import dev.identityexplorer.graph.Identities;
import dev.identityexplorer.graph.Importer;
import dev.identityexplorer.graph.Overview;
import dev.identityexplorer.graph.Queries;
import dev.identityexplorer.graph.TestDatabase;
import dev.identityexplorer.sample.Organization;
import dev.identityexplorer.source.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that goes away and comes back: {@code -Dexplorer.away.seconds=30} for longer than here. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // a connection that is cut is the same whatever database is behind
class DatabaseAwayIT {

    private static final Duration AWAY = Duration.ofSeconds(Integer.getInteger("explorer.away.seconds", 2));

    @TempDir
    private Path folder;

    private Proxy proxy;
    private Engine engine;

    @BeforeEach
    void connect() throws IOException {
        TestDatabase.reset();
        Organization.importPaths(States.write(folder.resolve("first"), 0));
        States.write(folder.resolve("second"), 1);
        proxy = new Proxy(TestDatabase.uri());
        engine = Engine.remote(proxy.uri(), TestDatabase.credentials());
    }

    @AfterEach
    void disconnect() {
        engine.close();
        proxy.close();
    }

    private void awayFor(Duration time) throws InterruptedException {
        proxy.cut();
        Thread.sleep(time.toMillis());
        proxy.mend();
    }

    private List<Importer.AccountResult> importSecond() {
        var source = Source.of(List.of(folder.resolve("second")));
        var importer = new Importer(engine, Organization.CATALOGUE, Organization.LIBRARY, Organization.DELETIONS);
        importer.begin(List.of("test"));
        var results = source.accounts().stream()
                .map(files -> importer.write(source.read(files)))
                .toList();
        importer.finish(Map.of());
        return results;
    }

    private List<Answer> deletion(List<String> ids) {
        return Organization.DELETIONS.answers(
                new Identities(engine, Organization.LIBRARY), ids, Deletions.DEFAULT_MAX_AGE);
    }

    @Test
    void questions_say_so_at_once_and_are_answered_again_without_a_new_start() throws Exception {
        var console = new Console(engine);
        var overview = new Overview(engine, Organization.LIBRARY);
        var user = List.of("arn:aws:iam::" + States.ACCOUNTS.get(0) + ":user/user-0");
        overview.stamp();
        assertThat(deletion(user)).hasSize(1);
        proxy.cut();
        long start = System.nanoTime();
        var page = catchThrowableOfType(GraphException.class, overview::stamp);
        var query = catchThrowableOfType(
                GraphException.class, () -> console.ask("RETURN 1", Map.of(), Console.Limits.DEFAULT));
        var entity = catchThrowableOfType(
                GraphException.class, () -> new Identities(engine, Organization.LIBRARY).facts(user));
        var deletion = catchThrowableOfType(GraphException.class, () -> deletion(user));
        var question = catchThrowableOfType(GraphException.class, () -> new Queries(engine).run("RETURN 1", Map.of()));
        assertThat(entity.unreachable()).isTrue();
        assertThat(deletion.unreachable()).isTrue();
        assertThat(question.unreachable()).isTrue();
        assertThat(page.unreachable()).isTrue();
        assertThat(query.unreachable()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        Thread.sleep(AWAY.toMillis());
        proxy.mend();
        assertThat(overview.stamp()).isNotNull();
        assertThat(deletion(user)).hasSize(1);
        assertThat(console.ask("RETURN 1", Map.of(), Console.Limits.DEFAULT).rows())
                .hasSize(1);
    }

    @Test
    void a_question_to_a_database_that_says_nothing_ends_in_time() {
        var console = new Console(engine);
        var limits = new Console.Limits(Duration.ofSeconds(1), 10, 10_000);
        console.ask("RETURN 1", Map.of(), limits);
        proxy.freeze();
        long start = System.nanoTime();
        var refused = catchThrowableOfType(GraphException.class, () -> console.ask("RETURN 1", Map.of(), limits));
        assertThat(refused).isNotNull();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        proxy.thaw();
    }

    @Test
    void an_import_goes_on_when_the_database_is_back_or_leaves_each_account_whole() throws Exception {
        var before = AccountState.of(TestDatabase.engine());
        var work = CompletableFuture.supplyAsync(this::importSecond);
        Thread.sleep(300);
        awayFor(AWAY);
        try {
            work.get(120, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(GraphException.class);
        }
        var between = AccountState.of(TestDatabase.engine());
        importSecond();
        var after = AccountState.of(TestDatabase.engine());
        for (var account : States.ACCOUNTS) {
            assertThat(between.get(account)).isIn(before.get(account), after.get(account));
            assertThat(after.get(account)).isNotEqualTo(before.get(account));
        }
        assertThat(AccountState.contradictions(TestDatabase.engine())).isEmpty();
    }
}

package dev.identityexplorer.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FirstAskedTest {

    private static final Duration A_WHILE = Duration.ofMillis(200);
    private static final String STATEMENT = "RETURN 1 AS one";

    private final FirstAsked first = new FirstAsked();
    private final CompletableFuture<String> planned = new CompletableFuture<>();

    private CompletableFuture<String> inAnotherThread(String statement, Supplier<CompletionStage<String>> ask) {
        return CompletableFuture.supplyAsync(() -> Stages.await(first.ask(statement, ask)));
    }

    private static Supplier<CompletionStage<String>> answer(String text) {
        return () -> CompletableFuture.completedStage(text);
    }

    @Test
    void who_asks_what_is_being_planned_waits_for_the_plan() {
        first.ask(STATEMENT, () -> planned);
        var second = inAnotherThread(STATEMENT, answer("second"));
        assertThat(second).failsWithin(A_WHILE);
        planned.complete("first");

        assertThat(second).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("second");
    }

    @Test
    void what_is_planned_or_is_something_else_is_asked_at_once() {
        first.ask(STATEMENT, () -> planned);

        assertThat(inAnotherThread("RETURN 2 AS two", answer("other")))
                .succeedsWithin(Duration.ofSeconds(10))
                .isEqualTo("other");
        planned.complete("first");
        assertThat(inAnotherThread(STATEMENT, () -> new CompletableFuture<>())).failsWithin(A_WHILE);
        assertThat(inAnotherThread(STATEMENT, answer("third")))
                .succeedsWithin(Duration.ofSeconds(10))
                .isEqualTo("third");
    }

    @Test
    void where_the_first_one_fails_the_next_one_is_first() {
        first.ask(STATEMENT, () -> planned);
        planned.completeExceptionally(new IllegalStateException("the connection broke"));
        var next = new CompletableFuture<String>();
        first.ask(STATEMENT, () -> next);
        var after = inAnotherThread(STATEMENT, answer("after"));

        assertThat(after).failsWithin(A_WHILE);
        next.complete("next");
        assertThat(after).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("after");
    }
}

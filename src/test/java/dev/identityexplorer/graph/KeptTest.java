package dev.identityexplorer.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeptTest {

    private final Kept<Integer> kept = new Kept<>(2);
    private final AtomicInteger computed = new AtomicInteger();
    private final Supplier<Integer> count = computed::incrementAndGet;

    @Test
    void an_answer_holds_until_the_graph_changes() {
        assertThat(kept.get(stamp("a", "finished"), "question", count)).isEqualTo(1);
        assertThat(kept.get(stamp("a", "finished"), "question", count)).isEqualTo(1);
        assertThat(kept.get(stamp("a", "finished"), "another", count)).isEqualTo(2);
        assertThat(kept.get(stamp("b", "finished"), "question", count)).isEqualTo(3);
    }

    @Test
    void the_least_used_answer_is_forgotten() {
        kept.get(stamp("a", "finished"), "first", count);
        kept.get(stamp("a", "finished"), "second", count);
        kept.get(stamp("a", "finished"), "first", count);
        kept.get(stamp("a", "finished"), "third", count);
        assertThat(kept.get(stamp("a", "finished"), "first", count)).isEqualTo(1);
        assertThat(kept.get(stamp("a", "finished"), "second", count)).isEqualTo(4);
    }

    @Test
    void while_an_import_runs_a_costly_answer_is_shown_a_while_and_computed_anew_in_the_background() {
        Supplier<Integer> costly = () -> {
            pause(100);
            return computed.incrementAndGet();
        };
        kept.get(stamp("a", "finished"), "question", costly);
        assertThat(kept.get(stamp("b", "running"), "question", costly)).isEqualTo(1);
        assertThat(kept.get(stamp("c", "running"), "question", costly)).isEqualTo(1);
        assertThat(computed).as("ten times as long as it took are not over").hasValue(1);

        var end = Instant.now().plus(Duration.ofSeconds(30));
        while (kept.get(stamp("d", "running"), "question", costly) == 1
                && Instant.now().isBefore(end)) {
            pause(20);
        }
        assertThat(kept.get(stamp("d", "running"), "question", costly)).isEqualTo(2);
    }

    @Test
    void when_the_import_has_ended_nobody_is_shown_what_was_before() {
        kept.get(stamp("a", "running"), "question", count);
        assertThat(kept.get(stamp("b", "finished"), "question", count)).isEqualTo(2);
    }

    @Test
    void a_failure_is_not_kept() {
        assertThatThrownBy(() -> kept.get(stamp("a", "finished"), "question", () -> {
                    throw new IllegalStateException("the database is away");
                }))
                .hasMessage("the database is away");
        assertThat(kept.get(stamp("a", "finished"), "question", count)).isEqualTo(1);
    }

    private static Stamp stamp(String text, String state) {
        return new Stamp(text, Map.of("state", state));
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

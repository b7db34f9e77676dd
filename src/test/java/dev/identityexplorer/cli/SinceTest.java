package dev.identityexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SinceTest {

    /** A Wednesday. */
    private final Since since = new Since(Clock.fixed(Instant.parse("2026-11-25T09:30:00Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({
        "7d, 2026-11-18T09:30:00Z",
        "12h, 2026-11-24T21:30:00Z",
        "30m, 2026-11-25T09:00:00Z",
        "monday, 2026-11-23T00:00:00Z",
        "Wednesday, 2026-11-25T00:00:00Z",
        "thursday, 2026-11-19T00:00:00Z",
        "2026-11-01, 2026-11-01T00:00:00Z",
        "2026-11-01T08:00:00Z, 2026-11-01T08:00:00Z"
    })
    void a_moment_is_what_people_mean(String text, Instant moment) {
        assertThat(since.convert(text)).isEqualTo(moment);
    }

    @Test
    void what_is_no_moment_is_refused_with_examples() {
        assertThatThrownBy(() -> since.convert("yesterday"))
                .hasMessageContaining("'yesterday' is no moment")
                .hasMessageContaining("monday");
    }
}

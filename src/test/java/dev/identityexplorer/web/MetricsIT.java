package dev.identityexplorer.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What operators watch. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // what the server counts, not what the engine answers
class MetricsIT {

    private static final String TOKEN = "the-token-of-all-editors";

    @Test
    void requests_and_events_are_counted_by_few_labels_and_nobody_reads_them_without_a_token() {
        try (var server = TestServer.withToken(TOKEN)) {
            assertThat(server.get("/health").statusCode()).isEqualTo(200);
            assertThat(server.get("/metrics").statusCode()).isEqualTo(401);
            server.get("/api/v1/summary", "Authorization", "Bearer wrong-wrong-wrong-1");
            for (int i = 0; i < 5; i++) {
                server.get("/api/v1/made-up-" + i, "Authorization", "Bearer " + TOKEN);
            }
            assertThat(server.get("/metrics/").body()).doesNotContain("jvm_memory_used_bytes");
            var answer = server.get("/metrics", "Authorization", "Bearer " + TOKEN);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
            assertThat(answer.body())
                    .containsPattern("explorer_requests_seconds_count\\{operation=\"other\",status=\"404\"} 5(\\.0)?\n")
                    .containsPattern("explorer_events_total\\{event=\"log-in refused\"} 1(\\.0)?\n")
                    .contains("jvm_memory_used_bytes")
                    .contains("process_uptime_seconds")
                    .doesNotContain("made-up", TOKEN);
        }
    }
}

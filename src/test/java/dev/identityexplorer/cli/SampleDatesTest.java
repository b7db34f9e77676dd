package dev.identityexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.model.Evidence;
import dev.identityexplorer.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SampleDatesTest {

    @TempDir
    private Path folder;

    @Test
    void days_with_a_time_are_moved_and_versions_of_policies_are_not() {
        var dates = SampleDates.asOf(LocalDate.of(2027, 11, 21));
        assertThat(dates.moved("{\"Version\": \"2012-10-17\", \"CreateDate\": \"2024-02-29T01:02:03Z\"}"))
                .isEqualTo("{\"Version\": \"2012-10-17\", \"CreateDate\": \"2025-02-28T01:02:03Z\"}");
        assertThat(dates.moved("x,2026-11-20 09:00:00+00:00")).isEqualTo("x,2027-11-20 09:00:00+00:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-01-01", "2026-11-21", "2026-11-27", "2031-07-01"})
    void on_any_day_the_credential_report_is_of_the_day_before(String today) throws IOException {
        var sample = SampleFolder.copyTo(folder, SampleDates.asOf(LocalDate.parse(today)));
        var report = Files.readString(sample.resolve("111122223333/global/iam-get-credential-report.json"));
        assertThat(report)
                .contains("\"GeneratedTime\": \"" + LocalDate.parse(today).minusDays(1));
    }

    @Test
    void today_all_evidence_of_the_sample_is_fresh_and_of_the_past() {
        var source = Source.of(List.of(SampleFolder.copyTo(folder)));
        var now = Instant.now();
        for (var files : source.accounts()) {
            assertThat(source.read(files).evidence())
                    .isNotEmpty()
                    .extracting(Evidence::observedAt)
                    .allMatch(at -> at.isAfter(now.minus(Duration.ofDays(3))) && !at.isAfter(now));
        }
    }
}

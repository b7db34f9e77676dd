package dev.identityexplorer.cli;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Moves the dates of the sample organization, so that it is as old on any day as it was on the day after it was made: its
 * credential report is of yesterday, keys were used last week, and roles not for a year.
 *
 * @param days how far
 */
record SampleDates(long days) {

    /** The day that the sample tells of. */
    private static final LocalDate MADE = LocalDate.of(2026, 11, 20);

    /** The day of a date with a time; versions of policies are dates without. */
    private static final Pattern DAY = Pattern.compile("\\b(\\d{4}-\\d\\d-\\d\\d)(?=[T ]\\d\\d:\\d\\d)");

    /** A credential report within JSON. */
    private static final Pattern REPORT = Pattern.compile("(\"Content\"\\s*:\\s*\")([A-Za-z0-9+/=]+)(\")");

    /** Those of the sample as it would be if it had been made on the day before {@code today}. */
    static SampleDates asOf(LocalDate today) {
        return new SampleDates(ChronoUnit.DAYS.between(MADE, today) - 1);
    }

    /** The text of a file with its dates moved. */
    String moved(String text) {
        return days(REPORT.matcher(text).replaceAll(this::report));
    }

    private String report(MatchResult report) {
        var csv = new String(Base64.getDecoder().decode(report.group(2)), StandardCharsets.UTF_8);
        return report.group(1)
                + Base64.getEncoder().encodeToString(days(csv).getBytes(StandardCharsets.UTF_8))
                + report.group(3);
    }

    private String days(String text) {
        return DAY.matcher(text)
                .replaceAll(day -> LocalDate.parse(day.group(1)).plusDays(days).toString());
    }
}

package dev.identityexplorer.cli;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A moment as people say it: {@code 7d}, {@code monday}, {@code 2026-11-23}, {@code 2026-11-23T08:00:00Z}; days begin at midnight UTC. */
final class Since implements ITypeConverter<Instant> {

    private static final Pattern AGE = Pattern.compile("(\\d{1,6})([mhd])");

    private final Clock clock;

    Since() {
        this(Clock.systemUTC());
    }

    Since(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Instant convert(String text) {
        return ago(text)
                .or(() -> weekday(text))
                .or(() -> date(text))
                .or(() -> instant(text))
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is no moment; give one like 7d, monday, 2026-11-23 or 2026-11-23T08:00:00Z"));
    }

    private Optional<Instant> ago(String text) {
        var m = AGE.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        long n = Long.parseLong(m.group(1));
        return Optional.of(clock.instant()
                .minus(
                        switch (m.group(2)) {
                            case "m" -> Duration.ofMinutes(n);
                            case "h" -> Duration.ofHours(n);
                            default -> Duration.ofDays(n);
                        }));
    }

    /** The last one before today, or today itself. */
    private Optional<Instant> weekday(String text) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .map(day -> LocalDate.now(clock)
                        .with(TemporalAdjusters.previousOrSame(day))
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant());
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(
                    LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}

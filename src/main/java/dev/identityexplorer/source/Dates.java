package dev.identityexplorer.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;

/** Dates as AWS and those who repackage its answers write them, always told in UTC. */
final class Dates {

    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(java.util.Locale.ROOT);

    private Dates() {}

    /**
     * {@code 2019-04-18T17:04:49Z}, with milliseconds, with {@code +00:00} or no offset at all, with a space instead of
     * the {@code T}, or seconds since 1970; empty for anything else.
     */
    static Optional<ZonedDateTime> parse(String text) {
        try {
            if (text.matches("\\d{9,10}(\\.\\d+)?")) {
                return Optional.of(utc(Instant.ofEpochMilli((long) (Double.parseDouble(text) * 1000))));
            }
            var form =
                    text.strip().replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) ", "$1T").replaceFirst(" ?(UTC|GMT)$", "Z");
            var parsed = FORM.parseBest(form, OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(utc(
                    parsed instanceof OffsetDateTime offset
                            ? offset.toInstant()
                            : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static ZonedDateTime utc(Instant instant) {
        return instant.atZone(ZoneOffset.UTC);
    }
}

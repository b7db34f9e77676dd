package dev.identityexplorer.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates as AWS and those who repackage its answers write them, always told in UTC. */
final class Dates {

    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(java.util.Locale.ROOT);

    private static final Pattern SPACE = Pattern.compile("^(\\d{4}-\\d\\d-\\d\\d) ");
    private static final Pattern ZONE = Pattern.compile(" ?(UTC|GMT)$");

    private Dates() {}

    /**
     * {@code 2019-04-18T17:04:49Z}, with milliseconds, with {@code +00:00} or no offset at all, with a space instead of
     * the {@code T}; empty for anything else.
     */
    static Optional<ZonedDateTime> parse(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            var form = ZONE.matcher(SPACE.matcher(text.strip()).replaceFirst("$1T"))
                    .replaceFirst("Z");
            var parsed = FORM.parseBest(form, OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(utc(
                    parsed instanceof OffsetDateTime offset
                            ? offset.toInstant()
                            : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The date in {@code value}: text, or seconds since 1970 as the API answers them. */
    static Optional<ZonedDateTime> parse(JsonNode value) {
        return value.isNumber()
                ? Optional.of(utc(Instant.ofEpochMilli((long) (value.doubleValue() * 1000))))
                : parse(value.isTextual() ? value.asText() : "");
    }

    static ZonedDateTime utc(Instant instant) {
        return instant.atZone(ZoneOffset.UTC);
    }
}

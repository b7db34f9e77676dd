package dev.identityexplorer.web;

import dev.identityexplorer.graph.Selection;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The parameters of a request, checked; the messages say what would be right. */
final class Params {

    private static final Pattern AGE = Pattern.compile("(\\d{1,6})([mhd])");

    private Params() {}

    /** A text, or empty. */
    static String text(Context ctx, String name, int most) {
        var value = ctx.queryParam(name);
        return value == null ? "" : checked(name, value, most);
    }

    static String required(Context ctx, String name, int most) {
        var value = text(ctx, name, most);
        if (value.isEmpty()) {
            throw WebException.badRequest("The parameter " + name + " is needed and missing.");
        }
        return value;
    }

    /** All values of a repeatable parameter, empty ones left out. */
    static List<String> texts(Context ctx, String name, int mostLength, int most) {
        var values = ctx.queryParams(name).stream()
                .filter(value -> !value.isEmpty())
                .map(value -> checked(name, value, mostLength))
                .toList();
        if (values.size() > most) {
            throw WebException.badRequest(
                    "The parameter " + name + " may come " + most + " times, not " + values.size() + ".");
        }
        return values.stream().distinct().toList();
    }

    /** All values of a repeatable parameter, each one of the allowed ones. */
    static List<String> choices(Context ctx, String name, List<String> allowed) {
        var values = texts(ctx, name, 64, allowed.size());
        values.forEach(value -> choose(name, value, allowed));
        return values;
    }

    static String choice(Context ctx, String name, List<String> allowed) {
        var value = text(ctx, name, 64);
        return value.isEmpty() ? "" : choose(name, value, allowed);
    }

    private static String choose(String name, String value, List<String> allowed) {
        if (!allowed.contains(value)) {
            throw WebException.badRequest("The parameter " + name + " must be one of " + String.join(", ", allowed)
                    + ", not '" + value + "'.");
        }
        return value;
    }

    static <E extends Enum<E>> List<String> words(E[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    static int number(Context ctx, String name, int otherwise, int least, int most) {
        var value = ctx.queryParam(name);
        if (value == null || value.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new WebException(400, "bad-request", range(name, value, least, most), e);
        }
        throw WebException.badRequest(range(name, value, least, most));
    }

    private static String range(String name, String value, int least, int most) {
        return "The parameter " + name + " must be a whole number from " + least + " to " + most + ", not '" + value
                + "'.";
    }

    static boolean flag(Context ctx, String name) {
        return choice(ctx, name, List.of("true", "false")).equals("true");
    }

    /** {@code 7d} and the like. */
    static Optional<Duration> age(String name, String value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        var m = AGE.matcher(value);
        if (!m.matches()) {
            throw WebException.badRequest(
                    "The parameter " + name + " must be an age like 30m, 12h or 7d, not '" + value + "'.");
        }
        long n = Long.parseLong(m.group(1));
        return Optional.of(
                switch (m.group(2)) {
                    case "m" -> Duration.ofMinutes(n);
                    case "h" -> Duration.ofHours(n);
                    default -> Duration.ofDays(n);
                });
    }

    /** An instant, or the beginning of time. */
    static Instant instant(Context ctx, String name) {
        var value = text(ctx, name, 64);
        try {
            return value.isEmpty() ? Instant.EPOCH : Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw new WebException(
                    400,
                    "bad-request",
                    "The parameter " + name + " must be an instant like 2026-11-23T00:00:00Z, not '" + value + "'.",
                    e);
        }
    }

    /** Tags of a body, each {@code key=value}. */
    static List<Selection.Tag> tags(List<String> texts) {
        return texts.stream()
                .map(text -> Selection.Tag.parse(text)
                        .orElseThrow(() -> WebException.badRequest(
                                "'" + text + "' is not a tag; give key=value, with an empty value if need be.")))
                .toList();
    }

    static int limit(Context ctx) {
        return number(ctx, "limit", 50, 1, 1000);
    }

    private static String checked(String name, String value, int most) {
        if (value.length() > most) {
            throw WebException.badRequest(
                    "The parameter " + name + " may have " + most + " characters, not " + value.length() + ".");
        }
        return value;
    }
}

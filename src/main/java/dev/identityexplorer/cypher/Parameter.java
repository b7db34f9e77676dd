package dev.identityexplorer.cypher;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A parameter that a header declares, {@code // :param days => 90}. The example is also the default, and its type is
 * the type of the parameter.
 *
 * @param name without the dollar sign
 * @param example the Cypher literal as it is written
 * @param note what a person should know of it; may be empty
 */
public record Parameter(String name, String example, String note) {

    public Parameter {
        Literal.parse(example);
    }

    /** The example as a Java value: Long, Double, String, Boolean, List, Map, or null for {@code null}. */
    public @Nullable Object value() {
        return Literal.parse(example);
    }

    /**
     * What a person typed for this parameter, in the type of the example. A list is typed as a Cypher list or with
     * commas between its elements; a parameter whose example is {@code null} or a string takes the text as it is.
     *
     * @throws CypherFileException if the text does not fit
     */
    public @Nullable Object convert(String text) {
        try {
            return convert(value(), text);
        } catch (IllegalArgumentException e) {
            throw new CypherFileException(
                    "Parameter '" + name + "' wants " + kind(value()) + " such as " + example + ", not '" + text + "'.",
                    e);
        }
    }

    private static @Nullable Object convert(@Nullable Object example, String text) {
        if (example instanceof Long) {
            return Long.valueOf(text.strip());
        }
        if (example instanceof Double) {
            return Double.valueOf(text.strip());
        }
        if (example instanceof Boolean) {
            return truth(text.strip());
        }
        if (example instanceof List<?> list) {
            return list(list.isEmpty() ? null : list.get(0), text.strip());
        }
        return example instanceof Map ? map(text) : text;
    }

    private static Boolean truth(String text) {
        return switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static @Nullable Object list(@Nullable Object element, String text) {
        if (text.startsWith("[")) {
            return Literal.parse(text);
        }
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(part -> convert(element, part.strip()))
                        .toList();
    }

    private static Map<String, @Nullable Object> map(String text) {
        if (!(Literal.parse(text) instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException(text);
        }
        var values = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((key, value) -> values.put(String.valueOf(key), value));
        return Collections.unmodifiableMap(values);
    }

    private static String kind(@Nullable Object example) {
        if (example instanceof Number) {
            return example instanceof Long ? "a whole number" : "a number";
        }
        if (example instanceof Boolean) {
            return "true or false";
        }
        return example instanceof List ? "a list" : example instanceof Map ? "a map" : "text";
    }
}

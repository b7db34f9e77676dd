package dev.identityexplorer.graph;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * Values as JSON can say them: text, numbers, truth values, null, lists and maps of these; dates as ISO 8601 text in UTC.
 * Where a map has {@code labels}, the answer has the one {@code kind} that they mean.
 */
final class Wire {

    private Wire() {}

    static Map<String, @Nullable Object> row(Record row) {
        return map(row.asMap());
    }

    static Map<String, @Nullable Object> map(Map<?, ?> values) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        values.forEach((key, value) -> {
            if (key.equals("labels") && value instanceof List<?> labels) {
                map.put(
                        "kind",
                        NodeState.kind(labels.stream().map(Object::toString).toList()));
            } else {
                map.put(String.valueOf(key), value(value));
            }
        });
        return map;
    }

    static @Nullable Object value(@Nullable Object value) {
        if (value instanceof ZonedDateTime at) {
            return at.toInstant().toString();
        }
        if (value instanceof List<?> list) {
            var values = new ArrayList<@Nullable Object>();
            list.forEach(element -> values.add(value(element)));
            return values;
        }
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    /** The map under a key, empty where there is none. */
    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> inner(Map<String, @Nullable Object> map, String key) {
        return map.get(key) instanceof Map<?, ?> inner ? (Map<String, @Nullable Object>) inner : Map.of();
    }

    /** The maps in the list under a key. */
    @SuppressWarnings("unchecked")
    static List<Map<String, @Nullable Object>> list(Map<String, @Nullable Object> map, String key) {
        return map.get(key) instanceof List<?> list ? (List<Map<String, @Nullable Object>>) list : List.of();
    }

    static String text(Map<String, @Nullable Object> map, String key) {
        return map.get(key) instanceof String text ? text : "";
    }

    static long number(Map<String, @Nullable Object> map, String key) {
        return map.get(key) instanceof Number number ? number.longValue() : 0;
    }
}

package dev.identityexplorer.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** One row of a {@link DataFile}, with access by column that says which row of which file is wrong, and how. */
record Row(String list, int index, Map<?, ?> columns) {

    /** The row at {@code index} of {@code list}, which is a file and a path in it; it may have these columns only. */
    static Row of(String list, int index, Object value, Set<String> allowed) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new CatalogueException(
                    "In the catalogue, " + list + "[" + index + "] must be a JSON object, not '" + value + "'.");
        }
        var row = new Row(list, index, map);
        // a misspelt optional column must not pass as a missing one
        if (!allowed.containsAll(map.keySet())) {
            var odd = new TreeSet<Object>(map.keySet());
            odd.removeAll(allowed);
            throw row.wrong("has the unknown columns " + odd + "; the known ones are " + new TreeSet<>(allowed));
        }
        return row;
    }

    String text(String column) {
        return optional(column).orElseThrow(() -> wrong("needs a text in '" + column + "'"));
    }

    Optional<String> optional(String column) {
        return as(String.class, column);
    }

    Optional<Boolean> yesOrNo(String column) {
        return as(Boolean.class, column);
    }

    int number(String column) {
        return optionalNumber(column).orElseThrow(() -> wrong("needs a whole number in '" + column + "'"));
    }

    Optional<Integer> optionalNumber(String column) {
        return as(Integer.class, column);
    }

    List<String> texts(String column) {
        var texts = new ArrayList<String>();
        for (var value : list(column)) {
            texts.add(String.valueOf(value));
        }
        return List.copyOf(texts);
    }

    /** The texts, numbers and lists in an object; empty where the column is absent. */
    Map<String, Object> map(String column) {
        var map = new LinkedHashMap<String, Object>();
        as(Map.class, column).ifPresent(object -> ((Map<?, ?>) object).forEach((k, v) -> map.put((String) k, v)));
        return Collections.unmodifiableMap(map);
    }

    <T> List<T> rows(String column, Set<String> allowed, Function<Row, T> of) {
        return each(String.join("", list, "[", String.valueOf(index), "].", column), list(column), allowed, of);
    }

    /** Each of {@code values} as a row, turned into a record. */
    static <T> List<T> each(String list, List<?> values, Set<String> allowed, Function<Row, T> of) {
        var rows = new ArrayList<T>(values.size());
        for (var value : values) {
            rows.add(of.apply(Row.of(list, rows.size(), value, allowed)));
        }
        return List.copyOf(rows);
    }

    CatalogueException wrong(String what) {
        return new CatalogueException("In the catalogue, " + list + "[" + index + "] " + what + ": " + columns);
    }

    private List<?> list(String column) {
        Object value = columns.get(column);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> values) {
            return values;
        }
        throw wrong("has no list in '" + column + "'");
    }

    private <T> Optional<T> as(Class<T> type, String column) {
        Object value = columns.get(column);
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            throw wrong("has no " + type.getSimpleName() + " in '" + column + "'");
        }
        return Optional.of(type.cast(value));
    }
}

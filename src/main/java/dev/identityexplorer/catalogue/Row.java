package dev.identityexplorer.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One row of a {@link DataFile}, with access by column that says which row of which file is wrong, and how. */
record Row(String where, Map<?, ?> columns) {

    static Row of(String where, Object value) {
        if (value instanceof Map<?, ?> map) {
            return new Row(where, map);
        }
        throw new CatalogueException("In the catalogue, " + where + " must be a JSON object, not '" + value + "'.");
    }

    /** This row, if it has no other columns than these: a misspelt optional column must not pass as a missing one. */
    Row limitedTo(Collection<String> allowed) {
        var odd = new ArrayList<Object>(columns.keySet());
        odd.removeAll(allowed);
        if (!odd.isEmpty()) {
            throw wrong("has the unknown columns " + odd + "; the known ones are " + allowed);
        }
        return this;
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
        return as(Integer.class, column).orElseThrow(() -> wrong("needs a whole number in '" + column + "'"));
    }

    List<String> texts(String column) {
        return list(column).stream().map(String::valueOf).toList();
    }

    <T> List<T> rows(String column, List<String> allowed, Function<Row, T> of) {
        return list(column).stream()
                .map(value -> of.apply(Row.of(where + "." + column, value).limitedTo(allowed)))
                .toList();
    }

    CatalogueException wrong(String what) {
        return new CatalogueException("In the catalogue, " + where + " " + what + ": " + columns);
    }

    private List<?> list(String column) {
        return as(List.class, column).<List<?>>map(list -> list).orElse(List.of());
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

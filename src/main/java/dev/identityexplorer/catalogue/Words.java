package dev.identityexplorer.catalogue;

import java.util.Arrays;
import java.util.function.Function;

/** Reads a column whose words are the constants of an enum. */
final class Words {

    private Words() {}

    static <E> E of(E[] values, Function<E, String> word, String column, Row row) {
        var text = row.text(column);
        for (var value : values) {
            if (word.apply(value).equals(text)) {
                return value;
            }
        }
        throw row.wrong("has '" + text + "' in '" + column + "', which is none of "
                + Arrays.stream(values).map(word).toList());
    }
}

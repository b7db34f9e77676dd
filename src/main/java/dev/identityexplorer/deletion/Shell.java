package dev.identityexplorer.deletion;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Text for a POSIX shell. */
final class Shell {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    /** What moves the cursor, reorders what is read, or is not seen: a name that hides behind it must show. */
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private Shell() {}

    /**
     * One word, as it is where the shell reads it as it is, else within single quotes; as bytes in octal where a
     * terminal would not show it ({@code $'…'} of bash and zsh). What no argument can hold, NUL and half characters,
     * becomes U+FFFD: then AWS knows no such name, rather than another one.
     */
    static String quote(String text) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        return HIDDEN.matcher(text).find() ? octal(text) : "'" + text.replace("'", "'\\''") + "'";
    }

    private static String octal(String text) {
        var quoted = new StringBuilder("$'");
        text.codePoints().forEach(c -> {
            var character = c == 0 || Character.getType(c) == Character.SURROGATE ? "\uFFFD" : Character.toString(c);
            if (c == '\'' || c == '\\') {
                quoted.append('\\').append(character);
            } else if (HIDDEN.matcher(Character.toString(c)).matches()) {
                for (var b : character.getBytes(StandardCharsets.UTF_8)) {
                    quoted.append("\\%03o".formatted(b & 0xff));
                }
            } else {
                quoted.append(character);
            }
        });
        return quoted.append('\'').toString();
    }

    /** One line of comment: what could end it, or move the cursor of a terminal, is shown as {@code ?}. */
    static String comment(String text) {
        return "# " + HIDDEN.matcher(text).replaceAll("?");
    }
}

package dev.identityexplorer.deletion;

import java.util.regex.Pattern;

/** Text for a POSIX shell. */
final class Shell {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private Shell() {}

    /** One word, as it is where the shell reads it as it is, else within single quotes. */
    static String quote(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** One line of comment: what could end it, or move the cursor of a terminal, is shown as {@code ?}. */
    static String comment(String text) {
        return "# " + text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]", "?");
    }
}

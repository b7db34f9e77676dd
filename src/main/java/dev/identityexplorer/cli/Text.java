package dev.identityexplorer.cli;

import java.util.regex.Pattern;

/** Text for a terminal. */
final class Text {

    /** Controls of ASCII and C1, invisible ones of Unicode such as those that turn the direction, lines that Unicode adds, half characters. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\\n\\t]]");

    private Text() {}

    /** Without what could move the cursor, colour the screen or reorder what is read. Line breaks stay. */
    static String safe(String text) {
        return UNSAFE.matcher(text).replaceAll("\uFFFD");
    }

    /** The same on one line. */
    static String oneLine(String text) {
        return safe(text).replaceAll("\\s*\\n\\s*", " ");
    }
}

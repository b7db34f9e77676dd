package dev.identityexplorer.cli;

/** Text for a terminal. */
final class Text {

    private Text() {}

    /** Without what could move the cursor, colour the screen or reorder what is read. Line breaks stay. */
    static String safe(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F]", "\uFFFD");
    }

    /** The same on one line. */
    static String oneLine(String text) {
        return safe(text).replaceAll("\\s*\\n\\s*", " ");
    }
}

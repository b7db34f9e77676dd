package dev.identityexplorer.report;

/** Text of a page; {@link #text} is the only way for a value, and a value is never markup. */
final class Html {

    private final StringBuilder page = new StringBuilder();

    /** Markup of the report's own. */
    Html raw(String markup) {
        page.append(markup);
        return this;
    }

    /** A value, as text or within a quoted attribute. What could reorder the line that it stands in becomes visible. */
    Html text(String value) {
        value.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> page.append("&amp;");
                case '<' -> page.append("&lt;");
                case '>' -> page.append("&gt;");
                case '"' -> page.append("&quot;");
                case '\'' -> page.append("&#39;");
                default -> page.appendCodePoint(hidden(c) ? 0xFFFD : c);
            }
        });
        return this;
    }

    /** An element that holds a value. */
    Html element(String name, String value) {
        return raw("<" + name + ">").text(value).raw("</" + name + ">\n");
    }

    /** Control characters, and those that turn the direction of writing. */
    static boolean hidden(int c) {
        boolean direction = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0x200E || c == 0x200F;
        return direction || Character.isISOControl(c) && c != '\n' && c != '\t';
    }

    @Override
    public String toString() {
        return page.toString();
    }
}

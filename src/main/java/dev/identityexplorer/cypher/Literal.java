package dev.identityexplorer.cypher;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one Cypher literal: a number, string, boolean, null, a list or a map of these. */
final class Literal {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Lists within lists; each takes a frame of the stack. */
    private static final int DEEPEST = 100;

    private final String text;
    private int at;
    private int depth;

    private Literal(String text) {
        this.text = text;
    }

    /**
     * The value: Long, Double, String, Boolean, null, List or Map.
     *
     * @throws IllegalArgumentException if {@code text} is not exactly one literal; the message is a sentence
     */
    static @Nullable Object parse(String text) {
        var literal = new Literal(text);
        var value = literal.value();
        if (literal.peek() != 0) {
            throw literal.wrong();
        }
        return value;
    }

    private @Nullable Object value() {
        if (++depth > DEEPEST) {
            throw wrong();
        }
        var value = switch (peek()) {
            case '\'', '"' -> string();
            case '[' -> list();
            case '{' -> map();
            default -> scalar();
        };
        depth--;
        return value;
    }

    private @Nullable Object scalar() {
        var number = match(NUMBER);
        if (number != null) {
            return number.matches("-?\\d+") ? (Object) Long.valueOf(number) : Double.valueOf(number);
        }
        var word = match(WORD);
        return switch (word == null ? "" : word.toLowerCase(java.util.Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> null;
            default -> throw wrong();
        };
    }

    private String string() {
        char quote = text.charAt(at++);
        var value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == quote) {
                return value.toString();
            }
            value.append(c == '\\' ? escape() : c);
        }
        throw wrong();
    }

    private char escape() {
        char c = at < text.length() ? text.charAt(at++) : 0;
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case '\\', '\'', '"', '`' -> c;
            case 'u' -> {
                if (at + 4 > text.length()) {
                    throw wrong();
                }
                at += 4;
                yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            default -> throw wrong();
        };
    }

    private List<@Nullable Object> list() {
        var values = new ArrayList<@Nullable Object>();
        at++;
        while (peek() != ']') {
            values.add(value());
            separator(']');
        }
        at++;
        return Collections.unmodifiableList(values);
    }

    private Map<String, @Nullable Object> map() {
        var values = new LinkedHashMap<String, @Nullable Object>();
        at++;
        while (peek() != '}') {
            var key = match(WORD);
            if (key == null || peek() != ':') {
                throw wrong();
            }
            at++;
            values.put(key, value());
            separator('}');
        }
        at++;
        return Collections.unmodifiableMap(values);
    }

    private void separator(char end) {
        if (peek() == ',') {
            at++;
        } else if (peek() != end) {
            throw wrong();
        }
    }

    /** The next character that is no space, or 0 at the end. */
    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private @Nullable String match(Pattern pattern) {
        peek();
        Matcher m = pattern.matcher(text).region(at, text.length());
        if (!m.lookingAt()) {
            return null;
        }
        at = m.end();
        return m.group();
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("'" + text + "' is not a Cypher literal"
                + (at > 0 && at < text.length() ? " (see character " + (at + 1) + ")" : "") + ".");
    }
}

package dev.identityexplorer.cypher;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The leading comment lines of a file, read by the grammar that {@link CypherFileException} prints.
 *
 * @param fields title, description and the rest, in the order of the file
 * @param parameters by name, in the order of the file
 * @param lines how many lines the header has
 */
record Header(Map<String, List<String>> fields, Map<String, Parameter> parameters, int lines) {

    private static final Pattern PARAM = Pattern.compile("// :param ([A-Za-z_][A-Za-z0-9_]*) => (.*\\S)\\s*");
    private static final Pattern FIELD = Pattern.compile("// ([a-z][A-Za-z-]*): (.*\\S)\\s*");
    private static final Pattern CONTINUATION = Pattern.compile("// {3,}(.*\\S)\\s*");
    private static final Pattern NOTHING = Pattern.compile("//\\s*");

    /** A line that starts a field or parameter, and what the lines after it add. */
    private record Entry(boolean param, String key, String value, List<String> more, int line) {

        static Entry of(boolean param, Matcher m, int line) {
            return new Entry(param, m.group(1), m.group(2), new ArrayList<>(), line);
        }
    }

    /**
     * Reads the header of {@code text}.
     *
     * @param strict whether a line outside the grammar is a mistake; else it is an ordinary comment
     */
    static Header read(String file, String text, boolean strict) {
        var entries = new ArrayList<Entry>();
        var lines = text.lines().takeWhile(line -> line.startsWith("//")).toList();
        for (int i = 0; i < lines.size(); i++) {
            read(file, lines.get(i), i + 1, strict, entries);
        }
        return of(file, entries, lines.size());
    }

    private static void read(String file, String line, int number, boolean strict, List<Entry> entries) {
        Matcher m;
        if ((m = PARAM.matcher(line)).matches()) {
            entries.add(Entry.of(true, m, number));
        } else if ((m = FIELD.matcher(line)).matches()) {
            entries.add(Entry.of(false, m, number));
        } else if ((m = CONTINUATION.matcher(line)).matches() && !entries.isEmpty()) {
            entries.get(entries.size() - 1).more().add(m.group(1));
        } else if (strict && !NOTHING.matcher(line).matches()) {
            throw CypherFileException.inHeader(file, number, "'" + line + "' is no line of a header.");
        }
    }

    private static Header of(String file, List<Entry> entries, int lines) {
        var fields = new LinkedHashMap<String, List<String>>();
        var parameters = new LinkedHashMap<String, Parameter>();
        for (var entry : entries) {
            if (entry.param()) {
                var parameter = parameter(file, entry);
                if (parameters.put(entry.key(), parameter) != null) {
                    throw CypherFileException.inHeader(
                            file, entry.line(), "Parameter '" + entry.key() + "' stands there twice.");
                }
            } else {
                var value =
                        entry.value() + entry.more().stream().map(" "::concat).reduce("", String::concat);
                fields.computeIfAbsent(entry.key(), key -> new ArrayList<>()).add(value);
            }
        }
        return new Header(fields, parameters, lines);
    }

    private static Parameter parameter(String file, Entry entry) {
        try {
            return new Parameter(entry.key(), entry.value(), String.join(" ", entry.more()));
        } catch (IllegalArgumentException e) {
            throw CypherFileException.inHeader(
                    file,
                    entry.line(),
                    "The example of parameter '" + entry.key() + "' does not read: " + e.getMessage());
        }
    }
}

package dev.identityexplorer.cypher;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits the text below a header: statements end at semicolons outside strings, comments and backticks, and a line that
 * starts a statement with {@code :param} is a command for cypher-shell and Browser, no Cypher.
 */
final class Statements {

    /** A {@code :param} command and where it stands. */
    record Command(String name, String example, int line) {

        /** Sets a parameter that has no header line, or checks that it says the same as the header. */
        void mergeInto(Map<String, Parameter> parameters, String file, boolean own) {
            var declared = parameters.get(name);
            if (declared == null ? !own : !declared.example().equals(example)) {
                throw CypherFileException.inHeader(
                        file,
                        line,
                        "':param " + name + " => " + example + "' and the header differ; they must be alike.");
            }
            try {
                parameters.putIfAbsent(name, new Parameter(name, example, ""));
            } catch (IllegalArgumentException e) {
                throw CypherFileException.inHeader(file, line, e.getMessage());
            }
        }
    }

    private static final Pattern PARAM =
            Pattern.compile(":param\\s+`?([A-Za-z_][A-Za-z0-9_]*)`?\\s*=>\\s*(.+?)[\\s;]*");
    private static final Pattern USED = Pattern.compile("\\$(?:([A-Za-z_][A-Za-z0-9_]*)|`([^`]+)`)");

    private final String file;
    private final String text;
    private final int firstLine;
    private final List<String> statements = new ArrayList<>();
    private final List<Command> commands = new ArrayList<>();
    private final Set<String> parameters = new TreeSet<>();

    private int at;
    private int start;
    private boolean cypher;

    private Statements(String file, String text, int firstLine) {
        this.file = file;
        this.text = text;
        this.firstLine = firstLine;
    }

    /** Splits {@code text}, whose first line is line {@code firstLine} of {@code file}. */
    static Statements split(String file, String text, int firstLine) {
        var split = new Statements(file, text, firstLine);
        while (split.at < text.length()) {
            split.step();
        }
        split.end();
        return split;
    }

    /** Every statement without its semicolon, comments before it included. */
    List<String> statements() {
        return List.copyOf(statements);
    }

    List<Command> commands() {
        return List.copyOf(commands);
    }

    /** The names of all {@code $parameters} in the statements. */
    Set<String> parameters() {
        return Set.copyOf(parameters);
    }

    private void step() {
        char c = text.charAt(at);
        if (text.startsWith("//", at)) {
            at = past("\n");
        } else if (text.startsWith("/*", at)) {
            at += 2;
            at = past("*/");
        } else if (c == ':' && !cypher) {
            command();
        } else if (c == ';') {
            end();
            start = ++at;
        } else if (c == '\'' || c == '"' || c == '`') {
            cypher = true;
            quoted(c);
        } else {
            cypher |= !Character.isWhitespace(c);
            at = c == '$' ? parameter() : at + 1;
        }
    }

    private void end() {
        if (cypher) {
            statements.add(text.substring(start, at).strip());
        }
        cypher = false;
    }

    private void quoted(char quote) {
        for (at++; at < text.length() && text.charAt(at) != quote; at++) {
            if (text.charAt(at) == '\\' && quote != '`') {
                at++;
            }
        }
        at = Math.min(at + 1, text.length());
    }

    private int parameter() {
        Matcher m = USED.matcher(text).region(at, text.length());
        if (!m.lookingAt()) {
            return at + 1;
        }
        parameters.add(m.group(1) != null ? m.group(1) : m.group(2));
        return m.end();
    }

    private void command() {
        int line = firstLine
                + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
        int end = past("\n");
        var command = text.substring(at, end).strip();
        var m = PARAM.matcher(command);
        if (!m.matches()) {
            throw CypherFileException.inHeader(
                    file,
                    line,
                    "'" + command + "' is not ':param name => example;', the only command that may stand here.");
        }
        commands.add(new Command(m.group(1), m.group(2), line));
        start = at = end;
    }

    private int past(String end) {
        int found = text.indexOf(end, at);
        return found < 0 ? text.length() : found + end.length();
    }
}

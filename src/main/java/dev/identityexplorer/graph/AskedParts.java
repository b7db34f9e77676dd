package dev.identityexplorer.graph;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a list's statement that its parameters ask for. The files in {@code cypher/answer} hold every condition and
 * every place to start from, so that they run as they are; Neo4j plans all of them, at several times the cost, before it
 * finds out that most ask for nothing.
 *
 * <p>Left out are lines of the form {@code AND ($filter.kinds = [] OR …)}, with the deeper lines that continue them, where
 * {@code $filter.kinds} is that list, and of the alternatives in {@code CALL () { … }} those of another {@code $anchor}.
 */
final class AskedParts {

    private static final Pattern CONDITION = Pattern.compile(
            "\\n {2}AND \\(\\$((?:filter\\.)?\\w+) (= \\[]|= \"\"|IS NULL) OR [^\\n]*(?:\\n {4}[^\\n]*)*");

    private static final Pattern ALTERNATIVES = Pattern.compile("^CALL \\(\\) \\{\\n(.*?)\\n}\\n", Pattern.DOTALL);
    private static final String OTHERWISE = "\n  UNION ALL\n";
    private static final Pattern ANCHOR =
            Pattern.compile("\\$anchor (?:AS anchor WHERE anchor =|WHEN|(STARTS WITH)) \"(\\w+)\"");

    private AskedParts() {}

    static String of(String statement, Map<String, ? extends @Nullable Object> parameters) {
        if (!statement.contains("$filter.")) {
            return statement;
        }
        var asked = CONDITION
                .matcher(statement)
                .replaceAll(condition -> nothing(condition.group(1), condition.group(2), parameters)
                        ? ""
                        : Matcher.quoteReplacement(condition.group()));
        return ALTERNATIVES
                .matcher(asked)
                .replaceFirst(
                        all -> Matcher.quoteReplacement("CALL () {\n" + from(all.group(1), parameters) + "\n}\n"));
    }

    /** Whether a parameter makes its condition true, whatever follows. */
    private static boolean nothing(String name, String comparison, Map<String, ? extends @Nullable Object> parameters) {
        var value = name.startsWith("filter.")
                ? ((Map<?, ?>) parameters.get("filter")).get(name.substring("filter.".length()))
                : parameters.get(name);
        return switch (comparison) {
            case "= []" -> List.of().equals(value);
            case "= \"\"" -> "".equals(value);
            default -> value == null;
        };
    }

    private static String from(String alternatives, Map<String, ? extends @Nullable Object> parameters) {
        var anchor = String.valueOf(parameters.get("anchor"));
        var asked = Stream.of(alternatives.split(OTHERWISE))
                .filter(alternative -> startsFrom(anchor, alternative))
                .toList();
        return asked.isEmpty() ? alternatives : String.join(OTHERWISE, asked);
    }

    private static boolean startsFrom(String anchor, String alternative) {
        var place = ANCHOR.matcher(alternative);
        if (!place.find()) {
            return true;
        }
        return place.group(1) == null ? anchor.equals(place.group(2)) : anchor.startsWith(place.group(2));
    }
}

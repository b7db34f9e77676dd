package dev.identityexplorer.graph;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The functions with a namespace that a query calls. Functions without one come with Cypher and only compute; all that
 * plug-ins add have one, and might read settings or call other servers.
 */
final class CalledFunctions {

    private static final Set<String> NAMESPACES =
            Set.of("date", "time", "datetime", "localtime", "localdatetime", "duration", "point", "vector");

    /** Comments, strings and parameters, which call nothing; else names, points and parentheses. */
    private static final Pattern TOKENS = Pattern.compile(
            "//[^\\n\\r]*|/\\*.*?\\*/|'[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+'"
                    + "|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|`[^`]*+(?:``[^`]*+)*+`|[\\p{L}\\p{Nl}\\p{Pc}_][\\p{L}\\p{Nl}\\p{Nd}\\p{Mn}\\p{Mc}\\p{Pc}\\p{Sc}_]*|\\s+|.",
            Pattern.DOTALL);

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-Fa-f]{4})");

    private CalledFunctions() {}

    /**
     * Looks at every call.
     *
     * @throws GraphException if one is of a namespace that is not allowed
     */
    static void require(String query) {
        for (var name : of(query)) {
            var namespace = name.substring(0, name.indexOf('.')).toLowerCase(java.util.Locale.ROOT);
            if (!NAMESPACES.contains(namespace) && !AllowedPlan.procedure(name)) {
                throw GraphException.refused("This query calls " + name
                        + "(), and the console calls only functions that" + " come with Cypher.");
            }
        }
    }

    /** The names with a point in them that stand before a parenthesis. Cypher reads \\uXXXX anywhere, so does this. */
    static Set<String> of(String query) {
        var decoded = ESCAPE.matcher(query)
                .replaceAll(m -> java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(m.group(1), 16))));
        var found = new TreeSet<String>();
        var chain = new StringBuilder();
        boolean open = false;
        var tokens = TOKENS.matcher(decoded);
        while (tokens.find()) {
            var token = tokens.group();
            char first = token.charAt(0);
            if (token.isBlank() || token.startsWith("//") || token.startsWith("/*")) {
                continue;
            }
            boolean name = first == '`' && token.length() > 1
                    || Character.isLetter(first)
                    || first == '_'
                    || Character.getType(first) == Character.CONNECTOR_PUNCTUATION
                    || Character.getType(first) == Character.LETTER_NUMBER;
            if (name) {
                if (!open) {
                    chain.setLength(0);
                }
                chain.append(first == '`' ? token.substring(1, token.length() - 1) : token);
                open = false;
            } else if (first == '.' && !chain.isEmpty()) {
                chain.append('.');
                open = true;
            } else {
                if (first == '(' && chain.indexOf(".") > 0 && !open) {
                    found.add(chain.toString());
                }
                chain.setLength(0);
                open = false;
            }
        }
        return found;
    }
}

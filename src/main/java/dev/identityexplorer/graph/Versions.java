package dev.identityexplorer.graph;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Neo4j's version numbers, as far as a store's format depends on them: year or major, and minor. */
final class Versions {
    private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+).*");

    private Versions() {}

    /** Whether the first version is newer than the second; an unreadable one is not. */
    static boolean newer(String version, String than) {
        Matcher left = NUMBERS.matcher(version);
        Matcher right = NUMBERS.matcher(than);
        return left.matches() && right.matches() && number(left) > number(right);
    }

    private static long number(Matcher numbers) {
        return Long.parseLong(numbers.group(1)) * 1_000_000 + Long.parseLong(numbers.group(2));
    }
}

package dev.identityexplorer.cypher;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the header of a question says when its rows are things to act on: how bad they are, which AWS document says so,
 * and what would fix them. Each row of such a question has a column {@code finding}: what was found, {@code unknown}
 * where evidence is missing, nothing where the row only stands beside; a column {@code accountId}; and {@code id}.
 *
 * @param sources addresses of AWS documents, at least one
 * @param fix a sentence
 */
public record Finding(Severity severity, List<String> sources, String fix) {

    /** How bad a finding is, the worst first. */
    public enum Severity {
        /** Somebody may come in, now. */
        high,
        /** Against what AWS recommends, and one more mistake away from harm. */
        medium,
        /** Untidy: it costs attention. */
        low
    }

    /** The value that the column {@code finding} has where nobody knows. */
    public static final String UNKNOWN = "unknown";

    private static final String DOCUMENTS = "https://docs.aws.amazon.com/";

    public Finding {
        sources = List.copyOf(sources);
    }

    /**
     * What {@code fields} say.
     *
     * @throws CypherFileException if they say half of it, or with other words
     */
    static Optional<Finding> of(String file, Map<String, List<String>> fields) {
        var severity = fields.getOrDefault("finding", List.of());
        var sources = fields.getOrDefault("source", List.of());
        var fix = fields.getOrDefault("fix", List.of());
        if (severity.isEmpty() && sources.isEmpty() && fix.isEmpty()) {
            return Optional.empty();
        }
        if (severity.size() != 1 || fix.size() != 1 || sources.isEmpty()) {
            throw CypherFileException.inHeader(
                    file, 1, "A finding has one '// finding: …', one '// fix: …' and at least one '// source: …'.");
        }
        var known = Arrays.stream(Severity.values())
                .filter(s -> s.name().equals(severity.get(0)))
                .findFirst()
                .orElseThrow(() -> CypherFileException.inHeader(
                        file,
                        1,
                        "The finding's severity '" + severity.get(0) + "' is none of "
                                + Arrays.stream(Severity.values())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))
                                + "."));
        sources.stream().filter(s -> !s.matches(DOCUMENTS + "\\S+")).findFirst().ifPresent(s -> {
            throw CypherFileException.inHeader(
                    file, 1, "The source '" + s + "' is no address of an AWS document (" + DOCUMENTS + "…).");
        });
        return Optional.of(new Finding(known, sources, fix.get(0)));
    }
}

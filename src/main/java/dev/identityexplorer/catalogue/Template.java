package dev.identityexplorer.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command or a file name with placeholders in braces, such as {@code aws iam delete-role --role-name {name}}.
 * Which ones a template may hold, and what they stand for, is in the header of its file. Other braces, as in the
 * shorthand syntax of the AWS CLI ({@code Delete={RegionName={region}}}), are text.
 *
 * @param text as it stands in the file
 */
public record Template(String text) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][A-Za-z]*(?:\\.[a-z][A-Za-z]*)?)}");

    public Template {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A template of the catalogue is empty.");
        }
    }

    /** The names of the placeholders, in the order in which they stand in the text. */
    public List<String> placeholders() {
        return PLACEHOLDER.matcher(text).results().map(m -> m.group(1)).toList();
    }

    /**
     * The text with what {@code values} knows put in for the placeholders; the others stay, for a person to fill in.
     * Quoting for a shell or for a file name is up to {@code values}.
     */
    public String fill(Function<String, Optional<String>> values) {
        Function<MatchResult, String> filled = m -> values.apply(m.group(1)).orElse(m.group());
        return PLACEHOLDER.matcher(text).replaceAll(m -> Matcher.quoteReplacement(filled.apply(m)));
    }

    @Override
    public String toString() {
        return text;
    }
}

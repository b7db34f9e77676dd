package dev.identityexplorer.strict;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the AWS CLI prints of an answer, for the part of {@code --query} that plans use. */
final class Output {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final DefaultPrettyPrinter LIKE_THE_CLI = new DefaultPrettyPrinter(
            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));

    private static final Pattern STEP = Pattern.compile("(\\w+)(\\[(?:\\?(!?)(\\w+)(?:==[`'](.*?)[`'])?)?])?(?:\\.|$)");

    private Output() {}

    static String of(Command c, Map<String, Object> answer) {
        if (answer.isEmpty()) {
            return "";
        }
        var value = c.options().containsKey("--query") ? query(answer, c.get("--query")) : answer;
        return (c.get("--output").equals("text") ? text(value) : json(value)) + "\n";
    }

    static String json(@Nullable Object value) {
        try {
            return JSON.writer(LIKE_THE_CLI).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Object query(Object answer, String query) {
        Object value = answer;
        boolean many = false;
        var step = STEP.matcher(query);
        int end = 0;
        while (end < query.length() && step.find(end) && step.start() == end) {
            end = step.end();
            var name = step.group(1);
            if (many) {
                var all = new ArrayList<Object>();
                for (var each : (List<?>) value) {
                    var field = field(each, name);
                    if (field instanceof List<?> list && step.group(2) != null) {
                        all.addAll(list);
                    } else if (field != null) {
                        all.add(field);
                    }
                }
                value = all;
            } else {
                value = field(value, name);
            }
            if (value == null) {
                return null;
            }
            if (step.group(2) != null) {
                many = true;
                var condition = step.group(4);
                if (condition != null) {
                    boolean wanted = !step.group(3).equals("!");
                    var like = step.group(5) == null ? "true" : step.group(5);
                    value = ((List<?>) value)
                            .stream()
                                    .filter(each -> like.equals(String.valueOf(field(each, condition))) == wanted)
                                    .toList();
                }
            }
        }
        if (end < query.length()) {
            throw Command.usage("Bad value for --query " + query);
        }
        return value;
    }

    private static @Nullable Object field(@Nullable Object value, String name) {
        return value instanceof Map<?, ?> map ? map.get(name) : null;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Output::text).collect(Collectors.joining("\t"));
        } else if (value instanceof Map<?, ?> map) {
            return map.values().stream().map(Output::text).collect(Collectors.joining("\t"));
        }
        return value == null ? "None" : value.toString();
    }
}

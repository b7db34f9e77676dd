package dev.identityexplorer.collect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.identityexplorer.catalogue.ReadCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What placeholders of a call stand for; see the header of {@code aws/read-calls.json}.
 *
 * @param item the element of a list that the call is about; missing for calls that are about none
 * @param parameter the parameter of the file that has the list
 * @param before the answer of the call before
 * @param more further arguments, which the list of calls does not have
 */
record Values(String accountId, JsonNode item, String parameter, JsonNode before, Map<String, String> more) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)(?:\\.(\\w+))?}");

    static Values none(String accountId) {
        return new Values(accountId, MissingNode.getInstance(), "", MissingNode.getInstance(), Map.of());
    }

    Values withItem(JsonNode item, String parameter) {
        return new Values(accountId, item, parameter, before, more);
    }

    Values withMore(String argument, String value) {
        return new Values(accountId, item, parameter, before, Map.of(argument, value));
    }

    Values withBefore(JsonNode answer) {
        return new Values(accountId, item, parameter, answer, more);
    }

    /** The call's arguments with everything filled in. */
    Map<String, Object> arguments(ReadCall call) {
        var filled = new LinkedHashMap<String, Object>();
        call.arguments().forEach((name, value) -> filled.put(name, fill(value)));
        filled.putAll(more);
        return filled;
    }

    private Object fill(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(this::fill).toList();
        }
        return value instanceof String text ? fill(text) : value;
    }

    /** The text with everything filled in; a value that is missing is empty. */
    String fill(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(m -> Matcher.quoteReplacement(value(m.group(1), m.group(2))));
    }

    private String value(String name, @org.jspecify.annotations.Nullable String field) {
        return switch (name) {
            case "accountId" -> accountId;
            case "parameter" -> parameter;
            case "item" -> text(item, field);
            case "before" -> text(before, field);
            default -> throw new CollectException("aws/read-calls.json has the unknown placeholder {" + name + "}.");
        };
    }

    private static String text(JsonNode node, @org.jspecify.annotations.Nullable String field) {
        return (field == null ? node : node.path(field)).asText("");
    }
}

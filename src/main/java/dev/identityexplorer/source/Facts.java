package dev.identityexplorer.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Properties of an entity, taken from AWS's fields; a field that is missing or unreadable becomes no property. */
final class Facts {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");
    private static final Pattern FLAG = Pattern.compile("(?i)true|false");

    private final JsonNode node;
    private final Map<String, Object> facts = new TreeMap<>();

    Facts(JsonNode node) {
        this.node = node;
    }

    Facts texts(String... fields) {
        for (var field : fields) {
            var value = node.path(field);
            if (value.isTextual() || value.isNumber()) {
                facts.put(property(field), value.asText());
            }
        }
        return this;
    }

    Facts dates(String... fields) {
        for (var field : fields) {
            Dates.parse(node.path(field)).ifPresent(date -> facts.put(property(field), date));
        }
        return this;
    }

    Facts numbers(String... fields) {
        for (var field : fields) {
            var value = node.path(field);
            if (value.isNumber()
                    || value.isTextual() && NUMBER.matcher(value.asText()).matches()) {
                facts.put(property(field), value.asLong());
            }
        }
        return this;
    }

    Facts flags(String... fields) {
        for (var field : fields) {
            var value = node.path(field);
            if (value.isBoolean()) {
                facts.put(property(field), value.booleanValue());
            } else if (value.isTextual() && FLAG.matcher(value.asText()).matches()) {
                facts.put(property(field), Boolean.parseBoolean(value.asText()));
            }
        }
        return this;
    }

    Facts put(String property, Object value) {
        facts.put(property, value);
        return this;
    }

    Map<String, Object> map() {
        return facts;
    }

    /** AWS's name in lowerCamelCase: {@code userId}, {@code sshPublicKeyId}. */
    static String property(String field) {
        int capitals = 0;
        while (capitals < field.length() && Character.isUpperCase(field.charAt(capitals))) {
            capitals++;
        }
        int lower = capitals <= 1 || capitals == field.length() ? capitals : capitals - 1;
        return field.substring(0, lower).toLowerCase(java.util.Locale.ROOT) + field.substring(lower);
    }
}

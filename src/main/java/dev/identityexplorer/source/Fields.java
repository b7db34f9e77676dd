package dev.identityexplorer.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.identityexplorer.catalogue.Inventory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds values in records by dotted paths. CloudFormation, the services' own answers and AWS Config spell the same field
 * {@code RoleARN}, {@code RoleArn} or {@code roleArn}: letters count, their case does not.
 */
final class Fields {

    private Fields() {}

    /** All values at a path; lists on the way are entered, and one at its end gives its elements. */
    static List<JsonNode> at(JsonNode node, String path) {
        var nodes = elements(node);
        for (var field : path.isEmpty() ? new String[0] : path.split("\\.")) {
            var next = new ArrayList<JsonNode>();
            nodes.forEach(n -> next.addAll(elements(field(n, field))));
            nodes = next;
        }
        return nodes;
    }

    /** The first text at a path; empty if there is none. */
    static String text(JsonNode node, String path) {
        return at(node, path).stream()
                .filter(n -> n.isTextual() || n.isNumber() || n.isBoolean())
                .map(JsonNode::asText)
                .findFirst()
                .orElse("");
    }

    /** Whether the record has something at a path, be it an empty list. */
    static boolean has(JsonNode node, String path) {
        var fields = path.split("\\.");
        var holders = at(node, String.join(".", Arrays.copyOf(fields, fields.length - 1)));
        return !holders.isEmpty()
                && holders.stream()
                        .map(holder -> field(holder, fields[fields.length - 1]))
                        .noneMatch(value -> value.isMissingNode() || value.isNull());
    }

    static boolean matches(JsonNode node, Inventory.Match match) {
        return match.values().contains(text(node, match.field()));
    }

    private static JsonNode field(JsonNode node, String name) {
        var exact = node.path(name);
        if (!exact.isMissingNode() || !node.isObject()) {
            return exact;
        }
        for (var property : node.properties()) {
            if (property.getKey().equalsIgnoreCase(name)) {
                return property.getValue();
            }
        }
        return exact;
    }

    private static List<JsonNode> elements(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return List.of();
        }
        if (!node.isArray()) {
            return List.of(node);
        }
        var elements = new ArrayList<JsonNode>();
        node.forEach(elements::add);
        return elements;
    }
}

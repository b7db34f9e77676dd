package dev.identityexplorer.collect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Names that are {@code brokerSummaries} on the wire and {@code BrokerSummaries} in the model and the AWS CLI. */
final class Capitals {

    private Capitals() {}

    static ObjectNode of(ObjectNode object) {
        var renamed = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(field -> {
            var name = field.getKey().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                    + field.getKey().substring(1);
            // the keys of tags are the customer's
            renamed.set(name, name.equals("Tags") ? field.getValue() : node(field.getValue()));
        });
        return renamed;
    }

    private static JsonNode node(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return of(object);
        } else if (node.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> array.add(node(element)));
            return array;
        }
        return node;
    }
}

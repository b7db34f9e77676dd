package dev.identityexplorer.collect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** IAM answers with URL-encoded policy documents, which the AWS CLI prints as the JSON that they are. */
final class PolicyDocuments {

    private static final Set<String> FIELDS = Set.of("AssumeRolePolicyDocument", "PolicyDocument", "Document");
    private static final ObjectMapper JSON = new ObjectMapper();

    private PolicyDocuments() {}

    static void decode(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                if (FIELDS.contains(field.getKey()) && field.getValue().isTextual()) {
                    field.setValue(decoded(field.getValue()));
                } else {
                    decode(field.getValue());
                }
            });
        } else {
            node.forEach(PolicyDocuments::decode);
        }
    }

    /** What cannot be decoded stays as it is; {@code source} says what is wrong with it. */
    private static JsonNode decoded(JsonNode text) {
        try {
            var json = URLDecoder.decode(text.asText().replace("+", "%2B"), StandardCharsets.UTF_8);
            return JSON.readTree(json);
        } catch (IllegalArgumentException | JsonProcessingException e) {
            return text;
        }
    }
}

package dev.identityexplorer.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A policy document in any of its forms: an object, as the AWS CLI prints it; percent-encoded text, as the API answers;
 * JSON as text, as other tools write it.
 */
final class PolicyDocument {

    private PolicyDocument() {}

    /** The document as an object; empty where there is none, or only the placeholder {@code <URL-encoded-JSON>}. */
    static Optional<JsonNode> in(JsonNode value) {
        if (value.isObject() && !value.isEmpty()) {
            return Optional.of(value);
        } else if (!value.isTextual()) {
            return Optional.empty();
        }
        var text = value.asText().strip();
        var json = text.startsWith("{") || text.startsWith("\"")
                ? text
                : BundlePath.decode(text).strip();
        if (!json.startsWith("{") && !json.startsWith("\"")) {
            return Optional.empty();
        }
        return JsonFile.parse(json).flatMap(PolicyDocument::in);
    }
}

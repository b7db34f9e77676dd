package dev.identityexplorer.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** JSON in and out. */
final class Json {

    /** As deep as what is imported; what packs a value for the database recurses, and a stack is not endless. */
    private static final int DEEPEST = 200;

    static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** The body of a request that has to be JSON. */
    static <T> T body(Context ctx, Class<T> type) throws JsonProcessingException {
        var contentType = ctx.contentType();
        if (contentType == null || !contentType.startsWith("application/json")) {
            throw new WebException(
                    415, "unsupported-media-type", "The body has to be JSON: send Content-Type: application/json.");
        }
        var body = ctx.body();
        T value = body.isBlank() ? null : MAPPER.readValue(body, type);
        if (value == null) {
            throw WebException.badRequest("The body is empty; see openapi.yaml for what it has to hold.");
        }
        return value;
    }

    /** A document that the graph keeps as text; text that is no JSON stays text. */
    static @Nullable Object document(@Nullable Object text) {
        if (!(text instanceof String json)) {
            return text;
        }
        try {
            JsonNode node = MAPPER.readTree(json);
            return node.isContainerNode() ? node : json;
        } catch (JsonProcessingException e) {
            return json;
        }
    }
}

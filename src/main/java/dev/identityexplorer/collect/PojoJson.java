package dev.identityexplorer.collect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** The SDK's objects as the AWS CLI prints them: the model's names, what the answer has and no more. */
final class PojoJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** As Python's isoformat: {@code 2024-01-01T00:00:00+00:00}, with six digits if there is a fraction. */
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    private static final DateTimeFormatter MICROSECONDS = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.MICRO_OF_SECOND, 6, 6, true)
            .appendPattern("xxx")
            .toFormatter(java.util.Locale.ROOT);

    private PojoJson() {}

    static ObjectNode object(SdkPojo pojo) {
        var object = NODES.objectNode();
        for (var field : pojo.sdkFields()) {
            var value = field.getValueOrDefault(pojo);
            // an absent list is not an empty one
            if (value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap)) {
                object.set(field.memberName(), node(value));
            }
        }
        return object;
    }

    private static JsonNode node(Object value) {
        if (value instanceof SdkPojo pojo) {
            return object(pojo);
        } else if (value instanceof List<?> list) {
            var array = NODES.arrayNode();
            list.forEach(element -> array.add(element == null ? NODES.nullNode() : node(element)));
            return array;
        } else if (value instanceof Map<?, ?> map) {
            var object = NODES.objectNode();
            map.forEach((key, element) -> object.set(key.toString(), node(element)));
            return object;
        } else if (value instanceof Instant instant) {
            return NODES.textNode(
                    (instant.getNano() == 0 ? SECONDS : MICROSECONDS).format(instant.atOffset(ZoneOffset.UTC)));
        } else if (value instanceof SdkBytes bytes) {
            return NODES.textNode(Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe()));
        }
        return value instanceof String || value instanceof Number || value instanceof Boolean
                ? JSON.valueToTree(value)
                : NODES.textNode(value.toString());
    }
}

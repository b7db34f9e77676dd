package dev.identityexplorer.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** {@code openapi.yaml}, and whether answers are as it says: status, content type, every field. */
final class Contract {

    static final ObjectMapper JSON = new ObjectMapper();

    /** Parts of others, which have more. */
    private static final Set<String> EXTENDED = Set.of("ServiceCount", "ServiceRow");

    private final JsonSchemaFactory schemas = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private final JsonNode document;
    private final Set<String> checked = new TreeSet<>();

    Contract() {
        try {
            document = new ObjectMapper(new YAMLFactory())
                    .readTree(Files.readString(Path.of("src/main/resources/openapi.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        close(document.path("components").path("schemas"));
    }

    /** What the contract does not name may not be in an answer, so that nothing goes undocumented. */
    private static void close(JsonNode schemas) {
        schemas.properties().stream()
                .filter(schema -> !EXTENDED.contains(schema.getKey()))
                .forEach(schema -> closeOne(schema.getValue()));
    }

    private static void closeOne(JsonNode node) {
        if (node instanceof ObjectNode schema && schema.has("allOf")) {
            schema.put("unevaluatedProperties", false);
            return;
        }
        if (node instanceof ObjectNode schema
                && schema.path("properties").isObject()
                && schema.has("required")
                && !schema.has("additionalProperties")) {
            schema.put("additionalProperties", false);
        }
        node.forEach(Contract::closeOne);
    }

    JsonNode document() {
        return document;
    }

    /** All operations as {@code GET /summary}, but for those that {@link #check} saw answered well. */
    Set<String> unchecked() {
        var all = new TreeSet<String>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> all.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        all.removeAll(checked);
        return all;
    }

    /** Fails unless the response is one that the operation may give; the body, if it is JSON. */
    JsonNode check(String operation, HttpResponse<String> response) {
        var parts = operation.split(" ");
        var responses = document.path("paths")
                .path(parts[1])
                .path(parts[0].toLowerCase(java.util.Locale.ROOT))
                .path("responses");
        assertThat(responses.isObject()).as(operation + " is an operation").isTrue();
        var status = Integer.toString(response.statusCode());
        assertThat(responses.has(status))
                .as(operation + " may answer " + status + ": " + response.body())
                .isTrue();
        var described = resolve(responses.path(status));
        var type = response.headers().firstValue("Content-Type").orElse("none").replaceFirst(";.*", "");
        assertThat(described.path("content").has(type))
                .as(operation + " " + status + " has content of type " + type)
                .isTrue();
        if (status.startsWith("2")) {
            checked.add(operation);
        }
        if (!type.endsWith("json")) {
            return JSON.nullNode();
        }
        var body = read(response.body());
        assertThat(schemas.getSchema(
                                standalone(described.path("content").path(type).path("schema")))
                        .validate(body))
                .as(operation + " " + status + ": " + response.body())
                .isEmpty();
        return body;
    }

    /** Fails unless every example fits its schema; how many there were. */
    int examples(JsonNode node) {
        int count = 0;
        if (node.has("schema") && node.has("example") && node.path("schema").isObject()) {
            var problems = schemas.getSchema(standalone(node.path("schema"))).validate(node.path("example"));
            assertThat(problems).as("example " + node.path("example")).isEmpty();
            count++;
        }
        for (var child : node) {
            count += examples(child);
        }
        return count;
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private JsonNode standalone(JsonNode schema) {
        var alone = JSON.createObjectNode();
        alone.set("allOf", JSON.createArrayNode().add(schema));
        alone.set("components", document.path("components"));
        return alone;
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }
}

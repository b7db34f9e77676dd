package dev.identityexplorer.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How JSON is parsed, and what is said when it cannot be. */
final class Json {

    /** Strings as long as a large credential report; nesting deeper than any AWS answer. */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(20_000_000)
                    .maxNestingDepth(200)
                    .build())
            .build();

    /** A key that comes twice would hide what it held first: of which groups a user is a member, say. */
    static final JsonMapper MAPPER = JsonMapper.builder(FACTORY)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    /** Something that reads JSON. */
    interface Call<T extends @Nullable Object> {
        T call() throws IOException;
    }

    private Json() {}

    static <T extends @Nullable Object> T calling(SourceFile file, @Nullable JsonParser parser, Call<T> call) {
        try {
            return call.call();
        } catch (JsonProcessingException e) {
            var at = e.getLocation() == null && parser != null ? parser.currentLocation() : e.getLocation();
            throw new SourceException(file.name() + sentence(e, position(at)), e);
        } catch (IOException e) {
            throw SourceFile.unreadable(file.name(), e);
        }
    }

    /** The text or number in {@code field} as text; empty where there is none, or something else. */
    static String text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isTextual() || value.isNumber() || value.isBoolean() ? value.asText() : "";
    }

    static SourceException at(SourceFile file, JsonParser parser, String expected) {
        return new SourceException(file.name() + " is not an AWS answer: at " + position(parser.currentTokenLocation())
                + " " + expected + ".");
    }

    private static String sentence(JsonProcessingException e, String at) {
        if (e instanceof JsonEOFException) {
            return " is cut off: it ends at " + at + ", where the rest of a JSON object was expected; export it again.";
        }
        var why = e.getOriginalMessage()
                .lines()
                .findFirst()
                .orElse("unreadable")
                // names of Java's own help nobody who exports files
                .replaceFirst(", from `\\w+\\.\\w+\\(\\)`", "")
                .replaceFirst("[.;]$", "");
        if (e instanceof StreamConstraintsException) {
            return " holds something too large at " + at + ", where an AWS answer was expected (" + why + ").";
        }
        return " is not valid JSON at " + at + ", where an AWS answer was expected to go on (" + why + ").";
    }

    private static String position(@Nullable JsonLocation location) {
        return location == null
                ? "an unknown position"
                : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}

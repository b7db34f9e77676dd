package dev.identityexplorer.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A JSON file as a stream of documents: one, several one after the other, or the elements of one list. A document's
 * keys are walked one by one and a list's elements are trees one at a time, so that memory depends on one element.
 */
final class JsonFile implements AutoCloseable {

    private final SourceFile file;
    private final JsonParser parser;
    private int index = -1;
    private boolean inList;
    private boolean inDocument;
    private boolean valueAhead;
    private String key = "";
    private final Set<String> keys = new HashSet<>();

    JsonFile(SourceFile file) {
        this.file = file;
        this.parser = Json.calling(file, null, () -> Json.FACTORY.createParser(file.open()));
    }

    /** Moves to the next document; false at the end of the file. */
    boolean nextDocument() {
        while (inDocument) {
            nextKey();
        }
        for (var token = next(); token != null; token = next()) {
            if (token == JsonToken.START_OBJECT) {
                index++;
                inDocument = true;
                keys.clear();
                return true;
            } else if (!inList && token == JsonToken.START_ARRAY) {
                inList = true;
            } else if (token == JsonToken.END_ARRAY) {
                inList = false;
            } else if (inList) {
                skipValue();
            } else {
                throw Json.at(file, parser, "a JSON object was expected");
            }
        }
        return false;
    }

    /** The number of the current document in the file, from 0. */
    int index() {
        return index;
    }

    /** Moves to the document's next key; false after the last one. */
    boolean nextKey() {
        if (valueAhead) {
            skipValue();
            valueAhead = false;
        }
        var token = next();
        if (token != JsonToken.FIELD_NAME) {
            inDocument = false;
            return false;
        }
        key = calling(parser::currentName);
        if (!keys.add(key)) {
            throw Json.at(file, parser, "a key was expected that was not there before");
        }
        next();
        valueAhead = true;
        return true;
    }

    /** The key that {@link #nextKey()} moved to. */
    String key() {
        return key;
    }

    /** The current key's whole value. */
    JsonNode value() {
        valueAhead = false;
        return tree();
    }

    /** The current key's value, if it is text; else empty. */
    String text() {
        var value = value();
        return value.isTextual() ? value.asText() : "";
    }

    /** Each element of the current key's list with its index; a value that is no list once, with index -1. */
    void elements(ObjIntConsumer<JsonNode> each) {
        valueAhead = false;
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            each.accept(tree(), -1);
            return;
        }
        for (int i = 0; next() != JsonToken.END_ARRAY; i++) {
            each.accept(tree(), i);
        }
    }

    /** Says that the current key's value was read with {@link #parser()}. */
    void consumed() {
        valueAhead = false;
    }

    /** The parser, for the scan, which looks at tokens instead of trees. */
    JsonParser parser() {
        return parser;
    }

    /** The next token, read to its end, so that a string without end is noticed here. */
    @Nullable
    JsonToken next() {
        return calling(() -> {
            var token = parser.nextToken();
            if (token == JsonToken.VALUE_STRING) {
                parser.finishToken();
            }
            return token;
        });
    }

    private void skipValue() {
        int depth = 0;
        for (var token = parser.currentToken(); ; token = next()) {
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (depth == 0) {
                return;
            }
        }
    }

    <T extends @Nullable Object> T calling(Json.Call<T> call) {
        return Json.calling(file, parser, call);
    }

    private JsonNode tree() {
        return calling(() -> Json.MAPPER.readTree(parser));
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw SourceFile.unreadable(file.name(), e);
        }
    }

    /** {@link JsonProcessingException}s of {@code text} as empty, for JSON inside of JSON. */
    static Optional<JsonNode> parse(String text) {
        try {
            return Optional.ofNullable(Json.MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}

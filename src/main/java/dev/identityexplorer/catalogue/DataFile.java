package dev.identityexplorer.catalogue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * One file under {@code aws/} on the class path: a JSON object with facts about the file and lists of rows. It is
 * read token by token, without data binding, and this room joins texts without {@code +} on its way: both would cost
 * more on the cold start of a command than the reading itself.
 */
record DataFile(String name, byte[] bytes, Map<String, Object> content) {

    private static final JsonFactory JSON = new JsonFactory();

    static DataFile read(String name) {
        try (var in = DataFile.class.getResourceAsStream("/aws/".concat(name))) {
            if (in == null) {
                throw new CatalogueException("The catalogue file aws/" + name
                        + " is not on the class path; build the project again (mvn package).");
            }
            return parse(name, in.readAllBytes());
        } catch (IOException e) {
            throw new CatalogueException("The catalogue file aws/" + name + " cannot be read.", e);
        }
    }

    static DataFile parse(String name, byte[] bytes) {
        try (var parser = JSON.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new CatalogueException("The catalogue file aws/" + name + " must be one JSON object.");
            }
            return new DataFile(name, bytes, object(parser));
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new CatalogueException(
                    "The catalogue file aws/" + name + " is not JSON at line " + at.getLineNr() + ", column "
                            + at.getColumnNr() + ": " + e.getOriginalMessage() + ".",
                    e);
        } catch (IOException e) {
            throw new CatalogueException("The catalogue file aws/" + name + " cannot be read.", e);
        }
    }

    /** Each row of the list {@code section}, turned into a record; {@code columns} are all that it may have. */
    <T> List<T> rows(String section, Set<String> columns, Function<Row, T> of) {
        if (!(content.get(section) instanceof List<?> list)) {
            throw new CatalogueException("The catalogue file aws/" + name + " has no list '" + section + "'.");
        }
        return Row.each(String.join(", ", name, section), list, columns, of);
    }

    /** The placeholders that the templates of this file may hold, as its header explains them. */
    TreeSet<String> placeholders() {
        return content.get("placeholders") instanceof Map<?, ?> map
                ? map.keySet().stream().map(String::valueOf).collect(TreeSet::new, TreeSet::add, TreeSet::addAll)
                : new TreeSet<>();
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        var map = new LinkedHashMap<String, Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var key = parser.currentName();
            parser.nextToken();
            map.put(key, value(parser));
        }
        return map;
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> {
                var list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                yield list;
            }
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT -> parser.getIntValue();
            default -> parser.getText();
        };
    }
}

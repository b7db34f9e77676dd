package dev.identityexplorer.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.identityexplorer.cypher.CypherFile;
import dev.identityexplorer.cypher.CypherLibrary;
import dev.identityexplorer.cypher.Finding;
import dev.identityexplorer.cypher.Parameter;
import dev.identityexplorer.graph.Console;
import dev.identityexplorer.graph.Overview;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /queries} and {@code /cypher}: the questions that come with the product, and people's own. */
final class QueriesResource {

    /** The body of {@code POST /cypher}. */
    record CypherRequest(String query, Map<String, @Nullable Object> params) {

        @JsonCreator
        static CypherRequest of(
                @JsonProperty("query") @Nullable String query,
                @JsonProperty("params") @Nullable Map<String, @Nullable Object> params) {
            return new CypherRequest(query == null ? "" : query, params == null ? Map.of() : params);
        }
    }

    private static final int LONGEST = 100_000;

    private final CypherLibrary library;
    private final Console console;
    private final Overview overview;

    QueriesResource(CypherLibrary library, Console console, Overview overview) {
        this.library = library;
        this.console = console;
        this.overview = overview;
    }

    void list(Context ctx) {
        var items = library.explore().stream().map(QueriesResource::query).toList();
        Tagged.json(ctx, "q" + Integer.toHexString(library.explore().hashCode()), () -> Map.of("items", items));
    }

    void run(Context ctx) {
        var name = ctx.pathParam("name");
        var file = library.find(name)
                .orElseThrow(() -> WebException.notFound(
                        "There is no question '" + name + "'; queries lists those that there are."));
        var given = new LinkedHashMap<String, String>();
        ctx.queryParamMap().forEach((key, values) -> {
            if (key.startsWith("p.")) {
                given.put(key.substring(2), values.get(0));
            }
        });
        AuditLog.note(ctx, "query", Map.of("name", name, "parameters", given));
        var answer = console.ask(file, file.arguments(given), Console.Limits.QUESTIONS);
        if (Csv.wanted(ctx)) {
            Csv.send(ctx, name, answer.columns(), answer.rows());
        } else {
            ctx.json(answer);
        }
    }

    void ask(Context ctx) throws JsonProcessingException {
        var request = Json.body(ctx, CypherRequest.class);
        if (request.query().isBlank() || request.query().length() > LONGEST) {
            throw WebException.badRequest("The query must have 1 to " + LONGEST + " characters.");
        }
        AuditLog.note(ctx, "query", Map.of("cypher", request.query(), "parameters", request.params()));
        ctx.json(console.ask(request.query(), request.params(), Console.Limits.DEFAULT));
    }

    void words(Context ctx) {
        var stamp = overview.stamp();
        Tagged.json(ctx, stamp, () -> {
            var rows = overview.words(stamp);
            return Map.of(
                    "labels", words(rows, "label"),
                    "relationshipTypes", words(rows, "type"),
                    "properties", words(rows, "property"));
        });
    }

    private static List<String> words(List<Map<String, @Nullable Object>> rows, String what) {
        return rows.stream()
                .filter(row -> what.equals(row.get("what")))
                .map(row -> String.valueOf(row.get("word")))
                .toList();
    }

    private static Map<String, @Nullable Object> query(CypherFile file) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("name", file.name());
        map.put("title", file.title());
        map.put("description", file.description());
        map.put(
                "params",
                file.parameters().stream().map(QueriesResource::parameter).toList());
        map.put("finding", file.finding().map(QueriesResource::finding).orElse(null));
        map.put("text", file.text());
        return map;
    }

    private static Map<String, Object> finding(Finding finding) {
        return Map.of("severity", finding.severity().name(), "sources", finding.sources(), "fix", finding.fix());
    }

    private static Map<String, @Nullable Object> parameter(Parameter parameter) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        var value = parameter.value();
        map.put("name", parameter.name());
        map.put(
                "type",
                value instanceof Long
                        ? "integer"
                        : value instanceof Double
                                ? "number"
                                : value instanceof Boolean
                                        ? "boolean"
                                        : value instanceof List ? "list" : value instanceof Map ? "map" : "string");
        map.put("example", parameter.example());
        map.put("default", value);
        map.put("note", parameter.note());
        return map;
    }
}

package dev.identityexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.identityexplorer.cypher.CypherFile;
import dev.identityexplorer.graph.TestDatabase;
import dev.identityexplorer.sample.Organization;
import dev.identityexplorer.web.TestServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line prints and what the API answers, which the pages show, is the same. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // both ask the same database
class AgreementIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static TestServer server;
    private static List<String> identities;

    @BeforeAll
    static void serve_the_sample() {
        Organization.importSample();
        identities =
                TestDatabase.query("MATCH (n:Entity) WHERE n.verdict IS NOT NULL RETURN n.id ORDER BY n.id").stream()
                        .map(row -> row.get(0).asString())
                        .toList();
        server = TestServer.open();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    static List<String> questions() {
        return Organization.LIBRARY.explore().stream().map(CypherFile::name).toList();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void a_question_has_the_same_rows(String name) throws Exception {
        var answer = JSON.readTree(server.get("/api/v1/queries/" + name).body());
        var rows = new ArrayList<Map<String, JsonNode>>();
        for (var row : answer.path("rows")) {
            var cells = new LinkedHashMap<String, JsonNode>();
            for (int i = 0; i < row.size(); i++) {
                cells.put(answer.path("columns").get(i).asText(), row.get(i));
            }
            rows.add(cells);
        }

        var printed = new ArrayList<Map<String, JsonNode>>();
        json("query", name).forEach(row -> {
            var cells = new LinkedHashMap<String, JsonNode>();
            row.properties().forEach(cell -> cells.put(cell.getKey(), cell.getValue()));
            printed.add(cells);
        });
        assertThat(printed).isEqualTo(rows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "111122223333", "444455556666", "777788889999"})
    void a_finding_is_counted_the_same(String account) throws Exception {
        var items = new ArrayList<String>();
        JSON.readTree(server.get("/api/v1/findings?account=" + account).body())
                .path("items")
                .forEach(item -> items.add(finding(item)));
        var printed = new ArrayList<String>();
        json(account.isEmpty() ? new String[] {"findings"} : new String[] {"findings", "--account", account})
                .forEach(row -> printed.add(finding(row)));
        assertThat(printed).isNotEmpty().isEqualTo(items);
    }

    private static String finding(JsonNode node) {
        return Stream.of("severity", "count", "unknown", "name", "title")
                .map(key -> node.path(key).asText())
                .collect(Collectors.joining(" | "));
    }

    @Test
    void a_verdict_is_the_same_with_all_that_stands_beside_it() throws Exception {
        var printed =
                json(Stream.concat(Stream.of("blockers"), identities.stream()).toArray(String[]::new));
        assertThat(printed).hasSameSizeAs(identities);
        for (var answer : printed) {
            var id = answer.path("id").asText();
            var answered = JSON.readTree(
                    server.get("/api/v1/deletion?id=" + TestServer.encode(id)).body());
            assertThat(answered).as(id).containsExactly(answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "json", "md"})
    void a_plan_is_the_same(String format) throws Exception {
        var printed = Cli.onTestDatabase(Stream.concat(Stream.of("plan", "--format", format), identities.stream())
                .toArray(String[]::new));
        var body = JSON.writeValueAsString(Map.of("ids", identities, "format", format));
        assertThat(printed.code()).as(printed.err()).isZero();
        assertThat(comparable(server.post("/api/v1/plans", body).body(), format))
                .isEqualTo(comparable(printed.out(), format));
    }

    private static Object comparable(String plan, String format) throws Exception {
        return format.equals("json") ? JSON.readTree(plan) : plan.strip();
    }

    private static JsonNode json(String... arguments) throws Exception {
        var result = Cli.onTestDatabase(Stream.concat(Stream.of(arguments), Stream.of("--format", "json"))
                .toArray(String[]::new));
        assertThat(result.code()).as(result.err()).isZero();
        return JSON.readTree(result.out());
    }
}

package dev.identityexplorer.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.identityexplorer.graph.TestDatabase;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, and what browsers are told. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // whom the server lets in, not what the engine answers
class GuardIT {

    private static final Contract CONTRACT = new Contract();
    private static TestServer server;

    @BeforeAll
    static void start() {
        TestDatabase.reset();
        server = TestServer.open();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String at(String host) {
        return server.raw("GET /api/v1/health HTTP/1.1", "Host: " + host);
    }

    @Test
    void it_answers_under_the_names_of_this_machine_with_its_port() {
        int port = server.server.uri().getPort();
        for (var name : new String[] {"127.0.0.1", "localhost", "LocalHost", "[::1]"}) {
            assertThat(at(name + ":" + port)).as(name).startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:%d",
                "127.0.0.1",
                "localhost:1",
                "127.0.0.1.evil.example:%d",
                "localhost.:%d",
                "0.0.0.0:%d",
                "localhost@evil.example:%d"
            })
    void it_does_not_answer_under_another_name(String host) {
        var answer = at(host.formatted(server.server.uri().getPort()));
        assertThat(answer).matches("(?s)HTTP/1.1 40[03].*").doesNotContain("\"up\"");
    }

    @Test
    void a_page_under_another_name_gets_nothing_either() {
        assertThat(server.raw("GET / HTTP/1.1", "Host: evil.example")).startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://localhost:1", "http://127.0.0.1", "file://"})
    void a_request_of_another_origin_changes_and_reads_nothing(String origin) {
        assertThat(server.upload(Map.of("x.json", "{}"), "Origin", origin).statusCode())
                .isEqualTo(403);
        assertThat(server.post("/api/v1/cypher", "{\"query\": \"RETURN 1\"}", "Origin", origin)
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.post("/api/v1/plans", "{}", "Origin", origin).statusCode())
                .isEqualTo(403);
        assertThat(server.get("/api/v1/imports/x/events", "Origin", origin).statusCode())
                .isEqualTo(403);
        CONTRACT.check("POST /cypher", server.post("/api/v1/cypher", "{\"query\": \"RETURN 1\"}", "Origin", origin));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void a_request_that_the_browser_calls_foreign_is_refused(String site) {
        assertThat(server.post("/api/v1/cypher", "{\"query\": \"RETURN 1\"}", "Sec-Fetch-Site", site)
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.get("/api/v1/imports/x/events", "Sec-Fetch-Site", site)
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.get("/api/v1/summary", "Sec-Fetch-Site", site).statusCode())
                .isEqualTo(403);
    }

    @Test
    void the_own_pages_get_in() {
        var origin = server.server.uri().toString().replaceFirst("/$", "");
        assertThat(server.post(
                                "/api/v1/cypher",
                                "{\"query\": \"RETURN 1\"}",
                                "Origin",
                                origin,
                                "Sec-Fetch-Site",
                                "same-origin")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/health",
                "/api/v1/summary",
                "/api/v1/nothing",
                "/nothing.js",
                "/webjars/lit/index.js"
            })
    void every_answer_tells_the_browser_how_little_it_may_do(String path) {
        var headers = server.get(path).headers();
        var policy = headers.firstValue("Content-Security-Policy").orElse("");
        assertThat(policy)
                .startsWith("default-src 'none'; script-src 'self'")
                .contains(
                        "style-src 'self'",
                        "connect-src 'self'",
                        "base-uri 'none'",
                        "form-action 'none'",
                        "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http", "*");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
        assertThat(headers.map().keySet())
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control-"));
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    @Test
    void a_stream_of_events_is_open_to_no_other_origin() {
        var headers = server.get("/api/v1/imports/x/events", "Accept", "text/event-stream")
                .headers();
        assertThat(headers.map().keySet())
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control-"));
    }

    @Test
    void a_preflight_is_answered_with_nothing_that_lets_in() {
        var answer = server.send(server.request("/api/v1/cypher")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .headers("Origin", "https://evil.example", "Access-Control-Request-Method", "POST"));
        assertThat(answer.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control-"));
        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../pom.xml", "/..%2fpom.xml", "/%2e%2e/%2e%2e/etc/passwd", "/webjars/lit/../../../openapi.yaml",
                        "/webjars/..%2f..%2fx.js",
                "/webjars/lit/3.3.2//index.js", "/application.class", "/dev/identityexplorer/Main.class",
                        "/.git/config", "/web/../cypher/schema.cypher",
                "/%00.js", "/webjars/nothing/x.js", "/cypher/schema.cypher.txt"
            })
    void nothing_outside_the_pages_is_served(String path) {
        var answer = server.raw(
                "GET " + path + " HTTP/1.1",
                "Host: 127.0.0.1:" + server.server.uri().getPort());
        assertThat(answer)
                .matches("(?s)HTTP/1.1 40[0-9].*")
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
    }

    @Test
    void libraries_are_served_with_and_without_their_version_with_the_right_type_and_once() {
        for (var path : new String[] {
            "lit/index.js",
            "lit-html/lit-html.js",
            "lit-element/lit-element.js",
            "lit__reactive-element/reactive-element.js",
            "cytoscape/dist/cytoscape.esm.min.mjs",
            "cytoscape/3.33.1/dist/cytoscape.esm.min.mjs",
            "cytoscape-fcose/cytoscape-fcose.js",
            "cose-base/cose-base.js",
            "layout-base/layout-base.js",
            "codemirror/lib/codemirror.js",
            "codemirror/mode/cypher/cypher.js"
        }) {
            var answer = server.get("/webjars/" + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("text/javascript; charset=utf-8");
            var tag = answer.headers().firstValue("ETag").orElseThrow();
            assertThat(server.get("/webjars/" + path, "If-None-Match", tag).statusCode())
                    .isEqualTo(304);
        }
        assertThat(server.get("/webjars/codemirror/lib/codemirror.css")
                        .headers()
                        .firstValue("Content-Type"))
                .contains("text/css; charset=utf-8");
    }

    @Test
    void huge_headers_are_refused_without_a_word_about_the_inside() {
        var answer = "";
        // a server that hangs up while the client still sends may take its own answer away with it
        for (int i = 0; i < 5 && answer.isEmpty(); i++) {
            answer = server.raw(
                    "GET /api/v1/health HTTP/1.1",
                    "Host: 127.0.0.1:" + server.server.uri().getPort(),
                    "X: " + "x".repeat(80_000));
        }
        assertThat(answer).startsWith("HTTP/1.1 431").doesNotContain("etty");
        assertThat(server.raw("GET /\u0001 HTTP/9.9", "Host: x"))
                .matches("(?s)HTTP/1.1 (400|505).*")
                .doesNotContain("etty");
    }

    @Test
    void with_a_token_nothing_of_the_API_is_answered_without_it() {
        var token = "correct-horse-battery-staple";
        try (var guarded = TestServer.withToken(token)) {
            assertThat(guarded.get("/api/v1/health").statusCode()).isEqualTo(200);
            for (var header : new String[] {
                "", "Bearer", "Bearer wrong-horse-battery-staple", "Basic " + token, "Bearer " + token + "x"
            }) {
                var answer = header.isEmpty()
                        ? guarded.get("/api/v1/summary")
                        : guarded.get("/api/v1/summary", "Authorization", header);
                assertThat(answer.statusCode()).as(header).isEqualTo(401);
                assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
                CONTRACT.check("GET /summary", answer);
            }
            assertThat(guarded.get("/api/v1/summary", "Authorization", "Bearer " + token)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void an_address_that_others_reach_needs_a_token_that_is_worth_the_name() {
        var uploads = Path.of("target/uploads");
        assertThatThrownBy(() -> new WebOptions("0.0.0.0", 0, Access.OPEN, "test", uploads))
                .isInstanceOf(WebException.class)
                .hasMessageContaining("EXPLORER_TOKEN");
        assertThatThrownBy(() -> new WebOptions("::", 0, Access.OPEN, "test", uploads))
                .isInstanceOf(WebException.class);
        assertThatThrownBy(() -> Access.with("short")).hasMessageContaining("too short");
        assertThat(new WebOptions("localhost", 0, Access.OPEN, "test", uploads)
                        .access()
                        .token())
                .isEmpty();
        assertThat(new WebOptions("0.0.0.0", 0, Access.with("sixteen-characters"), "test", uploads)
                        .access()
                        .token())
                .isPresent();
    }

    @Test
    void a_taken_port_is_told_in_a_sentence() {
        int port = server.server.uri().getPort();
        assertThatThrownBy(() -> WebServer.start(
                        new WebOptions("127.0.0.1", port, Access.OPEN, "test", Path.of("target/uploads"))))
                .isInstanceOf(WebException.class)
                .hasMessageContaining("port " + port);
    }

    @Test
    void while_the_database_starts_pages_and_programs_are_told_so_at_once() {
        try (var starting = TestServer.starting()) {
            var page = starting.get("/");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Retry-After")).contains("1");
            assertThat(page.body())
                    .contains("is starting")
                    .contains("http-equiv=\"refresh\"")
                    .contains("<script type=\"module\" src=\"/starting.js\"></script>")
                    .doesNotContain("<script>", "<style");
            var api = starting.get("/api/v1/summary");
            assertThat(api.headers().firstValue("Retry-After")).contains("1");
            CONTRACT.check("GET /summary", api);
            assertThat(CONTRACT.check("GET /health", starting.get("/api/v1/health"))
                            .path("status")
                            .asText())
                    .isEqualTo("starting");
            assertThat(starting.get("/webjars/lit/index.js").statusCode()).isEqualTo(200);
            starting.server.open(TestServer.workspace());
            assertThat(starting.get("/api/v1/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void an_empty_database_has_an_empty_overview() {
        TestDatabase.reset();
        var summary = CONTRACT.check("GET /summary", server.get("/api/v1/summary"));
        assertThat(summary.path("accounts")).isEmpty();
        assertThat(summary.path("lastImport").isNull()).isTrue();
        assertThat(CONTRACT.check("GET /entities", server.get("/api/v1/entities"))
                        .path("total")
                        .asInt())
                .isZero();
    }
}

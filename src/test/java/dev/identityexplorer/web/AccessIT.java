package dev.identityexplorer.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.identityexplorer.sample.Organization;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens, sessions, roles, proxies, and what is written down of all that. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // whom the server lets in, not what the engine answers
class AccessIT {

    private static final String EDITOR = "the-token-of-all-editors";
    private static final String VIEWER = "the-token-of-all-viewers";
    private static final Contract CONTRACT = new Contract();

    @TempDir
    private static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        Organization.importSample();
        server = TestServer.with(access(Set.of()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Access access(Set<InetAddress> proxies) {
        return new Access(
                Optional.of(EDITOR),
                Optional.of(VIEWER),
                Set.of("explorer.example.com"),
                proxies,
                Optional.of(folder.resolve("audit.jsonl")));
    }

    private static HttpResponse<String> logIn(TestServer at, String token, String... headers) {
        return at.post(
                "/api/v1/session",
                Contract.JSON.createObjectNode().put("token", token).toString(),
                headers);
    }

    private static String cookie(HttpResponse<String> loggedIn) {
        return loggedIn.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    }

    private static List<JsonNode> audit() throws IOException {
        return Files.readAllLines(folder.resolve("audit.jsonl")).stream()
                .map(Contract::read)
                .toList();
    }

    @Test
    void a_browser_logs_in_works_with_its_cookie_and_signs_out() {
        assertThat(CONTRACT.check("GET /session", server.get("/api/v1/session"))
                        .path("role")
                        .isNull())
                .isTrue();
        var answer = logIn(server, EDITOR);
        assertThat(CONTRACT.check("POST /session", answer).path("role").asText())
                .isEqualTo("editor");
        var set = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(set)
                .startsWith("explorer=")
                .contains("; HttpOnly", "; SameSite=Strict", "; Path=/", "; Max-Age=43200");
        assertThat(set).doesNotContain(EDITOR);
        var cookie = cookie(answer);
        assertThat(server.get("/api/v1/summary", "Cookie", cookie).statusCode()).isEqualTo(200);
        assertThat(server.get("/api/v1/session", "Cookie", cookie).body()).contains("\"editor\"");
        var out = server.send(server.request("/api/v1/session").DELETE().header("Cookie", cookie));
        assertThat(out.statusCode()).isEqualTo(200);
        assertThat(out.headers().allValues("Set-Cookie")).allMatch(value -> value.contains("Max-Age=0"));
        assertThat(server.get("/api/v1/summary", "Cookie", cookie).statusCode()).isEqualTo(401);
    }

    @Test
    void a_new_log_in_ends_the_session_before_it() {
        var first = cookie(logIn(server, VIEWER));
        var second = cookie(logIn(server, EDITOR, "Cookie", first));
        assertThat(server.get("/api/v1/summary", "Cookie", first).statusCode()).isEqualTo(401);
        assertThat(server.get("/api/v1/summary", "Cookie", second).statusCode()).isEqualTo(200);
    }

    @Test
    void made_up_and_damaged_cookies_are_no_sessions() {
        var cookie = cookie(logIn(server, EDITOR));
        for (var other : List.of(
                "explorer=",
                "explorer=x",
                "explorer=" + EDITOR,
                cookie + "x",
                cookie.substring(0, cookie.length() - 1))) {
            assertThat(server.get("/api/v1/summary", "Cookie", other).statusCode())
                    .as(other)
                    .isEqualTo(401);
        }
    }

    @Test
    void a_page_of_another_site_cannot_use_a_session() {
        var cookie = cookie(logIn(server, EDITOR));
        assertThat(server.post(
                                "/api/v1/cypher",
                                "{\"query\": \"RETURN 1\"}",
                                "Cookie",
                                cookie,
                                "Origin",
                                "http://localhost:1")
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.get("/api/v1/summary", "Cookie", cookie, "Sec-Fetch-Site", "same-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(logIn(server, EDITOR, "Origin", "http://localhost:1").statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_viewer_reads_asks_and_plans_but_does_not_import() throws IOException {
        for (var header : List.of(
                List.of("Authorization", "Bearer " + VIEWER), List.of("Cookie", cookie(logIn(server, VIEWER))))) {
            var as = header.toArray(String[]::new);
            assertThat(server.get("/api/v1/summary", as).statusCode()).isEqualTo(200);
            assertThat(server.post("/api/v1/cypher", "{\"query\": \"RETURN 1\"}", as)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(server.post("/api/v1/plans", "{\"tags\": [\"none=none\"]}", as)
                            .statusCode())
                    .isEqualTo(400);
            assertThat(server.post("/api/v1/campaigns", "{\"name\": \"x\", \"tags\": [\"a=b\"]}", as)
                            .statusCode())
                    .isEqualTo(403);
            var refused = server.upload(Map.of("x.json", "{}"), as);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(CONTRACT.check("POST /imports", refused).path("detail").asText())
                    .contains("viewer");
        }
        assertThat(audit())
                .anyMatch(line -> line.path("event").asText().equals("refused")
                        && line.path("role").asText().equals("viewer")
                        && line.path("path").asText().equals("/api/v1/imports"));
    }

    @Test
    void who_guesses_is_kept_out_for_a_while_and_others_are_not() {
        try (var guarded = TestServer.with(access(Set.of(InetAddress.getLoopbackAddress())))) {
            var cookie = cookie(logIn(guarded, EDITOR, "X-Forwarded-For", "192.0.2.1"));
            for (int i = 0; i < 10; i++) {
                assertThat(logIn(guarded, "wrong-wrong-wrong-" + i, "X-Forwarded-For", "192.0.2.1")
                                .statusCode())
                        .isEqualTo(401);
            }
            var answer = logIn(guarded, EDITOR, "X-Forwarded-For", "192.0.2.1");
            CONTRACT.check("POST /session", answer);
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(Integer.parseInt(
                            answer.headers().firstValue("Retry-After").orElseThrow()))
                    .isBetween(1, 60);
            assertThat(guarded.get(
                                    "/api/v1/summary",
                                    "Authorization",
                                    "Bearer " + EDITOR,
                                    "X-Forwarded-For",
                                    "192.0.2.1")
                            .statusCode())
                    .isEqualTo(429);
            assertThat(guarded.get("/api/v1/summary", "Cookie", cookie, "X-Forwarded-For", "192.0.2.1")
                            .statusCode())
                    .as("who is in stays in")
                    .isEqualTo(200);
            assertThat(logIn(guarded, EDITOR, "X-Forwarded-For", "192.0.2.2").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void what_a_client_says_of_itself_is_believed_of_a_trusted_proxy_alone() throws IOException {
        var forged =
                logIn(server, "wrong-wrong-wrong-1", "X-Forwarded-For", "192.0.2.77", "X-Forwarded-Proto", "https");
        assertThat(forged.statusCode()).isEqualTo(401);
        assertThat(audit()).noneMatch(line -> line.path("address").asText().equals("192.0.2.77"));
        assertThat(server.get("/api/v1/health", "X-Forwarded-Host", "evil.example")
                        .statusCode())
                .isEqualTo(200);
        try (var proxied = TestServer.with(access(Set.of(InetAddress.getLoopbackAddress())))) {
            assertThat(proxied.get("/api/v1/health", "X-Forwarded-Host", "evil.example")
                            .statusCode())
                    .isEqualTo(403);
            var in = logIn(
                    proxied,
                    EDITOR,
                    "X-Forwarded-Host",
                    "explorer.example.com",
                    "X-Forwarded-Proto",
                    "https",
                    "X-Forwarded-For",
                    "203.0.113.66, 192.0.2.78, 127.0.0.1",
                    "Origin",
                    "https://explorer.example.com");
            assertThat(in.statusCode()).isEqualTo(200);
            assertThat(in.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("__Host-explorer=")
                    .contains("; Secure");
        }
        assertThat(audit()).anyMatch(line -> line.path("address").asText().equals("192.0.2.78"));
        assertThat(audit()).noneMatch(line -> line.path("address").asText().equals("203.0.113.66"));
    }

    @Test
    void the_audit_log_tells_log_ins_queries_plans_and_imports_and_no_secret() throws IOException {
        var cookie = cookie(logIn(server, EDITOR));
        logIn(server, "wrong-wrong-wrong-\u001b[2Jpretty");
        server.post("/api/v1/cypher", "{\"query\": \"RETURN '\u202Eevil\\u001b[31m' AS x\"}", "Cookie", cookie);
        server.post("/api/v1/cypher", "{\"query\": \"CREATE (:X)\"}", "Cookie", cookie);
        server.get("/api/v1/queries/unused-roles?p.days=7", "Cookie", cookie);
        server.post("/api/v1/plans", "{\"ids\": [\"arn:aws:iam::111122223333:user/deploy-bot\"]}", "Cookie", cookie);
        var id = Contract.read(server.upload(Map.of("none.txt", "nothing"), "Cookie", cookie)
                        .body())
                .path("id")
                .asText();
        for (int i = 0;
                i < 100 && !Files.readString(folder.resolve("audit.jsonl")).contains("import f");
                i++) {
            pause();
        }
        var session = audit().stream()
                .filter(line -> line.path("event").asText().equals("log-in"))
                .reduce((a, b) -> b);
        var mine = audit().stream()
                .filter(line -> line.path("session")
                        .asText()
                        .equals(session.orElseThrow().path("session").asText()))
                .toList();
        assertThat(mine)
                .extracting(line -> line.path("event").asText())
                .containsSubsequence("log-in", "query", "query", "query", "plan", "import")
                .anyMatch(event -> event.startsWith("import f"));
        assertThat(mine)
                .anyMatch(line -> line.path("cypher").asText().equals("CREATE (:X)")
                        && line.path("status").asInt() == 400);
        assertThat(mine)
                .anyMatch(line -> line.path("name").asText().equals("unused-roles")
                        && line.path("status").asInt() == 200);
        assertThat(mine).anyMatch(line -> line.path("id").asText().equals(id));
        assertThat(mine)
                .allMatch(line -> line.path("address").asText().equals("127.0.0.1")
                        && !line.path("at").asText().isEmpty());
        var text = Files.readString(folder.resolve("audit.jsonl"));
        assertThat(text).doesNotContain(EDITOR, VIEWER, "wrong-wrong", cookie.substring(cookie.indexOf('=') + 1));
        assertThat(text).matches("[ -~\\n]*");
        assertThat(Files.getPosixFilePermissions(folder.resolve("audit.jsonl"))).hasSize(2);
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void tokens_that_would_keep_nobody_out_are_refused() {
        assertThatThrownBy(() ->
                        new Access(Optional.of(EDITOR), Optional.of(EDITOR), Set.of(), Set.of(), Optional.empty()))
                .hasMessageContaining("another one");
        assertThatThrownBy(
                        () -> new Access(Optional.empty(), Optional.of(VIEWER), Set.of(), Set.of(), Optional.empty()))
                .hasMessageContaining("editor's token");
        assertThatThrownBy(() -> new Access(
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        Set.of(InetAddress.getLoopbackAddress()),
                        Optional.empty()))
                .hasMessageContaining("proxy");
        assertThatThrownBy(() -> TestServer.with(new Access(
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        Set.of(),
                        Optional.of(folder.resolve("none/audit")))))
                .hasMessageContaining("audit log");
        assertThat(access(Set.of()).toString()).doesNotContain(EDITOR, VIEWER);
    }

    @Test
    void more_names_are_answered_under_and_no_others() {
        int port = server.server.uri().getPort();
        for (var host : List.of("explorer.example.com", "Explorer.Example.com:8443", "127.0.0.1:" + port)) {
            assertThat(server.raw("GET /api/v1/health HTTP/1.1", "Host: " + host))
                    .as(host)
                    .startsWith("HTTP/1.1 200");
        }
        for (var host : List.of(
                "explorer.example.com.evil.example", "xexplorer.example.com", "explorer.example.com:x", "192.0.2.1")) {
            assertThat(server.raw("GET /api/v1/health HTTP/1.1", "Host: " + host))
                    .as(host)
                    .startsWith("HTTP/1.1 4");
        }
    }
}

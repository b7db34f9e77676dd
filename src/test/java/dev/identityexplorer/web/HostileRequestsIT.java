package dev.identityexplorer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requests that are made to hurt, and what their answers tell. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // what the server refuses, not what the engine answers
class HostileRequestsIT {

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.open();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String host() {
        return "Host: 127.0.0.1:" + server.server.uri().getPort();
    }

    @Test
    void no_answer_tells_of_the_inside() {
        for (var body : List.of(
                "[".repeat(5_000),
                "{\"query\": " + "[".repeat(5_000) + "}",
                "{\"query\": \"RETURN $x\", \"params\": {\"x\": " + "[".repeat(900) + "]".repeat(900) + "}}",
                "{\"query\": \"RETURN 1\", \"params\": {\"\": 1e999}}",
                "{\"query\": \"RETURN 1\", \"params\": [1]}",
                "{\"query\": {\"x\": 1}}",
                "{\"query\": \"RETURN '" + "x".repeat(90_000) + "'\"}",
                "{\"query\": \":param x => " + "[".repeat(50_000) + "; RETURN 1\"}",
                "{\"query\": \"RETURN 1\", \"query\": \"CREATE (:X)\"}",
                "{\"query\": \"\\ud800\"}",
                "\u0000")) {
            var answer = server.post("/api/v1/cypher", body);
            assertThat(answer.statusCode())
                    .as(body.substring(0, Math.min(60, body.length())))
                    .isIn(200, 400);
            assertThat(answer.body()).doesNotContain("Exception", "dev.identityexplorer", "\\tat ", "/tmp/", "jackson");
        }
        for (var path : List.of(
                "/api/v1/entity?id=" + "x".repeat(3_000),
                "/api/v1/entities?" + "kind=x&".repeat(2_000),
                "/api/v1/entities?cursor=%00%ff",
                "/api/v1/queries/..%2f..%2fetc",
                "/api/v1/imports/%24%7Bjndi%3Aldap%3A%2F%2Fx%7D")) {
            var answer = server.get(path);
            assertThat(answer.statusCode()).as(path).isBetween(400, 499);
            assertThat(answer.body()).doesNotContain("Exception", "dev.identityexplorer", "\\tat ", "/tmp/");
        }
    }

    /** What breaks off must not leave an import that never ends, for which all others wait. */
    @Test
    void after_an_upload_that_is_none_the_next_one_is_taken() throws IOException, InterruptedException {
        var type = "Content-Type: multipart/form-data; boundary=x";
        assertThat(server.raw("POST /api/v1/imports HTTP/1.1", host(), type, "Content-Length: 10", "", "no parts!!"))
                .matches("(?s)HTTP/1.1 4.*");
        var uri = server.server.uri();
        try (var hangingUp = new Socket(uri.getHost(), uri.getPort())) {
            hangingUp
                    .getOutputStream()
                    .write(String.join(
                                    "\r\n",
                                    "POST /api/v1/imports HTTP/1.1",
                                    host(),
                                    type,
                                    "Content-Length: 1000",
                                    "",
                                    "--x\r\nContent-Disposition: form-data; name=f; filename=f.json\r\n\r\n{")
                            .getBytes(StandardCharsets.US_ASCII));
            Thread.sleep(500);
        }
        int status = 409;
        for (int i = 0; i < 100 && status == 409; i++) {
            Thread.sleep(100);
            status = server.upload(Map.of("f.json", "{\"UserDetailList\": [")).statusCode();
        }
        assertThat(status).isEqualTo(202);
    }

    @Test
    void requests_that_two_servers_would_read_differently_are_refused() {
        for (var headers : List.of(
                "Content-Length: 5\r\nContent-Length: 6",
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: x",
                "Content-Length: -1",
                host())) {
            var answer = server.raw(
                    "POST /api/v1/cypher HTTP/1.1", host(), "Content-Type: application/json", headers, "", "hello");
            assertThat(answer).as(headers).matches("(?s)HTTP/1.1 (400|411|501).*");
        }
    }

    @Test
    void a_packed_body_is_not_unpacked() {
        var answer = server.post("/api/v1/cypher", "\u001f\u008b\b", "Content-Encoding", "gzip");
        assertThat(answer.statusCode()).isIn(400, 415);
    }

    @Test
    void methods_that_tell_or_tunnel_are_refused() {
        for (var method : List.of("TRACE", "CONNECT", "PROPFIND", "FOO")) {
            assertThat(server.raw(method + " / HTTP/1.1", host(), "Cookie: explorer=secret"))
                    .as(method)
                    .matches("(?s)HTTP/1.1 (400|403|404|405|501).*")
                    .doesNotContain("secret");
        }
    }
}

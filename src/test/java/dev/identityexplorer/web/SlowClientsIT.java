package dev.identityexplorer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clients that send next to nothing must not hold connections for ever. The server here is impatient: one second. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // what the server does to its clients, not what the engine answers
class SlowClientsIT {

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer(Access.OPEN, Optional.empty(), Duration.ofSeconds(1));
        server.server.open(TestServer.workspace());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Sends the first text at once and the second a byte each 200 ms; how long until the server hangs up. */
    private static Duration patienceWith(String atOnce, String slowly) throws IOException, InterruptedException {
        var uri = server.server.uri();
        long start = System.nanoTime();
        try (var socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(200);
            socket.getOutputStream().write(atOnce.getBytes(StandardCharsets.ISO_8859_1));
            for (int i = 0; i < 75; i++) {
                if (!slowly.isEmpty()) {
                    socket.getOutputStream().write(slowly.charAt(i % slowly.length()));
                    socket.getOutputStream().flush();
                }
                try {
                    if (socket.getInputStream().read() < 0) {
                        break;
                    }
                } catch (java.net.SocketTimeoutException e) {
                    continue; // still open
                }
            }
        } catch (SocketException e) {
            assertThat(e).hasMessageMatching("Broken pipe|Connection reset.*");
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void silence_ends_a_connection() throws Exception {
        assertThat(patienceWith("", "")).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void headers_that_trickle_end_a_connection() throws Exception {
        assertThat(patienceWith("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ", "x"))
                .isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void a_request_line_that_trickles_ends_a_connection() throws Exception {
        assertThat(patienceWith("GET /", "x")).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void a_body_that_trickles_ends_a_connection() throws Exception {
        var host = "127.0.0.1:" + server.server.uri().getPort();
        assertThat(patienceWith(
                        "POST /api/v1/cypher HTTP/1.1\r\nHost: " + host
                                + "\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{",
                        " "))
                .isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void others_are_answered_meanwhile() throws Exception {
        var sockets = new java.util.ArrayList<Socket>();
        try {
            for (int i = 0; i < 200; i++) {
                var socket = new Socket("127.0.0.1", server.server.uri().getPort());
                socket.getOutputStream().write("GET / HTTP/1.1\r\nX:".getBytes(StandardCharsets.ISO_8859_1));
                sockets.add(socket);
            }
            assertThat(server.get("/api/v1/health").statusCode()).isEqualTo(200);
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
    }
}

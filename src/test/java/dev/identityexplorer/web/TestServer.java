package dev.identityexplorer.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.graph.Importer;
import dev.identityexplorer.graph.TestDatabase;
import dev.identityexplorer.sample.Organization;
import dev.identityexplorer.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A server on the test database, and a client for it. */
public final class TestServer implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path uploads;
    final WebServer server;

    private TestServer(Access access) {
        this(access, Optional.empty(), Duration.ofSeconds(30));
    }

    /** @param patience of the server with slow clients */
    TestServer(Access access, Optional<Certificate> tls, Duration patience) {
        try {
            uploads = Files.createTempDirectory("uploads-test-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = WebServer.start(new WebOptions("127.0.0.1", 0, access, tls, "test", uploads), patience);
    }

    /** One that says "starting". */
    static TestServer starting() {
        return new TestServer(Access.OPEN);
    }

    public static TestServer open() {
        var test = starting();
        test.server.open(workspace());
        return test;
    }

    static TestServer withToken(String token) {
        return with(Access.with(token));
    }

    static TestServer with(Access access) {
        var test = new TestServer(access);
        test.server.open(workspace());
        return test;
    }

    static Workspace workspace() {
        return new Workspace(TestDatabase.engine(), Organization.LIBRARY, Organization.DELETIONS, TestServer::task);
    }

    Path uploads() {
        return uploads;
    }

    private static ImportTask task() {
        var importer = new Importer(
                TestDatabase.engine(), Organization.CATALOGUE, Organization.LIBRARY, Organization.DELETIONS);
        return new ImportTask() {
            @Override
            public String id() {
                return importer.id();
            }

            @Override
            public Map<String, Object> run(Path folder, List<String> sources, Consumer<Progress> progress) {
                var source = Source.of(List.of(folder));
                importer.begin(sources);
                var accounts = new ArrayList<Map<String, Object>>();
                for (var files : source.accounts()) {
                    progress.accept(new Progress(
                            "writing",
                            Optional.of(files.accountId()),
                            accounts.size(),
                            source.accounts().size(),
                            0,
                            files.bytes()));
                    var result = importer.write(source.read(files));
                    accounts.add(Map.of(
                            "accountId",
                            result.accountId(),
                            "state",
                            result.unchanged() ? "unchanged" : "updated",
                            "counts",
                            Map.of()));
                }
                importer.finish(Map.of("accounts", (long) accounts.size(), "problems", 0L));
                var skipped = source.skipped().stream()
                        .map(s -> Map.of("file", s.file(), "reason", s.reason()))
                        .toList();
                return Map.of(
                        "accounts",
                        accounts,
                        "written",
                        Map.of(),
                        "skipped",
                        skipped,
                        "evidence",
                        List.of(),
                        "problems",
                        List.of());
            }
        };
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.uri().resolve(path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> get(String path, String... headers) {
        var request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    public HttpResponse<String> post(String path, String json, String... headers) {
        var request = request(path)
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** Files by name, as a browser sends them. */
    HttpResponse<String> upload(Map<String, String> files, String... headers) {
        var body = new StringBuilder();
        files.forEach(
                (name, content) -> body.append("--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"")
                        .append(name)
                        .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                        .append(content)
                        .append("\r\n"));
        body.append("--x--\r\n");
        var request = request("/api/v1/imports")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .header("Content-Type", "multipart/form-data; boundary=x");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** A request line and headers as they are written here; the whole response. */
    String raw(String... lines) {
        URI uri = server.uri();
        try (var socket = new java.net.Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(10_000);
            send(socket, String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n");
            return received(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server that refuses a request may hang up before all of it was sent. */
    private static void send(java.net.Socket socket, String request) {
        try {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            assertThat(e).hasMessageMatching("Broken pipe|Connection reset.*");
        }
    }

    private static String received(java.net.Socket socket) throws IOException {
        var answer = new java.io.ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(answer);
        } catch (java.net.SocketException e) {
            assertThat(e).hasMessageMatching("Broken pipe|Connection reset.*");
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}

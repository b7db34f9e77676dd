package dev.identityexplorer.collect;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * A server on loopback that answers as told, and notes what it was asked. An operation is called by its name in the API,
 * or by its path where the protocol is REST.
 */
final class FakeAws implements AutoCloseable {

    /** What came over the wire. */
    record Request(String method, String path, String query, String target, String body, String authorization) {}

    private record Reply(int status, String body) {}

    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Reply>> replies = new ConcurrentHashMap<>();
    private volatile Reply otherwise = new Reply(400, "{\"__type\": \"AccessDeniedException\", \"message\": \"no\"}");

    FakeAws() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "fake-aws");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::handle);
        server.start();
        System.setProperty("aws.endpointUrl", uri().toString());
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The next answer to this operation; the last one that was told stays. */
    FakeAws answer(String operation, String body) {
        return answer(operation, 200, body);
    }

    FakeAws answer(String operation, int status, String body) {
        replies.computeIfAbsent(operation, o -> new ConcurrentLinkedQueue<>()).add(new Reply(status, body));
        return this;
    }

    FakeAws otherwise(int status, String body) {
        otherwise = new Reply(status, body);
        return this;
    }

    List<Request> requests() {
        return requests;
    }

    /** A session whose requests come here. */
    static Session session(ReadOnly readOnly) {
        return new Session(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")),
                Optional.empty(),
                readOnly,
                UrlConnectionHttpClient.create());
    }

    private void handle(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var target = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target"))
                .orElse("");
        var query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        requests.add(new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                query,
                target,
                body,
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                        .orElse("")));
        var operation = !target.isEmpty()
                ? target.substring(target.lastIndexOf('.') + 1)
                : body.startsWith("Action=")
                        ? body.substring("Action=".length()).split("&")[0]
                        : exchange.getRequestURI().getRawPath();
        var told = replies.get(operation);
        var reply = told == null ? otherwise : told.size() > 1 ? told.remove() : told.element();
        var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        System.clearProperty("aws.endpointUrl");
    }
}

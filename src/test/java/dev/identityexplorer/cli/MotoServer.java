package dev.identityexplorer.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * moto, a server that behaves like AWS, on loopback, where {@code moto_server} is on the PATH. In front of it stands a
 * proxy that answers two calls which moto does not know (nothing has service-specific credentials, and Cloud Control finds
 * nothing of any type), and puts the names of policies, which moto forgets, into account authorization details.
 */
final class MotoServer implements AutoCloseable {

    private static final Pattern TYPE = Pattern.compile("\"TypeName\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern POLICY = Pattern.compile("<Arn>arn:aws:iam::\\d+:policy/([^<]+)</Arn>");
    private static final String NO_CREDENTIALS = """
            <ListServiceSpecificCredentialsResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">
            <ListServiceSpecificCredentialsResult><ServiceSpecificCredentials/></ListServiceSpecificCredentialsResult>
            </ListServiceSpecificCredentialsResponse>""";

    private final Process moto;
    private final URI behind;
    private final HttpServer front;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** The program on the PATH, if it is there. */
    static Optional<Path> program(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    MotoServer(Path program) throws IOException, InterruptedException {
        int port = freePort();
        behind = URI.create("http://127.0.0.1:" + port);
        moto = new ProcessBuilder(program.toString(), "-H", "127.0.0.1", "-p", String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(moto::destroyForcibly));
        waitUntilItAnswers();
        front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        front.setExecutor(Executors.newFixedThreadPool(8, task -> {
            var thread = new Thread(task, "moto-proxy");
            thread.setDaemon(true);
            return thread;
        }));
        front.createContext("/", this::forward);
        front.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + front.getAddress().getPort());
    }

    private void waitUntilItAnswers() throws InterruptedException {
        for (int i = 0; i < 240; i++) {
            try {
                client.send(
                        HttpRequest.newBuilder(behind.resolve("/moto-api/data.json"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
                return;
            } catch (IOException e) {
                Thread.sleep(500);
            }
        }
        throw new IllegalStateException("moto_server did not answer within two minutes.");
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var text = new String(body, StandardCharsets.ISO_8859_1);
            var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            if (text.contains("Action=ListServiceSpecificCredentials")) {
                reply(exchange, 200, "text/xml", NO_CREDENTIALS.getBytes(StandardCharsets.UTF_8));
            } else if ("CloudApiService.ListResources".equals(target)) {
                var type =
                        TYPE.matcher(text).results().findFirst().orElseThrow().group(1);
                var answer = "{\"ResourceDescriptions\": [], \"TypeName\": \"" + type + "\"}";
                reply(exchange, 200, "application/x-amz-json-1.0", answer.getBytes(StandardCharsets.UTF_8));
            } else {
                var response = client.send(request(exchange, body), HttpResponse.BodyHandlers.ofByteArray());
                var type = response.headers().firstValue("Content-Type").orElse("text/plain");
                reply(
                        exchange,
                        response.statusCode(),
                        type,
                        text.contains("Action=GetAccountAuthorizationDetails")
                                ? named(response.body())
                                : response.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] named(byte[] details) {
        return POLICY.matcher(new String(details, StandardCharsets.UTF_8))
                .replaceAll("<PolicyName>$1</PolicyName>$0")
                .getBytes(StandardCharsets.UTF_8);
    }

    private HttpRequest request(HttpExchange exchange, byte[] body) {
        var request = HttpRequest.newBuilder(
                        behind.resolve(exchange.getRequestURI().toString()))
                .timeout(Duration.ofMinutes(1))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!name.matches("(?i)host|connection|content-length|expect|upgrade|transfer-encoding")) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    private static void reply(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        front.stop(0);
        moto.destroy();
    }
}

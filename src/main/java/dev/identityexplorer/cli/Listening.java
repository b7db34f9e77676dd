package dev.identityexplorer.cli;

import dev.identityexplorer.graph.Engine;
import dev.identityexplorer.web.WebOptions;
import dev.identityexplorer.web.WebServer;
import dev.identityexplorer.web.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the web server, and what serving is; the same for every command that serves. */
final class Listening {

    private static final System.Logger LOG = System.getLogger(Listening.class.getName());
    private static final Duration LOOKED_FOR_AGE = Duration.ofMinutes(5);

    @Option(
            names = "--port",
            defaultValue = "7070",
            converter = PortText.class,
            description = "Port of the web UI and API; 0 takes any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "Address to listen at; any but loopback needs a token (default: ${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description =
                    "File whose first line people log in with and programs send (env EXPLORER_TOKEN holds the token itself).")
    private @Nullable Path tokenFile;

    @Option(names = "--no-open", description = "Do not open a browser.")
    private boolean noOpen;

    /**
     * Listens at once, opens the database, and serves until Ctrl-C.
     *
     * @param admission who gets in beside those with the token
     * @param first is done with the open database before anything is answered from it
     */
    void serve(PrintWriter out, Admission admission, Supplier<Engine> database, Consumer<Workbench> first)
            throws InterruptedException {
        admission.logs().use();
        var options =
                new WebOptions(host, port, admission.access(token()), admission.tls(), Version.number(), uploads());
        try (var server = WebServer.start(options)) {
            closeAtEnd(server);
            out.println("Identity Explorer is at " + server.uri());
            out.flush();
            try (var workbench = new Workbench(database.get())) {
                first.accept(workbench);
                server.open(new Workspace(
                        workbench.engine(),
                        workbench.library(),
                        workbench.deletions(),
                        () -> new UploadedImport(workbench)));
                out.println(workbench.engine().describe());
                out.println("Ctrl-C ends it.");
                out.flush();
                open(server.uri());
                while (true) {
                    judgeAgain(workbench);
                    Thread.sleep(LOOKED_FOR_AGE.toMillis());
                }
            }
        }
    }

    /** Evidence ages while the server runs, and what it proved is shown no longer. */
    private static void judgeAgain(Workbench workbench) {
        try {
            workbench.judgeAgain();
        } catch (RuntimeException e) { // whatever it is, serving goes on
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Verdicts that rest on evidence that is too old by now still stand.",
                    e);
        }
    }

    /** A signal ends the process without coming back to {@link #serve}. Nobody waits long for what is still under way. */
    private static void closeAtEnd(WebServer server) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            var closing = new Thread(server::close, "stopping-the-web-server");
                            closing.setDaemon(true);
                            closing.start();
                            try {
                                closing.join(700);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        "stop-the-web-server"));
    }

    private Optional<String> token() {
        return Admission.secret(Optional.ofNullable(tokenFile), "EXPLORER_TOKEN");
    }

    private static Path uploads() {
        try {
            var folder = Files.createTempDirectory("identity-explorer-uploads-");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new CliException("There is no place for temporary files; is the disk full?", e);
        }
    }

    /** Only where there is a desktop; who has none reads the address. */
    private void open(URI uri) {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var command = os.contains("mac")
                ? "open"
                : os.contains("win")
                        ? "explorer.exe"
                        : System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null
                                ? "xdg-open"
                                : "";
        if (noOpen || command.isEmpty() || System.console() == null) {
            return;
        }
        try {
            new ProcessBuilder(command, uri.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            // no browser by that name: the address stands on the terminal
            return;
        }
    }
}

package dev.identityexplorer.strict;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * An {@code aws} on the path of a real bash, answered by an {@link Iam} in this process over loopback; and a {@code
 * sleep} that does not.
 */
final class FakeAws implements AutoCloseable {

    private static final String AWS = """
            #!/usr/bin/env bash
            exec 3<>/dev/tcp/127.0.0.1/%d
            printf '%%s\\n' "$#" >&3
            [ "$#" = 0 ] || printf '%%s\\0' "$@" >&3
            read -r code <&3
            if [ "$code" = 0 ]; then cat <&3; else cat <&3 >&2; fi
            exit "$code"
            """;

    /** What bash made of a script. */
    record Run(int code, String output) {}

    private final Path folder;
    private final ServerSocket server;
    private final List<String> refused = new ArrayList<>();
    private volatile Iam iam;
    private volatile int changesLeft;

    FakeAws(Path folder, Iam iam) throws IOException {
        this.folder = folder;
        over(iam);
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        program("aws", String.format(AWS, server.getLocalPort()));
        program("sleep", "#!/bin/sh\n");
        var thread = new Thread(this::serve, "fake-aws");
        thread.setDaemon(true);
        thread.start();
    }

    private void program(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        if (!folder.resolve(name).toFile().setExecutable(true)) {
            throw new IOException(name + " cannot be made executable.");
        }
    }

    /** Runs the script against another account from now on. */
    FakeAws over(Iam other) {
        iam = other;
        refused.clear();
        changesLeft = Integer.MAX_VALUE;
        return this;
    }

    /** Refuses all that would change anything after as many calls that may. */
    FakeAws refusingAfter(int changes) {
        changesLeft = changes;
        return this;
    }

    Run bash(String script) throws IOException, InterruptedException {
        var file = folder.resolve("plan.sh");
        Files.writeString(file, script);
        var builder = new ProcessBuilder("bash", file.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));
        builder.environment().remove("AWS_ENDPOINT_URL");
        var process = builder.start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        var output = Files.readString(folder.resolve("output"));
        if (!ended) {
            process.destroyForcibly();
            throw new IOException("The plan did not end: " + output);
        }
        return new Run(process.exitValue(), output);
    }

    /** The calls that were refused, with the error. */
    List<String> refused() {
        return refused;
    }

    private void serve() {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                answer(socket);
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        var in = new BufferedInputStream(socket.getInputStream());
        int count = Integer.parseInt(until(in, '\n'));
        var arguments = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            arguments.add(until(in, '\0'));
        }
        String answer;
        try {
            var command = Command.parse(arguments);
            if (!command.operation().matches("sts .*|iam (list|get)-.*") && changesLeft-- <= 0) {
                throw new IamError("AccessDenied", "User: administrator is not authorized to perform this.");
            }
            answer = "0\n" + Output.of(command, iam.call(command));
        } catch (IamError e) {
            refused.add(arguments + ": " + e.code());
            answer = "254\n\nAn error occurred (" + e.code() + ") when calling the operation: " + e.getMessage() + "\n";
        } catch (RuntimeException e) {
            answer = "255\nThe test's own aws broke: " + e + "\n";
        }
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
    }

    private static String until(InputStream in, char end) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int b = in.read(); b != end && b >= 0; b = in.read()) {
            bytes.write(b);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

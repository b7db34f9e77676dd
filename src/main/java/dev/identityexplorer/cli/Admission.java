package dev.identityexplorer.cli;

import dev.identityexplorer.web.Access;
import dev.identityexplorer.web.Certificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for a server that others reach: under which names, over TLS, behind a proxy, and what is written down. */
final class Admission {

    @Option(
            names = "--viewer-token-file",
            paramLabel = "FILE",
            description = "The same for people who read, query and plan alone (env EXPLORER_VIEWER_TOKEN).")
    private @Nullable Path viewerTokenFile;

    @Option(
            names = "--name",
            paramLabel = "HOST[:PORT]",
            description = "Another name under which browsers reach this server; may repeat.")
    private List<String> names = List.of();

    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description = "Certificate and those that vouch for it, as PEM: the server speaks HTTPS.")
    private @Nullable Path tlsCertificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "Its private key, as PEM (PKCS #8).")
    private @Nullable Path tlsKey;

    @Option(
            names = "--trusted-proxy",
            paramLabel = "ADDRESS",
            description = "Reverse proxy whose X-Forwarded-For, -Proto and -Host headers are believed; may repeat.")
    private List<String> trustedProxies = List.of();

    @Option(
            names = "--audit-log",
            paramLabel = "FILE",
            description = "File that gets a line of JSON for each log-in, query, plan, report, campaign and import.")
    private @Nullable Path auditLog;

    @Option(
            names = "--log-format",
            defaultValue = "${env:EXPLORER_LOG_FORMAT:-text}",
            description =
                    "${COMPLETION-CANDIDATES}: lines for people, or of JSON (env EXPLORER_LOG_FORMAT; default: text).")
    private Logs logFormat = Logs.text;

    /** The form of the program's log. */
    Logs logs() {
        return logFormat;
    }

    /** @param token the editor's */
    Access access(Optional<String> token) {
        var viewer = secret(Optional.ofNullable(viewerTokenFile), "EXPLORER_VIEWER_TOKEN");
        return new Access(token, viewer, new HashSet<>(names), addresses(), Optional.ofNullable(auditLog));
    }

    Optional<Certificate> tls() {
        if (tlsCertificate == null && tlsKey == null) {
            return Optional.empty();
        }
        if (tlsCertificate == null || tlsKey == null) {
            throw new CliException("HTTPS needs both --tls-cert FILE and --tls-key FILE.");
        }
        return Optional.of(new Certificate(tlsCertificate, tlsKey));
    }

    private Set<InetAddress> addresses() {
        var addresses = new HashSet<InetAddress>();
        for (var name : trustedProxies) {
            try {
                addresses.addAll(List.of(InetAddress.getAllByName(name)));
            } catch (UnknownHostException e) {
                throw new CliException("The proxy " + name + " has no address; give --trusted-proxy its address.", e);
            }
        }
        return addresses;
    }

    /** The first line of a file, else what an environment variable holds. */
    static Optional<String> secret(Optional<Path> file, String variable) {
        if (file.isEmpty()) {
            return Optional.ofNullable(System.getenv(variable)).filter(token -> !token.isBlank());
        }
        try (var lines = Files.lines(file.get())) {
            return Optional.of(lines.findFirst().orElse("").strip());
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new CliException(
                    "The token file " + file.get() + " cannot be read; check that it exists and that you may read it.",
                    e);
        }
    }
}

package dev.identityexplorer.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS from PEM files. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // what the server does to its clients, not what the engine answers
class TlsIT {

    private static final String TOKEN = "the-token-of-all-editors";

    @TempDir
    private static Path folder;

    private static KeyStore store;

    @BeforeAll
    static void make_a_certificate() throws Exception {
        for (var algorithm : new String[] {"RSA", "EC"}) {
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "x",
                            "-keyalg",
                            algorithm,
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "SAN=dns:localhost,ip:127.0.0.1",
                            "-storetype",
                            "PKCS12",
                            "-storepass",
                            "only-for-tests",
                            "-keystore",
                            folder.resolve(algorithm + ".p12").toString())
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            assertThat(process.waitFor()).isZero();
            store = KeyStore.getInstance(folder.resolve(algorithm + ".p12").toFile(), "only-for-tests".toCharArray());
            pem(
                    algorithm + "-cert.pem",
                    "CERTIFICATE",
                    store.getCertificate("x").getEncoded());
            pem(
                    algorithm + "-key.pem",
                    "PRIVATE KEY",
                    store.getKey("x", "only-for-tests".toCharArray()).getEncoded());
        }
    }

    private static void pem(String file, String what, byte[] content) throws IOException {
        Files.writeString(
                folder.resolve(file),
                "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END "
                        + what + "-----\n");
    }

    private static Certificate certificate(String chain, String key) {
        return new Certificate(folder.resolve(chain), folder.resolve(key));
    }

    private static TestServer server(Certificate certificate) {
        return new TestServer(Access.with(TOKEN), Optional.of(certificate), Duration.ofSeconds(1));
    }

    private static HttpClient client() throws Exception {
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        var known = KeyStore.getInstance(KeyStore.getDefaultType());
        known.load(null);
        known.setCertificateEntry("x", store.getCertificate("x"));
        trust.init(known);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    @Test
    void it_speaks_HTTPS_and_its_cookies_stay_on_it() throws Exception {
        try (var server = server(certificate("EC-cert.pem", "EC-key.pem"))) {
            URI uri = server.server.uri();
            assertThat(uri.getScheme()).isEqualTo("https");
            var answer = client().send(
                            HttpRequest.newBuilder(uri.resolve("/api/v1/session"))
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString("{\"token\": \"" + TOKEN + "\"}"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("__Host-explorer=")
                    .contains("; Secure");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThat(server.raw("GET /api/v1/health HTTP/1.1", "Host: localhost"))
                    .as("no plain HTTP")
                    .doesNotContain("HTTP/1.1 200");
        }
    }

    @Test
    void a_key_of_RSA_serves_as_well() {
        try (var server = server(certificate("RSA-cert.pem", "RSA-key.pem"))) {
            assertThat(server.server.uri().getScheme()).isEqualTo("https");
        }
    }

    @Test
    void files_that_do_not_serve_are_told_in_a_sentence() throws IOException {
        Files.writeString(folder.resolve("prose.pem"), "Dear diary");
        Files.writeString(
                folder.resolve("old.pem"), "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n");
        assertThatThrownBy(() -> server(certificate("none.pem", "EC-key.pem")))
                .isInstanceOf(WebException.class)
                .hasMessageContaining("none.pem");
        assertThatThrownBy(() -> server(certificate("prose.pem", "EC-key.pem")))
                .isInstanceOf(WebException.class)
                .hasMessageContaining("prose.pem");
        assertThatThrownBy(() -> server(certificate("EC-cert.pem", "old.pem")))
                .isInstanceOf(WebException.class)
                .hasMessageContaining("openssl pkcs8");
        assertThatThrownBy(() -> server(certificate("EC-cert.pem", "RSA-key.pem")))
                .isInstanceOf(WebException.class)
                .hasMessageContaining("fits the key");
    }
}

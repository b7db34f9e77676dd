package dev.identityexplorer.web;

import java.time.Duration;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;

/** Where connections arrive: plain or TLS, and how much of the server's patience one connection may use up. */
final class Listener {

    private static final int MOST_CONNECTIONS = 1_000;
    private static final int LONGEST_HEADERS = 64 * 1024;
    /** Bytes a second that a request's body has to come with, on average. */
    private static final int SLOWEST = 1_024;

    private final WebOptions options;
    private final Duration patience;

    /** @param patience how long a client may be silent, and how long it may take over a request's headers */
    Listener(WebOptions options, Duration patience) {
        this.options = options;
        this.patience = patience;
    }

    static void limit(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        http.setRequestHeaderSize(LONGEST_HEADERS);
    }

    static void limit(Server server) {
        server.insertHandler(new MinimumDataRateHandler(SLOWEST, 0));
    }

    @SuppressWarnings("resource") // the server closes its connectors
    Connector connector(Server server, HttpConfiguration http) {
        var connector = options.tls()
                .map(certificate -> {
                    http.addCustomizer(new SecureRequestCustomizer(false));
                    return new ServerConnector(
                            server,
                            new SslConnectionFactory(certificate.context(), HttpVersion.HTTP_1_1.asString()),
                            new HttpConnectionFactory(http));
                })
                .orElseGet(() -> new ServerConnector(server, new HttpConnectionFactory(http)));
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setIdleTimeout(patience.toMillis());
        connector.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, connector));
        connector.addBean(new SlowHeaders(connector, patience));
        return connector;
    }
}

package dev.identityexplorer.web;

import java.time.Duration;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLEngineResult;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Cuts off who sends a request's headers a byte at a time ("slowloris"). Jetty ends silent connections and slow bodies
 * by itself, but any byte in time keeps unfinished headers alive, and some hundred such clients would use up all
 * connections.
 */
final class SlowHeaders extends AbstractLifeCycle {

    private record Unfinished(long request, long since) {}

    private final ServerConnector connector;
    private final Duration patience;
    private final Map<EndPoint, Unfinished> unfinished = new WeakHashMap<>();
    private volatile Scheduler.Task next = () -> false;

    SlowHeaders(ServerConnector connector, Duration patience) {
        this.connector = connector;
        this.patience = patience;
    }

    @Override
    protected void doStart() {
        schedule();
    }

    @Override
    protected void doStop() {
        next.cancel();
    }

    private void schedule() {
        next = connector
                .getScheduler()
                .schedule(this::look, Math.max(100, patience.toMillis() / 4), TimeUnit.MILLISECONDS);
    }

    private void look() {
        for (var endPoint : connector.getConnectedEndPoints()) {
            var http = http(endPoint.getConnection());
            if (http == null || !inHandshake(endPoint.getConnection()) && !inHeaders(http.getParser())) {
                unfinished.remove(endPoint);
                continue;
            }
            long now = System.nanoTime();
            var known = unfinished.get(endPoint);
            if (known == null || known.request() != http.getMessagesIn()) {
                unfinished.put(endPoint, new Unfinished(http.getMessagesIn(), now));
            } else if (now - known.since() > patience.toNanos()) {
                unfinished.remove(endPoint);
                endPoint.close(new TimeoutException("The headers of a request took too long."));
            }
        }
        if (isRunning()) {
            schedule();
        }
    }

    private static @Nullable HttpConnection http(Connection connection) {
        return connection instanceof SslConnection tls
                ? http(tls.getSslEndPoint().getConnection())
                : connection instanceof HttpConnection http ? http : null;
    }

    /** Something of a request came, and not yet all before its body. */
    private static boolean inHeaders(HttpParser parser) {
        return !parser.isStart() && parser.getState().compareTo(HttpParser.State.CONTENT) < 0;
    }

    private static boolean inHandshake(Connection connection) {
        return connection instanceof SslConnection tls
                && tls.getSSLEngine().getHandshakeStatus() != SSLEngineResult.HandshakeStatus.NOT_HANDSHAKING;
    }
}

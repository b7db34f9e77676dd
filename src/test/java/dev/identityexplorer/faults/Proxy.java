package dev.identityexplorer.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a database that can be cut: connections that there are break, new ones are refused. */
final class Proxy implements AutoCloseable {

    private final String host;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final int port;
    private volatile ServerSocket server;
    private volatile boolean frozen;

    Proxy(URI database) {
        host = database.getHost();
        target = database.getPort();
        server = listen(0);
        port = server.getLocalPort();
    }

    URI uri() {
        return URI.create("bolt://127.0.0.1:" + port);
    }

    /** Breaks what is open and refuses what comes, as when the database has ended. */
    void cut() {
        close(server);
        open.forEach(Proxy::close);
        open.clear();
    }

    /** The database is back. */
    void mend() {
        frozen = false;
        server = listen(port);
    }

    /** Lets nothing through and breaks nothing, as when a machine is gone. */
    void freeze() {
        frozen = true;
    }

    void thaw() {
        frozen = false;
    }

    private ServerSocket listen(int at) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), at));
            thread(() -> accept(socket));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket at) {
        while (!at.isClosed()) {
            try {
                var client = at.accept();
                var database = new Socket(host, target);
                open.add(client);
                open.add(database);
                thread(() -> copy(client, database));
                thread(() -> copy(database, client));
            } catch (IOException e) {
                continue; // cut
            }
        }
    }

    private void copy(Socket from, Socket to) {
        var buffer = new byte[8192];
        try {
            for (int n = from.getInputStream().read(buffer);
                    n >= 0;
                    n = from.getInputStream().read(buffer)) {
                while (frozen) {
                    Thread.sleep(20);
                }
                to.getOutputStream().write(buffer, 0, n);
            }
        } catch (IOException e) {
            close(to); // cut
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close(from);
            close(to);
        }
    }

    private static void thread(Runnable work) {
        var thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(java.io.Closeable what) {
        try {
            what.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        frozen = false;
        cut();
    }
}

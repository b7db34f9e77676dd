package dev.identityexplorer.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the server runs.
 *
 * @param host the address to listen at
 * @param port the port; 0 takes any free one
 * @param access who gets in; may be {@link Access#OPEN} on loopback only
 * @param tls the certificate, where the server speaks HTTPS
 * @param version of the program
 * @param uploads folder for uploaded files while they are read; made if missing, emptied afterwards
 */
public record WebOptions(
        String host, int port, Access access, Optional<Certificate> tls, String version, Path uploads) {

    /** @throws WebException if others could reach the server and need no token */
    public WebOptions {
        if (port < 0 || port > 65_535) {
            throw WebException.badRequest("A port is a number from 0 to 65535, not " + port + ".");
        }
        if (access.token().isEmpty() && !address(host).isLoopbackAddress()) {
            throw WebException.badRequest("At " + host + " others can reach this server, and what it shows is a map of"
                    + " weak spots: set EXPLORER_TOKEN or give --token-file FILE with a secret of 16 characters or more,"
                    + " or listen at 127.0.0.1.");
        }
    }

    /** A server of plain HTTP. */
    public WebOptions(String host, int port, Access access, String version, Path uploads) {
        this(host, port, access, Optional.empty(), version, uploads);
    }

    /** Whether it listens for the machine alone. */
    boolean loopback() {
        return address(host).isLoopbackAddress();
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new WebException(
                    400, "bad-request", "The host " + host + " has no address; give one of this machine.", e);
        }
    }
}

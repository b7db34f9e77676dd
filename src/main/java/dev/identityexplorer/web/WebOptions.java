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
 * @param token what every request to the API must bring; may be missing on loopback only
 * @param version of the program
 * @param uploads folder for uploaded files while they are read; made if missing, emptied afterwards
 */
public record WebOptions(String host, int port, Optional<String> token, String version, Path uploads) {

    /** @throws WebException if others could reach the server and there is no token that is worth the name */
    public WebOptions {
        if (port < 0 || port > 65_535) {
            throw WebException.badRequest("A port is a number from 0 to 65535, not " + port + ".");
        }
        if (token.isEmpty() && !loopback(host)) {
            throw WebException.badRequest("At " + host + " others can reach this server, and what it shows is a map of"
                    + " weak spots: set EXPLORER_TOKEN or give --token-file FILE with a secret of 16 characters or more,"
                    + " or listen at 127.0.0.1.");
        }
        if (token.isPresent() && token.get().length() < 16) {
            throw WebException.badRequest(
                    "The token is too short to keep anybody out; take 16 random characters or more.");
        }
    }

    private static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new WebException(
                    400, "bad-request", "The host " + host + " has no address; give one of this machine.", e);
        }
    }
}

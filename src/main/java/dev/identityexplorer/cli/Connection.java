package dev.identityexplorer.cli;

import dev.identityexplorer.graph.Credentials;
import dev.identityexplorer.graph.Engine;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which database; the same for every command. */
final class Connection {

    @Option(
            names = "--store",
            paramLabel = "DIR",
            defaultValue = "${env:EXPLORER_STORE}",
            description =
                    "Folder of the embedded database (env EXPLORER_STORE; default: the platform's data directory).")
    private @Nullable Path store;

    @Option(
            names = "--neo4j",
            paramLabel = "URI",
            defaultValue = "${env:EXPLORER_NEO4J}",
            description = {
                "Use this Neo4j server instead: bolt://, neo4j://, each with +s or +ssc (env EXPLORER_NEO4J).",
                "User and password: env NEO4J_USERNAME and NEO4J_PASSWORD, --neo4j-credentials, or a prompt."
            })
    private @Nullable String neo4j;

    @Option(
            names = "--neo4j-credentials",
            paramLabel = "FILE",
            defaultValue = "${env:EXPLORER_NEO4J_CREDENTIALS}",
            description = "File with the user name on its first line and the password on its second"
                    + " (env EXPLORER_NEO4J_CREDENTIALS).")
    private @Nullable Path credentials;

    @Option(
            names = "--database",
            paramLabel = "NAME",
            defaultValue = "${env:NEO4J_DATABASE}",
            description = "Database of the server (env NEO4J_DATABASE; default: the server's).")
    private @Nullable String database;

    /** Opens the database for a command that only reads; a store that is not there is not made. */
    Engine openToRead() {
        if (neo4j == null && !Files.isDirectory(store())) {
            throw new CliException("Nothing was imported yet: " + store()
                    + " does not exist. Run 'explorer import PATH' first, or 'explorer demo' to look around.");
        }
        return open(0);
    }

    /** Opens the database; {@code port} is for Bolt, 0 any free one. */
    Engine open(int port) {
        if (neo4j == null) {
            return Engine.open(store(), port);
        }
        try {
            return Engine.remote(new URI(neo4j), login(), database == null ? "" : database);
        } catch (URISyntaxException e) {
            throw new CliException("'" + neo4j + "' is not a URI; a Neo4j server has one like neo4j://host:7687.", e);
        }
    }

    private Credentials login() {
        var user = System.getenv("NEO4J_USERNAME");
        var password = System.getenv("NEO4J_PASSWORD");
        if (credentials != null) {
            try {
                return Credentials.parse(Files.readAllLines(credentials), credentials);
            } catch (IOException e) {
                throw new CliException("The credentials file " + credentials + " cannot be read.", e);
            }
        }
        if (password != null) {
            return new Credentials(user == null ? "neo4j" : user, password);
        }
        var console = System.console();
        if (console == null) {
            throw new CliException(
                    "A password for " + neo4j + " is needed: set NEO4J_PASSWORD, or give --neo4j-credentials FILE.");
        }
        var name = user != null ? user : console.readLine("User name for %s [neo4j]: ", neo4j);
        var typed = console.readPassword("Password for %s: ", neo4j);
        return new Credentials(name == null || name.isBlank() ? "neo4j" : name, typed == null ? "" : new String(typed));
    }

    Path store() {
        return store == null ? dataDirectory().resolve("store") : store;
    }

    /** Where programs keep a user's data: XDG on Linux, Application Support on macOS, local application data on Windows. */
    private static Path dataDirectory() {
        var home = Path.of(System.getProperty("user.home"));
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (os.contains("mac")) {
            return home.resolve("Library/Application Support/identity-explorer");
        }
        var variable = os.contains("win") ? System.getenv("LOCALAPPDATA") : System.getenv("XDG_DATA_HOME");
        var base = variable == null || variable.isBlank()
                ? home.resolve(os.contains("win") ? "AppData/Local" : ".local/share")
                : Path.of(variable);
        return base.resolve("identity-explorer");
    }
}

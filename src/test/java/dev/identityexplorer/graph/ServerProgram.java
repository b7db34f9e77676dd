package dev.identityexplorer.graph;

import dev.identityexplorer.launcher.JavaProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilderImplementation;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * A Neo4j server of somebody else's with APOC installed, as its manual says: all that it brings may be called, and by
 * everybody. A process of its own, since APOC changes how its whole Java VM opens URLs.
 */
final class ServerProgram {

    private ServerProgram() {}

    /** Says its port, then serves until its input ends. */
    public static void main(String[] arguments) throws IOException {
        DatabaseManagementService server = new DatabaseManagementServiceBuilderImplementation(Path.of(arguments[0]))
                .setConfigRaw(Map.of(
                        "server.directories.plugins", arguments[1],
                        "dbms.security.procedures.unrestricted", "apoc.*",
                        "server.bolt.enabled", "true",
                        "server.bolt.listen_address", "127.0.0.1:0",
                        "dbms.usage_report.enabled", "false",
                        "internal.dbms.bolt.local_enabled", "false",
                        "internal.dbms.bolt.netty_server_use_native_transport", "false"))
                .build();
        int port = ((GraphDatabaseAPI) server.database("neo4j"))
                .getDependencyResolver()
                .resolveDependency(ConnectorPortRegister.class)
                .getLocalAddress(ConnectorType.BOLT)
                .getPort();
        System.out.println(port);
        while (System.in.read() >= 0) {
            // until whoever started it has gone
        }
        Runtime.getRuntime().halt(0); // its store is of no use to anybody
    }

    /** Starts it in a Java VM of its own: the class path of the tests, and the plug-ins, as Neo4j's own script does. */
    static Process start(Path home, Path plugins) throws IOException {
        List<Path> more;
        try (var files = Files.list(plugins)) {
            more = files.sorted().toList();
        }
        return JavaProgram.of(
                        List.of(), more, ServerProgram.class.getName(), List.of(home.toString(), plugins.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}

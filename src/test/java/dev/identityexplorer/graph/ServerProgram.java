package dev.identityexplorer.graph;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
        List<String> classPath;
        try (var files = Files.list(plugins)) {
            classPath = files.map(Path::toString).sorted().collect(Collectors.toList());
        }
        classPath.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-cp",
                        String.join(File.pathSeparator, classPath),
                        ServerProgram.class.getName(),
                        home.toString(),
                        plugins.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}

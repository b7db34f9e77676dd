package dev.identityexplorer.graph;

import java.nio.file.Path;
import java.util.List;

/** Who logs in to a Neo4j server. Its text form hides the password. */
public record Credentials(String username, String password) {

    public Credentials {
        if (username.isBlank()) {
            throw new GraphException("A user name for Neo4j is needed; the usual one is neo4j.");
        }
    }

    /** What a credentials file holds: the user name on its first line, the password on its second. */
    public static Credentials parse(List<String> lines, Path file) {
        if (lines.size() < 2 || lines.get(0).isBlank() || lines.get(1).isEmpty()) {
            throw new GraphException("The file " + file
                    + " should hold the Neo4j user name on its first line and the password on" + " its second.");
        }
        return new Credentials(lines.get(0).strip(), lines.get(1));
    }

    @Override
    public String toString() {
        return "Credentials[username=" + username + ", password=hidden]";
    }
}

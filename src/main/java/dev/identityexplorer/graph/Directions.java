package dev.identityexplorer.graph;

import java.net.URI;

/** What to tell people who want to use the same database with Neo4j's own programs. */
final class Directions {
    private Directions() {}

    static String of(URI uri, String username, StoreFolder store) {
        return """
                Bolt      %s (this computer only), user %s
                Password  in %s
                Shell     NEO4J_PASSWORD="$(sed -n 's/^password=//p' '%s')" cypher-shell -a %s -u %s
                Browser   Neo4j Browser, Desktop or Bloom: connect to %s with that user and password
                """.formatted(uri, username, store.connection(), store.connection(), uri, username, uri);
    }

    static String of(URI uri, String username) {
        return """
                Bolt      %s, user %s
                Shell     cypher-shell -a %s -u %s
                """.formatted(uri, username, uri, username);
    }
}

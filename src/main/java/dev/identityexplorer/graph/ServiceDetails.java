package dev.identityexplorer.graph;

import dev.identityexplorer.cypher.CypherLibrary;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What hangs on one AWS service. */
public final class ServiceDetails {

    private static final int MOST = 100;

    private final Reads reads;

    public ServiceDetails(Engine engine, CypherLibrary library) {
        this.reads = new Reads(engine, library);
    }

    /** Its types of roles, roles, who trusts it and its resources, of one account or of all if that is empty. */
    public Optional<Map<String, @Nullable Object>> of(String id, String accountId) {
        return reads.row("service", Map.of("id", id, "account", accountId, "most", MOST));
    }
}

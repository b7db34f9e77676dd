package dev.identityexplorer.graph;

import dev.identityexplorer.cypher.CypherLibrary;
import java.util.LinkedHashMap;
import java.util.List;
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
        return reads.row(
                        "service",
                        Map.of("id", id, "account", accountId, "most", MOST, "counted", Entities.MOST_COUNTED + 1))
                .map(row -> {
                    var service = new LinkedHashMap<String, @Nullable Object>(row);
                    for (var list : List.of("trustedBy", "resources")) {
                        service.put(list, bounded(Wire.inner(row, list)));
                    }
                    return service;
                });
    }

    private static Map<String, @Nullable Object> bounded(Map<String, @Nullable Object> list) {
        long total = Wire.number(list, "total");
        var bounded = new LinkedHashMap<>(list);
        bounded.put("total", Math.min(total, Entities.MOST_COUNTED));
        bounded.put("atLeast", total > Entities.MOST_COUNTED);
        return bounded;
    }
}

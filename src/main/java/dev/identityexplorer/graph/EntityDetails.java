package dev.identityexplorer.graph;

import dev.identityexplorer.cypher.CypherLibrary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that the graph knows of one entity, in the wire form but for its documents, which stay text. */
public final class EntityDetails {

    /** Lists that can be long stop here. */
    private static final int MOST = 100;

    private static final int CHANGES = 20;

    /** What the importer keeps for itself, and what has a field of its own. */
    private static final Set<String> NO_FACTS = Set.of(
            "id",
            "name",
            "searchText",
            "accountId",
            "verdict",
            "impact",
            "provenAt",
            "protection",
            "placeholder",
            "incomplete",
            "evidence",
            "fingerprints",
            "doubts",
            "derivedWith",
            "document",
            "assumeRolePolicyDocument");

    private static final Set<String> DOCUMENTS = Set.of("document", "assumeRolePolicyDocument");

    private final Reads reads;

    public EntityDetails(Engine engine, CypherLibrary library) {
        this.reads = new Reads(engine, library);
    }

    /** The entity; empty where the graph does not hold it. */
    public Optional<Map<String, @Nullable Object>> of(String id) {
        return reads.row("entity", Map.of("id", id)).map(row -> complete(id, row));
    }

    private Map<String, @Nullable Object> complete(String id, Map<String, @Nullable Object> row) {
        var near =
                reads.row("entity-neighbours", Map.of("id", id, "most", MOST)).orElseThrow();
        var properties = new TreeMap<String, @Nullable Object>(Wire.inner(row, "properties"));
        var documents = new TreeMap<String, @Nullable Object>(properties);
        documents.keySet().retainAll(DOCUMENTS);
        properties.keySet().removeAll(NO_FACTS);
        var entity = new LinkedHashMap<String, @Nullable Object>(row);
        entity.put("labels", entity.remove("every"));
        entity.put("properties", properties);
        entity.put("documents", documents);
        entity.put("credentials", credentials(row));
        entity.put("trusts", trusts(near, "trusts"));
        entity.put("trustedBy", trusts(near, "trustedBy"));
        var policies = new LinkedHashMap<String, @Nullable Object>();
        policies.put("attached", sorted(near, "attached"));
        policies.put("inline", entity.remove("inline"));
        policies.put("boundary", entity.remove("boundary"));
        policies.put("versions", entity.remove("versions"));
        policies.put("attachedTo", sorted(near, "attachedTo"));
        policies.put("boundaryOf", sorted(near, "boundaryOf"));
        entity.put("policies", policies);
        for (var list : List.of("groups", "members", "instanceProfiles", "roles", "resources", "uses", "blocks")) {
            entity.put(list, sorted(near, list));
        }
        var changes = new LinkedHashMap<String, @Nullable Object>();
        changes.putAll(Map.of("entity", id, "account", "", "what", "", "skip", 0, "limit", CHANGES));
        changes.putAll(Map.of("since", Instant.EPOCH.toString(), "became", ""));
        entity.put("changes", reads.rows("changes-of-entity", changes));
        return entity;
    }

    private static List<Map<String, @Nullable Object>> credentials(Map<String, @Nullable Object> row) {
        return Wire.list(row, "credentials").stream()
                .map(credential -> {
                    var properties = new TreeMap<String, @Nullable Object>(Wire.inner(credential, "properties"));
                    properties.keySet().removeAll(NO_FACTS);
                    var all = new LinkedHashMap<String, @Nullable Object>(credential);
                    all.put("properties", properties);
                    return (Map<String, @Nullable Object>) all;
                })
                .toList();
    }

    private static Map<String, @Nullable Object> trusts(Map<String, @Nullable Object> near, String name) {
        var items = new ArrayList<Map<String, @Nullable Object>>();
        for (var trust : Wire.list(Wire.inner(near, name), "items")) {
            var item = new LinkedHashMap<String, @Nullable Object>();
            item.put("with", trust.get("with"));
            item.put("effect", trust.get("effect"));
            item.put("actions", trust.getOrDefault("actions", List.of()));
            item.put("conditions", trust.get("conditions"));
            item.put("sid", trust.get("sid"));
            item.put("statement", trust.get("statement"));
            item.put("notPrincipal", trust.getOrDefault("notPrincipal", List.of()));
            items.add(item);
        }
        items.sort(Comparator.comparingLong((Map<String, @Nullable Object> item) -> Wire.number(item, "statement"))
                .thenComparing(item -> Wire.text(Wire.inner(item, "with"), "id")));
        return list(near, name, items);
    }

    private static Map<String, @Nullable Object> sorted(Map<String, @Nullable Object> near, String name) {
        var items = new ArrayList<>(Wire.list(Wire.inner(near, name), "items"));
        items.sort(Comparator.comparing((Map<String, @Nullable Object> item) -> Wire.text(item, "name"))
                .thenComparing(item -> Wire.text(item, "id")));
        return list(near, name, items);
    }

    private static Map<String, @Nullable Object> list(
            Map<String, @Nullable Object> near, String name, List<Map<String, @Nullable Object>> items) {
        var list = new LinkedHashMap<String, @Nullable Object>();
        list.put("total", Wire.number(Wire.inner(near, name), "total"));
        list.put("items", items);
        return list;
    }
}

package dev.identityexplorer.web;

import dev.identityexplorer.graph.EntityDetails;
import dev.identityexplorer.graph.Identities;
import dev.identityexplorer.graph.Overview;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /entity}: all that is known of one. */
final class EntityResource {

    /** What nobody owns. */
    private static final Set<String> OWNERLESS = Set.of("Tag", "AnyPrincipal", "ResourceType", "ServiceLinkedRoleType");

    private final EntityDetails details;
    private final Identities identities;
    private final Overview overview;

    EntityResource(EntityDetails details, Identities identities, Overview overview) {
        this.details = details;
        this.identities = identities;
        this.overview = overview;
    }

    void get(Context ctx) {
        var id = Params.required(ctx, "id", 2048);
        var stamp = overview.stamp();
        var entity = details.of(id).orElseThrow(() -> WebException.nothingWithId(id));
        Tagged.json(ctx, stamp, () -> {
            var map = new LinkedHashMap<String, @Nullable Object>(entity);
            map.put(
                    "accountName",
                    map.get("accountId") instanceof String a
                            ? overview.accountNames(stamp).get(a)
                            : null);
            boolean unknown = "ExternalPrincipal".equals(map.get("kind")) && map.get("accountId") == null;
            map.put("owner", unknown || OWNERLESS.contains(map.get("kind")) ? null : owner(id));
            withDocuments(map, "documents");
            for (var list : List.of("trusts", "trustedBy")) {
                items(map.get(list))
                        .forEach(item -> item.computeIfPresent("conditions", (key, text) -> Json.document(text)));
            }
            if (map.get("policies") instanceof Map<?, ?> policies) {
                for (var list : List.of("inline", "versions")) {
                    maps(policies.get(list))
                            .forEach(policy -> policy.computeIfPresent("document", (key, text) -> Json.document(text)));
                }
            }
            return map;
        });
    }

    private Map<String, @Nullable Object> owner(String id) {
        var ownership = identities.ownership(id);
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("id", ownership.owner());
        map.put("name", ownership.ownerName());
        map.put("knownBy", ownership.knownBy());
        map.put("docUrl", ownership.docUrl().isEmpty() ? null : ownership.docUrl());
        map.put("note", ownership.note().isEmpty() ? null : ownership.note());
        return map;
    }

    private static void withDocuments(Map<String, @Nullable Object> map, String key) {
        if (map.get(key) instanceof Map<?, ?> texts) {
            var documents = new LinkedHashMap<String, @Nullable Object>();
            texts.forEach((name, text) -> documents.put(String.valueOf(name), Json.document(text)));
            map.put(key, documents);
        }
    }

    private static List<Map<String, @Nullable Object>> items(@Nullable Object list) {
        return list instanceof Map<?, ?> map ? maps(map.get("items")) : List.of();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, @Nullable Object>> maps(@Nullable Object list) {
        return list instanceof List<?> ? (List<Map<String, @Nullable Object>>) list : List.of();
    }
}

package dev.identityexplorer.web;

import dev.identityexplorer.graph.Overview;
import dev.identityexplorer.graph.ServiceDetails;
import dev.identityexplorer.graph.Stamp;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /services}: the catalogue, joined to what is there. */
final class ServicesResource {

    private final Overview overview;
    private final ServiceDetails details;

    ServicesResource(Overview overview, ServiceDetails details) {
        this.overview = overview;
        this.details = details;
    }

    void get(Context ctx) {
        var id = Params.text(ctx, "id", 256);
        var account = Params.text(ctx, "account", 64);
        var q = Params.text(ctx, "q", 256).toLowerCase(Locale.ROOT);
        boolean present = Params.flag(ctx, "present");
        var support = Params.choices(ctx, "serviceLinkedRoles", List.of("Yes", "Partial", "No", "Unknown"));
        var stamp = overview.stamp();
        if (!id.isEmpty()) {
            var service = one(stamp, id, account);
            Tagged.json(ctx, stamp, () -> service);
            return;
        }
        Tagged.json(ctx, stamp, () -> {
            var items = overview.services(stamp, account).stream()
                    .filter(service -> q.isEmpty() || has(service, q))
                    .filter(service -> !present || SummaryResource.number(service, "roles") > 0)
                    .filter(service ->
                            support.isEmpty() || support.contains(String.valueOf(service.get("serviceLinkedRoles"))))
                    .toList();
            return Map.of("items", items, "total", items.size());
        });
    }

    private Map<String, @Nullable Object> one(Stamp stamp, String id, String account) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        overview.services(stamp, account).stream()
                .filter(service -> id.equals(service.get("id")))
                .forEach(map::putAll);
        map.putAll(details.of(id, account)
                .orElseThrow(() -> WebException.notFound("There is no service with the id '" + id
                        + "'; ids are principals such as autoscaling.amazonaws.com, and services?q= searches.")));
        return map;
    }

    private static boolean has(Map<String, @Nullable Object> service, String q) {
        return List.of("name", "id", "prefix", "principal").stream()
                .map(service::get)
                .anyMatch(value -> value != null
                        && value.toString().toLowerCase(Locale.ROOT).contains(q));
    }
}

package dev.identityexplorer.graph;

import dev.identityexplorer.catalogue.AwsService;
import dev.identityexplorer.catalogue.Catalogue;
import dev.identityexplorer.catalogue.ServiceLinkedRoleType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The catalogue as rows for {@code cypher/load/catalogue-*.cypher}, so that people can query it beside their accounts. */
final class CatalogueNodes {

    private CatalogueNodes() {}

    /** Every service, and every principal that owns a service-linked role and is no service of its own. */
    static List<Map<String, Object>> services(Catalogue catalogue) {
        var rows = new LinkedHashMap<String, Map<String, Object>>();
        for (var service : catalogue.services()) {
            rows.put(service.id(), Map.of("id", service.id(), "properties", properties(service)));
        }
        for (var type : catalogue.types()) {
            var principal = type.servicePrincipal();
            if (rows.containsKey(principal)) {
                continue;
            }
            var properties = new HashMap<String, Object>();
            catalogue.owner(type).ifPresent(service -> properties.putAll(properties(service)));
            properties.put("name", catalogue.ownerName(principal).orElse(principal));
            properties.put("principal", principal);
            properties.put("serviceLinkedRoles", "Yes");
            rows.put(principal, Map.of("id", principal, "properties", properties));
        }
        return new ArrayList<>(rows.values());
    }

    private static Map<String, Object> properties(AwsService service) {
        var properties = new HashMap<String, Object>();
        properties.put("name", service.name());
        service.prefix().ifPresent(prefix -> properties.put("prefix", prefix));
        service.principal().ifPresent(principal -> properties.put("principal", principal));
        service.docUrl().ifPresent(url -> properties.put("docUrl", url));
        service.slrDocUrl().ifPresent(url -> properties.put("slrDocUrl", url));
        properties.put(
                "serviceLinkedRoles", service.supports().serviceLinkedRoles().word());
        return properties;
    }

    static List<Map<String, Object>> types(Catalogue catalogue) {
        return catalogue.types().stream().map(CatalogueNodes::row).toList();
    }

    private static Map<String, Object> row(ServiceLinkedRoleType type) {
        var properties = new HashMap<String, Object>();
        properties.put("name", type.roleName());
        properties.put("servicePrincipal", type.servicePrincipal());
        properties.put("customSuffix", type.customSuffix());
        properties.put("deletableBy", type.deletableBy().word());
        properties.put("confidence", type.confidence().word());
        type.multiRegion().ifPresent(value -> properties.put("multiRegion", value));
        type.docUrl().ifPresent(url -> properties.put("docUrl", url));
        type.note().ifPresent(note -> properties.put("note", note));
        var keepers = type.blockedBy().stream()
                .map(keeper -> {
                    var row = new HashMap<String, Object>();
                    row.put("resourceType", keeper.resourceType());
                    row.put("condition", keeper.condition());
                    row.put("when", keeper.facts().isEmpty() ? keeper.when() : "fact");
                    row.put("facts", keeper.facts());
                    row.put("cleanup", keeper.cleanup().map(Object::toString).orElse(null));
                    return row;
                })
                .toList();
        return Map.of("id", type.id(), "owner", type.servicePrincipal(), "properties", properties, "keepers", keepers);
    }
}

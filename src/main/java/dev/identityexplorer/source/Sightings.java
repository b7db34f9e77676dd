package dev.identityexplorer.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.identityexplorer.catalogue.Inventory;
import dev.identityexplorer.model.Arn;
import dev.identityexplorer.model.EvidenceKey;
import dev.identityexplorer.model.Relationship;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Lists of ARNs: {@code resourcegroupstaggingapi get-resources}, which knows tagged resources only, and {@code
 * resource-explorer-2 search}, which knows what its index holds and answers with a thousand at most, perhaps of a whole
 * organization. Both prove presence, never absence.
 */
final class Sightings {

    private Sightings() {}

    static List<Format> formats() {
        return List.of(
                format(
                        "resourcegroupstaggingapi-get-resources",
                        "ResourceTagMappingList",
                        "ResourceARN",
                        shape -> shape.has("ResourceTagMappingList")),
                format(
                        "resource-explorer-2-search",
                        "Resources",
                        "Arn",
                        shape -> shape.has("Resources") && shape.hasElement("OwningAccountId")),
                format("resource-explorer-2-list-resources", "Resources", "Arn", shape -> false));
    }

    private static Format format(String operation, String list, String arnField, Predicate<Shape> byContent) {
        return new Format(
                operation,
                Set.of(list),
                3,
                byContent,
                shape -> true,
                (document, json, reading) -> {
                    while (json.nextKey()) {
                        if (json.key().equals(list)) {
                            json.elements((node, i) -> resource(node, Json.text(node, arnField), document, reading));
                        }
                    }
                },
                (document, reading) -> List.of());
    }

    private static void resource(JsonNode node, String text, Document document, Reading reading) {
        var parsed = Arn.tryParse(text);
        var owner = Json.text(node, "OwningAccountId");
        if (parsed.isEmpty()) {
            reading.problem(document, text, "It is no ARN of a resource.");
            return;
        }
        var arn = parsed.get();
        var account = owner.isEmpty() ? arn.accountId() : owner;
        if (arn.service().equals("iam")
                || !account.isEmpty() && !account.equals(reading.account().accountId())) {
            return;
        }
        var told = Json.text(node, "ResourceType");
        var type = Resources.type(
                Resources.typeOf(text).orElse(told.isEmpty() ? arn.service() + ":" + arn.resourceType() : told));
        boolean global = type.global() || type.calls().stream().anyMatch(Inventory.Call::everywhere);
        var region = global ? Inventory.GLOBAL : region(arn, node, document);
        var key = EvidenceKey.sighting(type.type(), region);
        // a search finds what it was asked for, and 1,000 at most: a newer one does not stand in for an older one
        reading.ledger().part(key, document, document.file().modified());
        var tags = new ArrayList<Relationship>();
        node.path("Tags").forEach(tag -> Element.tag(tag, tags::add));
        reading.resources()
                .add(new ResourceRecord(type, key, text, "", region, MissingNode.getInstance(), false, false), tags);
    }

    /** ARNs of some types leave it out: a search tells it beside them, and tags are asked for in the Region of the folder. */
    private static String region(Arn arn, JsonNode node, Document document) {
        var told = Json.text(node, "Region");
        var region =
                !arn.region().isEmpty() ? arn.region() : !told.isEmpty() ? told : InventoryAnswers.region(document);
        return region.isEmpty() ? Inventory.GLOBAL : region;
    }
}

package dev.identityexplorer.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.identityexplorer.catalogue.Inventory;
import dev.identityexplorer.model.EvidenceKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code cloudcontrol list-resources}: all resources of one CloudFormation type in one Region. The path names the type,
 * and for types within others the resource model: {@code cloudcontrol-list-resources/TYPE[/MODEL].json}, both
 * percent-encoded. AWS promises the identifier and not one property more. See
 * <a href="https://docs.aws.amazon.com/cloudcontrolapi/latest/userguide/resource-operations-list.html">Discovering resources</a>.
 */
final class CloudControl {

    static final String OPERATION = "cloudcontrol-list-resources";

    private CloudControl() {}

    static List<Format> formats() {
        return List.of(new Format(
                OPERATION,
                Set.of("ResourceDescriptions"),
                3,
                shape -> false,
                shape -> true,
                CloudControl::read,
                (document, reading) -> key(document, typeInPath(document), model(document))
                        .map(List::of)
                        .orElse(List.of())));
    }

    private static String typeInPath(Document document) {
        return document.parameter().split("/", 2)[0];
    }

    /** The resource model in the path; missing where the path has none, or the number of a page. */
    private static JsonNode model(Document document) {
        var parts = document.parameter().split("/", 2);
        return parts.length == 2
                ? JsonFile.parse(parts[1]).filter(JsonNode::isObject).orElse(MissingNode.getInstance())
                : MissingNode.getInstance();
    }

    private static Optional<EvidenceKey> key(Document document, String typeName, JsonNode model) {
        var type = Resources.type(typeName);
        var region = type.global() ? Inventory.GLOBAL : InventoryAnswers.region(document);
        if (typeName.isEmpty() || region.equals(Inventory.GLOBAL) && !type.global()) {
            return Optional.empty();
        }
        var part = type.calls().stream().flatMap(call -> call.part().stream()).findFirst();
        return Optional.of(EvidenceKey.inventory(
                typeName
                        + part.filter(fact -> !Fields.text(model, fact).isEmpty())
                                .map(fact -> "?" + fact + "=" + Fields.text(model, fact))
                                .orElse(""),
                region));
    }

    private static void read(Document document, JsonFile json, Reading reading) {
        var paging = new Paging();
        var descriptions = new ArrayList<JsonNode>();
        var typeName = "";
        while (json.nextKey()) {
            if (json.key().equals("TypeName")) {
                typeName = json.text();
            } else if (json.key().equals("ResourceDescriptions")) {
                json.elements((node, i) -> descriptions.add(node));
            } else if (Paging.isKey(json.key())) {
                paging.see(json.key(), json.value());
            }
        }
        var inPath = typeInPath(document);
        if (!typeName.isEmpty() && !inPath.isEmpty() && !typeName.equals(inPath)) {
            reading.problem(
                    document,
                    "TypeName",
                    "It lists " + typeName + ", but its path says " + inPath + "; it was not read.");
            return;
        }
        var model = model(document);
        var type = Resources.type(typeName.isEmpty() ? inPath : typeName);
        key(document, type.type(), model)
                .ifPresentOrElse(
                        key -> read(type, key, model, descriptions, paging.token(), document, reading),
                        () -> reading.problem(
                                document, "", "Its path does not say which type in which Region it lists."));
    }

    /**
     * Why the answer need not hold all that it seems to: a resource model narrows a list down by each property that it has.
     */
    private static Optional<String> less(Inventory type, JsonNode model, boolean byFact, Document document) {
        var parts = document.parameter().split("/", 2);
        boolean page = parts.length < 2 || Paging.isPage(parts[1]);
        if (type.cloudControl() == Inventory.CloudControl.YES) {
            return page ? Optional.empty() : Optional.of(document.name() + " lists only those that fit its path.");
        } else if (!model.isObject()) {
            return Optional.of("Cloud Control lists " + type.type() + " one part at a time, and the path of "
                    + document.name() + " has no resource model.");
        }
        int properties = byFact ? 1 : Math.max(1, type.model().size());
        return model.size() == properties && (byFact || type.within().isPresent())
                ? Optional.empty()
                : Optional.of("The resource model in the path of " + document.name() + " narrows the list down.");
    }

    private static void read(
            Inventory type,
            EvidenceKey key,
            JsonNode model,
            List<JsonNode> descriptions,
            String token,
            Document document,
            Reading reading) {
        reading.ledger().seen(key);
        boolean part = type.cloudControl() == Inventory.CloudControl.MODEL;
        boolean byFact = key.resourceType().contains("?");
        if (type.cloudControl() == Inventory.CloudControl.NO) {
            reading.ledger().aside(key, document, "Cloud Control is not known to list all " + type.type() + ".");
        } else if (part && type.within().isPresent() && model.isObject()) {
            var names = new HashSet<String>();
            model.forEach(value -> names.add(value.asText()));
            reading.resources().nested().answered(key, document, names);
            if (!token.isEmpty()) {
                reading.ledger().gap(key, "More pages exist: " + document.name() + " still has a " + token + ".");
            }
        } else {
            reading.ledger().page(key, document, token, document.file().modified());
            reading.resources().nested().listed(key, document);
        }
        less(type, model, byFact, document)
                .filter(why -> type.cloudControl() != Inventory.CloudControl.NO)
                .ifPresent(why -> reading.ledger().gap(key, why));
        for (var description : descriptions) {
            var identifier = Json.text(description, "Identifier");
            var properties = properties(description);
            if (identifier.isEmpty() || properties.isEmpty()) {
                reading.ledger().gap(key, document.name() + " has a description that cannot be read.");
            } else {
                reading.resources()
                        .add(
                                new ResourceRecord(
                                        type,
                                        key,
                                        identifier,
                                        name(properties.get()),
                                        key.region(),
                                        properties.get(),
                                        false,
                                        false),
                                List.of());
            }
        }
    }

    /** The properties are JSON within a text; a tool may have made them an object, and none are none. */
    private static Optional<JsonNode> properties(JsonNode description) {
        var properties = description.path("Properties");
        if (properties.isTextual()) {
            return JsonFile.parse(properties.asText()).filter(JsonNode::isObject);
        }
        return properties.isObject() || properties.isMissingNode()
                ? Optional.of(properties.isObject() ? properties : Json.MAPPER.createObjectNode())
                : Optional.empty();
    }

    private static String name(JsonNode properties) {
        return Fields.text(properties, "Name");
    }
}

package dev.identityexplorer.deletion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.identityexplorer.catalogue.Inventory;
import dev.identityexplorer.catalogue.ServiceLinkedRoleType.Keeper;
import dev.identityexplorer.sample.Organization;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files in which AWS would answer for a type of resources, made from the table of inventories: that there is none, or
 * that there is one.
 *
 * @param regions in which the account is
 * @param printed whether from the call that the product prints; else from Cloud Control where that lists the type
 */
record InventoryFiles(List<String> regions, boolean printed) {

    static final ObjectMapper JSON = new ObjectMapper();

    /** Where all of a type are listed. */
    private record Listing(String name, Optional<Inventory.Call> call, boolean once) {}

    static Inventory inventory(String type) {
        return Organization.CATALOGUE.inventories().of(type);
    }

    /** The value of the fact by which AWS lists the type in parts, where the keeper looks for one. */
    static String part(Keeper keeper) {
        boolean parts = inventory(keeper.resourceType()).calls().stream()
                .anyMatch(call -> call.part().isPresent());
        return parts && !keeper.facts().isEmpty()
                ? keeper.when().substring(keeper.when().indexOf('=') + 1)
                : "";
    }

    /** Whether AWS has a list of the type, by itself or of what holds it. */
    boolean listed(String type) {
        var inventory = inventory(type);
        return inventory.within().isPresent()
                ? listed(inventory.within().get()) && nested(inventory).isPresent()
                : listing(inventory, "").isPresent();
    }

    /** Whether some answer shows that there is none: of what lives in others, none where there are no others. */
    boolean provesAbsence(String type) {
        var inventory = inventory(type);
        return inventory
                .within()
                .map(this::provesAbsence)
                .orElseGet(() -> listing(inventory, "").isPresent());
    }

    private Optional<Listing> listing(Inventory inventory, String part) {
        var call = inventory.calls().stream()
                .filter(c -> !c.one())
                // an error alone says that such a setting is off, and no error proves anything
                .filter(c -> !c.setting() || c.gone().isPresent())
                .findFirst();
        boolean cloudControl = inventory.cloudControl() == Inventory.CloudControl.YES
                && !(printed && call.filter(Inventory.Call::whole).isPresent());
        if (cloudControl) {
            return Optional.of(new Listing(cloudControl(inventory.type()), Optional.empty(), inventory.global()));
        }
        return call.map(c -> new Listing(
                c.fileName() + (part.isEmpty() ? "" : "/" + part) + ".json",
                call,
                inventory.global() || c.everywhere()));
    }

    private static String cloudControl(String parameter) {
        var parts = parameter.split("/", 2);
        return "cloudcontrol-list-resources/" + encode(parts[0]) + (parts.length == 1 ? "" : "/" + encode(parts[1]))
                + ".json";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Answers that hold nothing, by file below the account's folder. */
    Map<String, ObjectNode> none(String type, String part) {
        var inventory = inventory(type);
        if (inventory.within().isPresent()) {
            return none(inventory.within().get(), "");
        }
        var files = new LinkedHashMap<String, ObjectNode>();
        listing(inventory, part)
                .ifPresent(listing -> (listing.once() ? List.of(Inventory.GLOBAL) : regions)
                        .forEach(region -> files.put(
                                region + "/" + listing.name(),
                                listing.call().map(InventoryFiles::nothing).orElseGet(() -> described(List.of())))));
        return files;
    }

    /** Answers that hold one resource with these fields in the first region, and nothing in the others. */
    Map<String, ObjectNode> one(String type, String part, Map<String, String> fields) {
        var inventory = inventory(type);
        var files = new LinkedHashMap<String, ObjectNode>();
        if (inventory.within().isPresent()) {
            files.putAll(one(inventory.within().get(), "", Map.of()));
            nested(inventory)
                    .ifPresent(name -> files.put(
                            regions.get(0) + "/" + name,
                            name.startsWith("cloudcontrol")
                                    ? described(List.of(description(inventory, fields)))
                                    : answer(own(inventory), record(inventory, own(inventory), fields))));
            return files;
        }
        files.putAll(none(type, part));
        listing(inventory, part)
                .ifPresent(listing -> files.put(
                        (listing.once() ? Inventory.GLOBAL : regions.get(0)) + "/" + listing.name(),
                        listing.call()
                                .map(call -> answer(call, record(inventory, call, fields)))
                                .orElseGet(() -> described(List.of(description(inventory, fields))))));
        return files;
    }

    private static Inventory.Call own(Inventory inventory) {
        return inventory.calls().stream().filter(c -> !c.one()).findFirst().orElseThrow();
    }

    /** The file of those within one holder. */
    private Optional<String> nested(Inventory inventory) {
        var holder = identifier(inventory(inventory.within().orElseThrow()));
        boolean model = !inventory.model().isEmpty();
        if (model) {
            var names = JSON.createObjectNode();
            var values = holder.split("\\|");
            for (int i = 0; i < inventory.model().size(); i++) {
                names.put(inventory.model().get(i), values[Math.min(i, values.length - 1)]);
            }
            return Optional.of(cloudControl(inventory.type() + "/" + names));
        }
        return inventory.calls().stream()
                .filter(c -> !c.one())
                .findFirst()
                .map(call -> call.fileName() + "/" + encode(holder) + ".json");
    }

    private static String identifier(Inventory inventory) {
        var own = "one-" + inventory.type().replaceAll("\\W+", "-").toLowerCase(java.util.Locale.ROOT);
        boolean compound = inventory.model().size() > 0;
        return compound ? identifier(inventory(inventory.within().orElseThrow())) + "|" + own : own;
    }

    private static ObjectNode described(List<ObjectNode> descriptions) {
        var answer = JSON.createObjectNode();
        answer.putArray("ResourceDescriptions").addAll(descriptions);
        return answer;
    }

    private static ObjectNode description(Inventory inventory, Map<String, String> fields) {
        var properties = JSON.createObjectNode();
        fields.forEach((path, value) -> put(properties, path, value));
        return JSON.createObjectNode()
                .put("Identifier", identifier(inventory) + suffix(fields))
                .put("Properties", properties.toString());
    }

    /** Two of a type that differ in what they tell are two resources. */
    private static String suffix(Map<String, String> fields) {
        return fields.isEmpty() ? "" : "-" + Integer.toHexString(fields.hashCode());
    }

    private static ObjectNode nothing(Inventory.Call call) {
        var answer = JSON.createObjectNode();
        if (call.setting()) {
            var off = JSON.createObjectNode();
            call.gone()
                    .ifPresent(match ->
                            put(off, match.field(), match.values().iterator().next()));
            return answer(call, off);
        }
        var keys = call.list().split("\\.");
        if (keys.length == 2 && keys[0].endsWith("List")) {
            answer.putObject(keys[0]).put("Quantity", 0);
        } else {
            answer.putArray(keys[0]);
        }
        return answer;
    }

    private static JsonNode record(Inventory inventory, Inventory.Call call, Map<String, String> fields) {
        var name = identifier(inventory).replaceFirst(".*\\|", "") + suffix(fields);
        var record = JSON.createObjectNode();
        if (call.setting()) {
            call.gone().ifPresent(match -> put(record, match.field(), "ON"));
            return record;
        } else if (call.sole().isPresent()) {
            inventory.roles().forEach(field -> put(record, field, "{}"));
            put(record, call.sole().get(), "as all have it");
            fields.forEach((path, value) -> put(record, path, value));
            return record;
        } else if (call.id().isEmpty()) {
            return JSON.getNodeFactory().textNode(name);
        }
        call.only()
                .ifPresent(match ->
                        put(record, match.field(), match.values().iterator().next()));
        put(record, call.id(), name);
        fields.forEach((path, value) -> put(record, path, value));
        return record;
    }

    private static ObjectNode answer(Inventory.Call call, JsonNode record) {
        var answer = JSON.createObjectNode();
        var keys = call.list().split("\\.");
        if (call.list().isEmpty()) {
            answer.setAll((ObjectNode) record);
        } else if (keys.length == 1) {
            answer.putArray(keys[0]).add(record);
        } else if (keys[0].endsWith("List")) {
            answer.putObject(keys[0]).putArray(keys[1]).add(record);
        } else {
            answer.putArray(keys[0]).addObject().putArray(keys[1]).add(record);
        }
        return answer;
    }

    private static void put(ObjectNode node, String path, String value) {
        var keys = path.split("\\.", 2);
        if (keys.length == 1) {
            node.put(path, value);
        } else {
            put(node.withObjectProperty(keys[0]), keys[1], value);
        }
    }

    /** Adds answers to those that are there: lists grow, so that one file can tell of several types. */
    static void merge(Map<String, ObjectNode> into, Map<String, ObjectNode> more) {
        more.forEach((file, answer) -> into.merge(file, answer, InventoryFiles::merged));
    }

    private static ObjectNode merged(ObjectNode one, ObjectNode other) {
        other.properties().forEach(field -> {
            var known = one.get(field.getKey());
            if (known instanceof ArrayNode list && field.getValue() instanceof ArrayNode more) {
                more.forEach(element -> {
                    if (!contains(list, element)) {
                        list.add(element);
                    }
                });
            } else if (known instanceof ObjectNode object && field.getValue() instanceof ObjectNode more) {
                merged(object, more);
            } else {
                one.set(field.getKey(), field.getValue());
            }
        });
        return one;
    }

    private static boolean contains(ArrayNode list, JsonNode element) {
        for (var known : list) {
            if (known.equals(element)) {
                return true;
            }
        }
        return false;
    }
}

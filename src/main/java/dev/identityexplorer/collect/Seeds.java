package dev.identityexplorer.collect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.identityexplorer.catalogue.Catalogue;
import dev.identityexplorer.catalogue.Inventory;
import dev.identityexplorer.catalogue.ReadCall;
import dev.identityexplorer.catalogue.ReadCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The calls that need no other answer, and those to Cloud Control, which the inventories tell. */
final class Seeds {

    private static final String CLOUD_CONTROL = "cloudcontrol list-resources";

    private final ReadCalls calls;
    private final Catalogue catalogue;
    private final String accountId;
    private final String globalRegion;

    Seeds(ReadCalls calls, Catalogue catalogue, String accountId, String globalRegion) {
        this.calls = calls;
        this.catalogue = catalogue;
        this.accountId = accountId;
        this.globalRegion = globalRegion;
    }

    ReadCalls calls() {
        return calls;
    }

    /** A call that is made once, for the whole account. */
    Task once(String operation) {
        return task(calls.named(operation), Inventory.GLOBAL);
    }

    List<Task> tasks(List<String> regions, Set<String> options) {
        var tasks = new ArrayList<Task>();
        for (var call : calls.all()) {
            if (call.step() || !call.option().map(options::contains).orElse(true)) {
                continue;
            }
            for (var folder : calls.isOnce(call) ? List.of(Inventory.GLOBAL) : regions) {
                if (call.feeds().isEmpty()) {
                    tasks.add(task(call, folder));
                }
                if (call.feeds().stream().anyMatch(feed -> feed.call().equals(ReadCall.PARTS))) {
                    parts(call).forEach(part -> tasks.add(task(call, folder, part)));
                }
            }
        }
        for (var type : catalogue.inventories().listedByCloudControl()) {
            if (type.cloudControl() == Inventory.CloudControl.YES) {
                for (var folder : type.global() ? List.of(Inventory.GLOBAL) : regions) {
                    tasks.add(task(calls.named(CLOUD_CONTROL), folder, type.type()));
                }
            }
        }
        return tasks;
    }

    /** What Cloud Control lists only by the resource that holds it, for each of those in an answer of Cloud Control. */
    List<Task> held(Task task, ObjectNode answer) {
        if (!task.call().operation().equals(CLOUD_CONTROL) || task.parameter().contains("/")) {
            return List.of();
        }
        var tasks = new ArrayList<Task>();
        for (var type : catalogue.inventories().listedByCloudControl()) {
            if (!type.model().isEmpty() && type.within().orElse("").equals(task.parameter())) {
                answer.path("ResourceDescriptions")
                        .forEach(holder -> tasks.add(
                                held(task, type, holder.path("Identifier").asText())));
            }
        }
        return tasks;
    }

    private Task held(Task task, Inventory type, String identifier) {
        var model = JsonNodeFactory.instance.objectNode();
        var parts = identifier.split("\\|");
        for (int i = 0; i < Math.min(parts.length, type.model().size()); i++) {
            model.put(type.model().get(i), parts[i]);
        }
        return new Task(
                calls.named(CLOUD_CONTROL),
                task.region(),
                task.folder(),
                type.type() + "/" + model,
                Values.none(accountId).withItem(text(type.type()), "").withMore("ResourceModel", model.toString()));
    }

    /** The values of the fact that conditions of the catalogue look for: {@code ecs}, {@code dynamodb} … */
    private Set<String> parts(ReadCall call) {
        var parts = new TreeSet<String>();
        var shown = catalogue.inventories().operations().get(call.fileName());
        catalogue.types().stream()
                .flatMap(type -> type.blockedBy().stream())
                .filter(keeper -> shown.keySet().stream()
                        .anyMatch(inventory -> inventory.type().equals(keeper.resourceType())))
                .flatMap(keeper -> keeper.facts().stream())
                .map(fact -> fact.substring(fact.indexOf('=') + 1))
                .forEach(parts::add);
        return parts;
    }

    private Task task(ReadCall call, String folder) {
        return new Task(call, region(folder), folder, "", Values.none(accountId));
    }

    private Task task(ReadCall call, String folder, String item) {
        return new Task(
                call, region(folder), folder, item, Values.none(accountId).withItem(text(item), ""));
    }

    private String region(String folder) {
        return folder.equals(Inventory.GLOBAL) ? globalRegion : folder;
    }

    private static JsonNode text(String text) {
        return JsonNodeFactory.instance.textNode(text);
    }
}

package dev.identityexplorer.cli;

import dev.identityexplorer.catalogue.Catalogue;
import dev.identityexplorer.catalogue.Inventory;
import dev.identityexplorer.catalogue.ServiceLinkedRoleType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code explorer catalogue --sources} prints: a row for each resource type. */
final class SourceRows {

    static final List<String> COLUMNS = List.of(
            "resourceType", "scope", "cloudControl", "within", "provenBy", "seenBy", "tellsRoles", "keepsInUse");

    private SourceRows() {}

    /** All types, or those that can keep roles of a principal in use. */
    static List<Map<String, Object>> of(Catalogue catalogue, Optional<String> principal) {
        return catalogue.inventories().all().stream()
                .filter(inventory -> principal
                        .map(p -> catalogue.typesOf(p).stream()
                                .flatMap(type -> type.blockedBy().stream())
                                .anyMatch(keeper -> keeper.resourceType().equals(inventory.type())))
                        .orElse(true))
                .map(inventory -> row(inventory, catalogue))
                .toList();
    }

    private static Map<String, Object> row(Inventory inventory, Catalogue catalogue) {
        var row = new LinkedHashMap<String, Object>();
        row.put("resourceType", inventory.type());
        row.put("scope", inventory.global() ? "global" : "region");
        row.put("cloudControl", inventory.cloudControl().word());
        row.put("within", inventory.within().orElse(null));
        row.put("provenBy", proofs(inventory));
        row.put("seenBy", sightings(inventory));
        row.put("tellsRoles", inventory.roles());
        row.put("keepsInUse", roles(inventory, catalogue));
        return row;
    }

    private static List<String> proofs(Inventory inventory) {
        var cloudControl = inventory.cloudControl() == Inventory.CloudControl.NO
                ? Stream.<String>empty()
                : Stream.of("cloudcontrol list-resources"
                        + (inventory.cloudControl() == Inventory.CloudControl.MODEL ? " --resource-model" : ""));
        return Stream.concat(
                        cloudControl,
                        inventory.calls().stream().filter(call -> !call.one()).map(Inventory.Call::operation))
                .toList();
    }

    private static List<String> sightings(Inventory inventory) {
        return Stream.of(
                        inventory.config() ? Stream.of("AWS Config") : Stream.<String>empty(),
                        inventory.arns().isEmpty()
                                ? Stream.<String>empty()
                                : Stream.of("resource-explorer-2 search", "resourcegroupstaggingapi get-resources"),
                        inventory.calls().stream().filter(Inventory.Call::one).map(Inventory.Call::operation))
                .flatMap(s -> s)
                .toList();
    }

    private static List<String> roles(Inventory inventory, Catalogue catalogue) {
        return catalogue.types().stream()
                .flatMap(type -> type.blockedBy().stream()
                        .filter(keeper -> keeper.resourceType().equals(inventory.type()))
                        .map(keeper -> type.roleName() + " (" + when(keeper) + ")"))
                .toList();
    }

    private static String when(ServiceLinkedRoleType.Keeper keeper) {
        return switch (keeper.when()) {
            case ServiceLinkedRoleType.Keeper.EXISTS -> "if it exists";
            case ServiceLinkedRoleType.Keeper.NAMES_ROLE -> "if it names the role";
            case ServiceLinkedRoleType.Keeper.UNCLEAR -> "no file tells: " + keeper.condition();
            default -> "if " + keeper.when();
        };
    }
}

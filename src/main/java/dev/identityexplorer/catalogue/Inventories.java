package dev.identityexplorer.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which answers of AWS show which resources: the table {@code aws/inventories.json}. */
public final class Inventories {

    private static final class Bundled {
        static final Inventories INVENTORIES = new Inventories(DataFile.read("inventories.json"));
    }

    private final DataFile file;
    private final Map<String, Inventory> byType = new LinkedHashMap<>();

    Inventories(DataFile file) {
        this.file = file;
        for (var inventory : file.rows("rows", Inventory.COLUMNS, Inventory::of)) {
            if (byType.put(inventory.type(), inventory) != null) {
                throw new CatalogueException(
                        "The catalogue file aws/" + file.name() + " has the type " + inventory.type() + " twice.");
            }
        }
        for (var inventory : byType.values()) {
            inventory.within().filter(type -> !byType.containsKey(type)).ifPresent(type -> {
                throw new CatalogueException("The catalogue file aws/" + file.name() + " has no row for " + type
                        + ", which holds " + inventory.type() + ".");
            });
        }
    }

    /** The table that comes with the product. */
    public static Inventories bundled() {
        return Bundled.INVENTORIES;
    }

    /** All rows, by type. */
    public List<Inventory> all() {
        return List.copyOf(byType.values());
    }

    /** What is known of a type; nothing, for one that the table does not have. */
    public Inventory of(String type) {
        var known = byType.get(type);
        return known == null ? Inventory.unknown(type) : known;
    }

    /** Whether the table has a type. */
    public boolean has(String type) {
        return byType.containsKey(type);
    }

    /** By operation as files are named: the types that its answer shows, with the call. */
    public Map<String, Map<Inventory, Inventory.Call>> operations() {
        var operations = new TreeMap<String, Map<Inventory, Inventory.Call>>();
        for (var inventory : byType.values()) {
            for (var call : inventory.calls()) {
                operations
                        .computeIfAbsent(call.fileName(), name -> new LinkedHashMap<>())
                        .put(inventory, call);
            }
        }
        return operations;
    }

    /** The types that are held by resources of another type, by that type. */
    public List<Inventory> nested() {
        return byType.values().stream().filter(i -> i.within().isPresent()).toList();
    }

    /** How many resources hold one of this type, each within the next. */
    public int depth(String type) {
        return of(type).within().map(holder -> 1 + depth(holder)).orElse(0);
    }

    /**
     * The command that shows all resources of a type and what the graph needs to know of them; where there is none, the one
     * that shows whether there is anything to hold them.
     */
    Optional<EvidenceCommand> command(String type, Optional<EvidenceCommand> cloudControl) {
        var inventory = of(type);
        boolean listed = type.startsWith("AWS::")
                && (inventory.cloudControl() != Inventory.CloudControl.NO || !byType.containsKey(type));
        return inventory.calls().stream()
                .filter(call -> !call.one())
                .filter(call -> call.whole() || inventory.cloudControl() != Inventory.CloudControl.YES)
                .map(Inventory.Call::command)
                .findFirst()
                .or(() -> listed ? cloudControl : Optional.empty())
                .or(() -> inventory.within().flatMap(holder -> command(holder, Optional.empty())));
    }

    /** The types of which {@code cloudcontrol list-resources} is what shows them all, by {@link #command}. */
    public List<Inventory> listedByCloudControl() {
        return byType.values().stream()
                .filter(inventory -> inventory.type().startsWith("AWS::"))
                .filter(inventory -> inventory.cloudControl() != Inventory.CloudControl.NO)
                .filter(inventory -> inventory.calls().stream()
                        .filter(call -> !call.one())
                        .noneMatch(call -> call.whole() || inventory.cloudControl() != Inventory.CloudControl.YES))
                .toList();
    }

    DataFile file() {
        return file;
    }
}

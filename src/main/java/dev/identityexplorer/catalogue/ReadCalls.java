package dev.identityexplorer.catalogue;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The read-only list, {@code aws/read-calls.json}: all calls that the program can make. */
public final class ReadCalls {

    private final Map<String, ReadCall> byOperation = new LinkedHashMap<>();
    private final Map<String, String> cloudControlActions = new HashMap<>();
    private final Set<String> once;

    private ReadCalls(DataFile file, Inventories inventories) {
        var services = new LinkedHashMap<String, CalledService>();
        for (var service : file.rows("services", CalledService.COLUMNS, CalledService::of)) {
            services.put(service.name(), service);
        }
        for (var call : file.rows("rows", ReadCall.COLUMNS, row -> ReadCall.of(row, services))) {
            if (byOperation.put(call.operation(), call) != null) {
                throw new CatalogueException(
                        "The catalogue file aws/" + file.name() + " has " + call.operation() + " twice.");
            }
        }
        record Prefix(String types, String actions) {}
        file.rows("cloudControl", Set.of("types", "actions"), row -> new Prefix(row.text("types"), row.text("actions")))
                .forEach(prefix -> cloudControlActions.put(prefix.types(), prefix.actions()));
        once = inventories.operations().entrySet().stream()
                .filter(shown -> shown.getValue().entrySet().stream()
                        .allMatch(e -> e.getKey().global() || e.getValue().everywhere()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Reads the list from the class path.
     *
     * @throws CatalogueException if it is missing or wrong
     */
    public static ReadCalls load() {
        return new ReadCalls(DataFile.read("read-calls.json"), Inventories.bundled());
    }

    public List<ReadCall> all() {
        return List.copyOf(byOperation.values());
    }

    /**
     * The call with this name.
     *
     * @throws CatalogueException if the list does not have it
     */
    public ReadCall named(String operation) {
        var call = byOperation.get(operation);
        if (call == null) {
            throw new CatalogueException("'" + operation + "' is not on the list of calls, aws/read-calls.json.");
        }
        return call;
    }

    /** Whether the list has this very call. */
    public boolean has(ReadCall call) {
        return call.equals(byOperation.get(call.operation()));
    }

    /** Whether one call answers for all Regions; its file is then in the folder {@code global}. */
    public boolean isOnce(ReadCall call) {
        return call.once() || once.contains(call.fileName());
    }

    /** The calls that are made for elements of lists in the answer of {@code operation}. */
    public List<ReadCall> fedBy(String operation) {
        return byOperation.values().stream()
                .filter(call ->
                        call.feeds().stream().anyMatch(feed -> feed.call().equals(operation)))
                .toList();
    }

    /** The IAM actions that allow all calls. */
    public Set<String> actions() {
        return byOperation.values().stream().map(ReadCall::action).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The prefix of the IAM actions of the service that has a CloudFormation type. */
    public String actions(String type) {
        var parts = type.split("::");
        return cloudControlActions.getOrDefault(parts[0] + "::" + parts[1], parts[1].toLowerCase(Locale.ROOT));
    }
}

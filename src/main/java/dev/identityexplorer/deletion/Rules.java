package dev.identityexplorer.deletion;

import dev.identityexplorer.cypher.CypherLibrary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All rules by name. */
final class Rules {

    private final Map<String, Rule> byName;
    private final Map<String, List<Need>> verdictNeeds = new LinkedHashMap<>();
    private final Map<String, List<Need>> impactNeeds = new LinkedHashMap<>();

    Rules(CypherLibrary library) {
        byName = library.rules().stream().map(Rule::of).collect(Collectors.toMap(Rule::name, Function.identity()));
        byName.values().stream()
                .flatMap(rule -> rule.applies().stream())
                .distinct()
                .forEach(kind -> {
                    verdictNeeds.put(kind, needs(kind, "blocks"));
                    impactNeeds.put(kind, needs(kind, "breaks"));
                });
    }

    private List<Need> needs(String kind, String severity) {
        return byName.values().stream()
                .filter(rule ->
                        rule.severity().equals(severity) && rule.applies().contains(kind))
                .sorted(java.util.Comparator.comparing(Rule::name))
                .flatMap(rule -> rule.needs().stream())
                .distinct()
                .toList();
    }

    Rule rule(String name) {
        var rule = byName.get(name);
        if (rule == null) {
            throw new DeletionException("The graph was judged by a rule '" + name
                    + "' that this version does not have; import the account again.");
        }
        return rule;
    }

    /** What has to be seen before an entity of a kind can be said to have no blocker. */
    List<Need> forVerdict(String kind) {
        return verdictNeeds.getOrDefault(kind, List.of());
    }

    /** What has to be seen before it can be said that nothing breaks. */
    List<Need> forImpact(String kind) {
        return impactNeeds.getOrDefault(kind, List.of());
    }
}

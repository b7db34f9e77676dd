package dev.identityexplorer.source;

import dev.identityexplorer.catalogue.Inventory;
import dev.identityexplorer.model.EvidenceKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Types that AWS lists one holder at a time: node groups of a cluster, mount targets of a file system. All of a region
 * were seen if all holders are known and there is an answer for each; where there is no holder, there is none of these.
 */
final class NestedResources {

    /** @param without the types that it holds none of, though others of its type do */
    private record Holder(String id, String identifier, String name, Set<String> without) {

        boolean isNamed(Set<String> parameters) {
            return parameters.contains(id) || parameters.contains(identifier) || parameters.contains(name);
        }
    }

    private final Reading reading;
    private final Map<EvidenceKey, List<Holder>> holders = new HashMap<>();
    private final Map<EvidenceKey, Set<String>> parameters = new LinkedHashMap<>();
    private final Map<EvidenceKey, Document> documents = new HashMap<>();
    /** The names of the holder that each answer is about. */
    private final Map<Document, Set<String>> named = new HashMap<>();
    /** The answers that show something of a type in a region. */
    private final Map<EvidenceKey, Set<Document>> showing = new HashMap<>();

    NestedResources(Reading reading) {
        this.reading = reading;
    }

    void holder(ResourceRecord resource, String id) {
        holders.computeIfAbsent(resource.key(), key -> new ArrayList<>())
                .add(new Holder(id, resource.identifier(), resource.shownName(), without(resource)));
        if (resource.type().within().isPresent() && named.containsKey(reading.document())) {
            showing.computeIfAbsent(resource.key(), key -> new LinkedHashSet<>())
                    .add(reading.document());
        }
    }

    private static Set<String> without(ResourceRecord resource) {
        return Resources.INVENTORIES.nested().stream()
                .filter(type ->
                        type.within().orElseThrow().equals(resource.type().type()))
                .filter(type -> type.withinExcept()
                        .filter(match -> Fields.matches(resource.record(), match))
                        .isPresent())
                .map(Inventory::type)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Notes the whole list of a type, so that it can be told when there is nothing to hold others. */
    void listed(EvidenceKey key, Document document) {
        documents.put(key, document);
    }

    /** Notes an answer about what one holder holds, by any of its names. */
    void answered(EvidenceKey key, Document document, Set<String> names) {
        parameters.computeIfAbsent(key, k -> new HashSet<>()).addAll(names);
        named.put(document, names);
        reading.ledger().seen(key);
        reading.ledger().part(key, document, document.file().modified());
        listed(key, document);
    }

    /** The types whose holders are held by others come after those. */
    void finish() {
        var types = new ArrayList<>(Resources.INVENTORIES.nested());
        types.sort(Comparator.comparingInt(type -> Resources.INVENTORIES.depth(type.type())));
        types.forEach(this::doubtHolders);
        types.forEach(this::finish);
    }

    /** A holder of which something was seen later than the list that lacks it was made since, and so may be others. */
    private void doubtHolders(Inventory type) {
        showing.forEach((key, answers) -> {
            var holderKey = EvidenceKey.inventory(type.within().orElseThrow(), key.region());
            var listed = reading.ledger().observedAt(holderKey);
            if (key.resourceType().equals(type.type()) && listed.isPresent()) {
                var known = holders.getOrDefault(holderKey, List.of());
                answers.stream()
                        .filter(answer -> answer.file().modified().isAfter(listed.get()))
                        .filter(answer -> isOfNone(known, named.get(answer)))
                        .forEach(answer -> reading.ledger()
                                .gap(holderKey, answer.name() + " is newer, and tells of one that it lacks."));
            }
        });
    }

    private static boolean isOfNone(List<Holder> known, Set<String> names) {
        return known.stream().noneMatch(holder -> names.isEmpty() || holder.isNamed(names));
    }

    private void finish(Inventory type) {
        var holderType = type.within().orElseThrow();
        var regions = new HashSet<String>();
        documents.keySet().stream()
                .filter(key -> key.resourceType().equals(holderType))
                .forEach(key -> regions.add(key.region()));
        parameters.keySet().stream()
                .filter(key -> key.resourceType().equals(type.type()))
                .forEach(key -> regions.add(key.region()));
        regions.forEach(region -> finish(
                EvidenceKey.inventory(type.type(), region), EvidenceKey.inventory(holderType, region), holderType));
    }

    private void finish(EvidenceKey key, EvidenceKey holderKey, String holderType) {
        var ledger = reading.ledger();
        var answered = parameters.get(key);
        boolean allKnown = ledger.completeAt(holderKey).isPresent();
        var known = holders.getOrDefault(holderKey, List.of()).stream()
                .filter(holder -> !holder.without().contains(key.resourceType()))
                .toList();
        var document = documents.get(holderKey);
        if (allKnown && known.isEmpty()) {
            if (document != null) {
                ledger.seen(key);
                ledger.part(key, document, document.file().modified());
                listed(key, document);
            }
        } else if (answered != null && !allKnown) {
            ledger.gap(key, "Which " + holderType + " there are in " + key.region() + " was not seen as a whole.");
        } else if (answered != null) {
            // what was made since the holders were listed holds what nobody asked for
            ledger.observedAt(holderKey).ifPresent(at -> ledger.part(key, Objects.requireNonNull(document), at));
            known.stream()
                    .filter(holder -> !holder.isNamed(answered))
                    .forEach(holder -> ledger.gap(key, unanswered(holder)));
        } else if (document != null && !known.isEmpty()) {
            // an earlier import may have seen that there is no holder, which holds no longer
            ledger.part(key, document, document.file().modified());
            known.forEach(holder -> ledger.gap(key, unanswered(holder)));
        }
    }

    private static String unanswered(Holder holder) {
        return "There is no answer about those in " + holder.name() + ".";
    }
}

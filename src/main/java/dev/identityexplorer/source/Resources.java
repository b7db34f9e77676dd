package dev.identityexplorer.source;

import dev.identityexplorer.catalogue.ArnForms;
import dev.identityexplorer.catalogue.Inventories;
import dev.identityexplorer.catalogue.Inventory;
import dev.identityexplorer.model.Arn;
import dev.identityexplorer.model.Entity;
import dev.identityexplorer.model.EntityKind;
import dev.identityexplorer.model.EvidenceKey;
import dev.identityexplorer.model.EvidenceKind;
import dev.identityexplorer.model.Relationship;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The resources of an account, from all answers that tell them. What can be said only at the end, when all files were
 * read, is said by {@link #finish()}: whether what is held by other resources was seen of all of those, and which
 * resources no answer told the roles of.
 */
final class Resources {

    static final Inventories INVENTORIES = Inventories.bundled();
    static final ArnForms FORMS = new ArnForms(INVENTORIES);

    private final Reading reading;
    private final NestedResources nested;
    private final Map<EvidenceKey, Map<String, String>> unknownRoles = new LinkedHashMap<>();
    private final Map<String, Told> toldRoles = new HashMap<>();
    private final Map<EvidenceKey, Set<String>> unknownFacts = new LinkedHashMap<>();
    private final Map<String, Told> toldFacts = new HashMap<>();
    private final Whereabouts whereabouts = new Whereabouts();

    /** Which answer told something of a resource, and when. */
    private record Told(EvidenceKey key, Document document, Instant at) {

        static Told newer(Told one, Told other) {
            return other.at().isAfter(one.at()) ? other : one;
        }
    }

    Resources(Reading reading) {
        this.reading = reading;
        this.nested = new NestedResources(reading);
    }

    /** The type that the table has, or one without facts. */
    static Inventory type(String type) {
        return INVENTORIES.of(type);
    }

    /**
     * The type told, where the table has it; else the one that has such ARNs: AWS Config calls every attachment of a transit
     * gateway {@code AWS::EC2::TransitGatewayAttachment}.
     */
    static Inventory type(String told, String arn) {
        return type(INVENTORIES.has(told) ? told : typeOf(arn).orElse(told));
    }

    static Optional<String> typeOf(String arn) {
        return FORMS.typeOf(arn);
    }

    NestedResources nested() {
        return nested;
    }

    /** As {@link #add(ResourceRecord, List, Instant)} of what the file showed when it was written. */
    void add(ResourceRecord resource, List<Relationship> more) {
        add(resource, more, reading.document().file().modified());
    }

    /** Adds a resource; {@code more} are relationships that the record itself does not show. IAM's own are told by IAM. */
    void add(ResourceRecord resource, List<Relationship> more, Instant at) {
        if (resource.type().type().startsWith("AWS::IAM::") || reading.ignores(resource.key())) {
            return;
        }
        var id = resource.id(reading.account());
        var named = IdentitiesNamed.in(resource.record(), resource.type(), reading.names(), this::whole);
        var relationships = new ArrayList<>(named.uses());
        more.stream()
                .filter(r -> relationships.stream()
                        .noneMatch(known -> known.target().equals(r.target()) && known.type() == r.type()))
                .forEach(relationships::add);
        reading.ledger().item(resource.key());
        boolean newest = resource.key().kind() == EvidenceKind.RESOURCE_SIGHTING && reading.sighted(id, at);
        var properties = properties(resource, reading.account());
        if (!named.unknown().isEmpty()) {
            properties.put("namesUnknown", named.unknown());
        }
        var shown =
                new Entity(EntityKind.RESOURCE, id, resource.shownName(), resource.key(), properties, relationships);
        reading.add(shown, newest);
        nested.holder(resource, id);
        whereabouts.see(resource, reading.account());
        boolean told = resource.tellsRoles() && !named.unresolved() && resource.decides();
        var teller = new Told(resource.key(), reading.document(), at);
        if (properties.containsKey("facts")) {
            toldFacts.merge(id, teller, Told::newer);
        } else if (!resource.type().facts().isEmpty()) {
            unknownFacts.computeIfAbsent(resource.key(), key -> new HashSet<>()).add(id);
        }
        if (!resource.type().runsWithRole() || told) {
            toldRoles.merge(id, teller, Told::newer);
        } else {
            unknownRoles
                    .computeIfAbsent(resource.key(), key -> new LinkedHashMap<>())
                    .put(id, resource.shownName());
        }
    }

    /** Whether all identities of a kind of names were read. */
    private boolean whole(String kind) {
        return reading.ledger()
                .completeAt(EvidenceKey.of(kind.equals("role") ? EvidenceKind.ROLES : EvidenceKind.INSTANCE_PROFILES))
                .isPresent();
    }

    private static Map<String, Object> properties(ResourceRecord resource, Arn account) {
        var properties = new TreeMap<String, Object>();
        properties.put("resourceType", resource.type().type());
        properties.put("region", resource.region());
        resource.sharedBy(account).ifPresent(owner -> properties.put("sharedBy", owner));
        var facts = new ArrayList<String>();
        for (var fact : resource.type().facts()) {
            fact.paths().stream()
                    .map(path -> Fields.text(resource.record(), path))
                    .filter(value -> !value.isEmpty())
                    .findFirst()
                    .ifPresent(value -> facts.add(fact.name() + "=" + value));
        }
        if (!facts.isEmpty()) {
            properties.put("facts", List.copyOf(facts));
        }
        return properties;
    }

    void finish() {
        whereabouts.finish(reading.ledger());
        nested.finish();
        unknownFacts.forEach((key, resources) -> aged(key, resources, toldFacts));
        unknownRoles.forEach((key, resources) -> {
            aged(key, resources.keySet(), toldRoles);
            resources.keySet().removeAll(toldRoles.keySet());
            resources.forEach((id, name) -> reading.add(
                    new Entity(EntityKind.RESOURCE, id, name, key, Map.of("rolesUnknown", true), List.of())));
            if (!resources.isEmpty() && key.kind() == EvidenceKind.RESOURCE_INVENTORY) {
                reading.ledger()
                        .gap(
                                key,
                                "The list does not tell with which role " + first(resources)
                                        + (resources.size() > 1
                                                ? " and " + (resources.size() - 1) + " more run."
                                                : " runs.")
                                        + oneByOne(key));
            }
        });
    }

    /** A list that leaves out what answers about single resources tell is as old as the oldest of those. */
    private void aged(EvidenceKey list, Set<String> resources, Map<String, Told> told) {
        if (list.kind() == EvidenceKind.RESOURCE_INVENTORY) {
            resources.stream()
                    .flatMap(id -> Stream.ofNullable(told.get(id)))
                    .filter(teller -> !teller.key().equals(list))
                    .forEach(teller -> reading.ledger().part(list, teller.document(), teller.at()));
        }
    }

    /** The call that tells what the list leaves out, where there is one. */
    private static String oneByOne(EvidenceKey key) {
        return type(key.resourceType().split("\\?")[0]).calls().stream()
                .filter(call -> call.one() && call.whole())
                .map(call -> " For each, 'aws " + call.operation() + "' tells; 'explorer collect' asks.")
                .findFirst()
                .orElse("");
    }

    private static String first(Map<String, String> resources) {
        return resources.values().iterator().next();
    }
}

package dev.identityexplorer.source;

import dev.identityexplorer.model.Arn;
import dev.identityexplorer.model.Entity;
import dev.identityexplorer.model.EntityKind;
import dev.identityexplorer.model.EntityRef;
import dev.identityexplorer.model.EvidenceKey;
import dev.identityexplorer.model.EvidenceKind;
import dev.identityexplorer.model.Relationship;
import dev.identityexplorer.model.RelationshipType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The organization as its management account tells it, in several answers that name each other by id: what is below what
 * can be said when all were read. The root is the organization itself.
 */
final class OrganizationTree {

    static final EvidenceKey EVIDENCE = EvidenceKey.of(EvidenceKind.ORGANIZATION);

    private final Reading reading;
    private final Map<String, EntityRef> byId = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> properties = new HashMap<>();
    /** Ids of parents by those of what is directly below them. */
    private final Map<String, String> parents = new LinkedHashMap<>();

    private final Map<String, Set<Relationship>> tagsByAccount = new LinkedHashMap<>();

    private final EffectiveTagPolicies tagPolicies = new EffectiveTagPolicies();

    OrganizationTree(Reading reading) {
        this.reading = reading;
    }

    /** Notes an account, a root or a unit by the id that other answers name it by. */
    void node(EntityKind kind, String id, String arn, String name, Map<String, Object> facts) {
        byId.put(id, new EntityRef(kind, arn, name.isEmpty() ? id : name));
        properties.computeIfAbsent(arn, a -> new TreeMap<>()).putAll(facts);
    }

    EffectiveTagPolicies tagPolicies() {
        return tagPolicies;
    }

    void below(String parentId, String id) {
        parents.put(id, parentId);
    }

    /** The tags of an account, which may be named by no list of accounts. */
    void tagged(String accountId, List<Relationship> tags) {
        if (accountId.matches("\\d{12}")) {
            var root = new Arn(reading.account().partition(), "iam", "", accountId, "root").toString();
            byId.putIfAbsent(accountId, new EntityRef(EntityKind.ACCOUNT, root, accountId));
            tagsByAccount.computeIfAbsent(root, a -> new LinkedHashSet<>()).addAll(tags);
        }
    }

    /** The organization's own ARN, as it stands in the ARNs of its root and accounts. */
    static String organization(Arn part) {
        return new Arn(
                        part.partition(),
                        part.service(),
                        "",
                        part.accountId(),
                        "organization/" + part.resource().split("/")[1])
                .toString();
    }

    void finish() {
        tagPolicies.finish(
                byId.keySet().stream().filter(id -> id.matches("\\d{12}")).toList(), parents, reading);
        var relationships = new LinkedHashMap<EntityRef, Set<Relationship>>();
        parents.forEach((id, parentId) -> {
            var child = byId.get(id);
            var parent = byId.get(parentId);
            if (child != null && parent != null) {
                relationships
                        .computeIfAbsent(parent, p -> new LinkedHashSet<>())
                        .add(Relationship.of(RelationshipType.PARENT_OF, child));
            }
        });
        tagsByAccount.forEach((root, tags) -> {
            var facts = properties.computeIfAbsent(root, a -> new TreeMap<>());
            facts.putIfAbsent("accountId", Arn.parse(root).accountId());
            facts.put("tagged", true);
        });
        byId.values().stream()
                .distinct()
                .forEach(ref -> reading.add(new Entity(
                        ref.kind(),
                        ref.id(),
                        ref.name(),
                        EVIDENCE,
                        properties.getOrDefault(ref.id(), Map.of()),
                        List.copyOf(relationships.getOrDefault(ref, tagsByAccount.getOrDefault(ref.id(), Set.of()))))));
    }
}

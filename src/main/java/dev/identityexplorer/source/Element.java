package dev.identityexplorer.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.identityexplorer.model.Arn;
import dev.identityexplorer.model.EntityKind;
import dev.identityexplorer.model.EntityRef;
import dev.identityexplorer.model.EvidenceKey;
import dev.identityexplorer.model.Relationship;
import dev.identityexplorer.model.RelationshipType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One entity of an AWS answer while it is read. What it lacks, or has in a form that cannot be read, is noted here and
 * becomes its property {@code incomplete}.
 */
final class Element {

    private final JsonNode node;
    private final String position;
    private final Document document;
    private final Reading reading;
    private final EvidenceKey evidence;
    private final TreeSet<String> incomplete = new TreeSet<>();

    Element(JsonNode node, String position, Document document, Reading reading, EvidenceKey evidence) {
        this.node = node;
        this.position = position;
        this.document = document;
        this.reading = reading;
        this.evidence = evidence;
    }

    JsonNode node() {
        return node;
    }

    Document document() {
        return document;
    }

    Reading reading() {
        return reading;
    }

    EvidenceKey evidence() {
        return evidence;
    }

    /** The text in {@code field}; empty if there is none. */
    Optional<String> text(String field) {
        return Optional.of(Json.text(node, field)).filter(text -> !text.isBlank());
    }

    /** The ARN in {@code Arn}, if it is one of an IAM {@code type} such as {@code role}. */
    Optional<Arn> arn(String type) {
        return text("Arn")
                .flatMap(Arn::tryParse)
                .filter(arn -> arn.service().equals("iam") && arn.resourceType().equals(type));
    }

    /** Says that this entity could not be read, which makes the evidence partial. */
    void unreadable(String why) {
        reading.problem(document, position, why);
        reading.ledger().gap(evidence, document.name() + ", " + position + ": " + why);
    }

    /**
     * Says that {@code field} does not tell all that it should. What it held may be in the way of something else, so
     * that the evidence as a whole is partial: a user's missing GroupList may hold a member of any group. A trust policy
     * is in nobody's way.
     */
    void lacks(String field, String why) {
        incomplete.add(field);
        reading.problem(document, position, why);
        if (!field.equals("AssumeRolePolicyDocument")) {
            reading.ledger().gap(evidence, document.name() + ", " + position + ": " + why);
        }
    }

    /** Says that {@code arn} was read before; what both tell is united. */
    void twice(Arn arn) {
        reading.problem(document, position, arn + " appears more than once; its lists were united.");
    }

    /**
     * Reads each object in the list {@code field}: a single object counts as a list of one.
     *
     * @param read answers false for an object that it cannot read
     */
    void each(String field, Function<JsonNode, Boolean> read) {
        var value = node.path(field);
        var items = value.isArray() ? value : List.of(value);
        for (var item : items) {
            if (absent(item) && !value.isArray()) {
                continue;
            }
            if (!item.isObject() || !read.apply(item)) {
                lacks(field, field + " holds something that cannot be read.");
            }
        }
    }

    /** Says that {@code field}, which AWS always prints, is not there. */
    void needs(String field) {
        var value = node.path(field);
        if (absent(value)) {
            lacks(field, field + " is missing, so this export does not tell whether there is any.");
        }
    }

    /** Notes that {@code field} is not there, where that keeps nothing from being proven: older tools leave it out. */
    void mayLack(String field) {
        if (node.path(field).isMissingNode()) {
            unknown(field);
        }
    }

    /** Notes a part that is there and says nothing that can be read. */
    void unknown(String field) {
        incomplete.add(field);
    }

    private static boolean absent(JsonNode value) {
        return value.isMissingNode() || value.isNull() || value.isObject() && value.isEmpty();
    }

    /** ATTACHES relationships. */
    void attachedPolicies(Consumer<Relationship> to) {
        needs("AttachedManagedPolicies");
        each(
                "AttachedManagedPolicies",
                policy -> policyRef(policy, "PolicyArn")
                        .map(ref -> named(ref, Json.text(policy, "PolicyName")))
                        .map(ref -> Relationship.of(RelationshipType.ATTACHES, ref))
                        .map(attaches -> accept(to, attaches))
                        .orElse(false));
    }

    /** The BOUNDED_BY relationship, whichever spelling {@code PermissionsBoundaryType} has. */
    void boundary(Consumer<Relationship> to) {
        each(
                "PermissionsBoundary",
                boundary -> policyRef(boundary, "PermissionsBoundaryArn")
                        .map(ref -> Relationship.of(RelationshipType.BOUNDED_BY, ref))
                        .map(bounded -> accept(to, bounded))
                        .orElse(false));
    }

    /** EMBEDS relationships, and the inline policies themselves. */
    void inlinePolicies(String field, String owner, Consumer<Relationship> to) {
        each(field, policy -> {
            var name = Json.text(policy, "PolicyName");
            if (name.isEmpty()) {
                return false;
            }
            var document = PolicyDocument.in(policy.path("PolicyDocument"));
            var entity = new dev.identityexplorer.model.Entity(
                    EntityKind.INLINE_POLICY,
                    owner + "/inline-policy/" + name,
                    name,
                    evidence,
                    document.<Map<String, Object>>map(d -> Map.of("document", d.toString()))
                            .orElse(Map.of()),
                    List.of());
            reading.add(entity);
            return accept(to, Relationship.of(RelationshipType.EMBEDS, entity.ref()));
        });
    }

    /** TAGGED relationships. */
    void tags(Consumer<Relationship> to) {
        each("Tags", tag -> tag(tag, to));
    }

    /** The TAGGED relationship for one tag; false if it is none. */
    static boolean tag(JsonNode tag, Consumer<Relationship> to) {
        var key = Json.text(tag, "Key");
        return !key.isEmpty()
                && accept(to, Relationship.of(RelationshipType.TAGGED, Refs.tag(key, Json.text(tag, "Value"))));
    }

    /** The texts in the list {@code field}; one text counts as a list of one. */
    List<String> texts(String field) {
        var texts = new ArrayList<String>();
        var value = node.path(field);
        for (var item : value.isArray() ? value : List.of(value)) {
            if (item.isTextual()) {
                texts.add(item.asText());
            } else if (value.isArray() || !absent(item)) {
                lacks(field, field + " holds something that is not a name.");
            }
        }
        return texts;
    }

    /** The properties with {@code incomplete} among them, once all is read. */
    Map<String, Object> properties(Facts facts) {
        return incomplete.isEmpty()
                ? facts.map()
                : facts.put("incomplete", List.copyOf(incomplete)).map();
    }

    private static Optional<EntityRef> policyRef(JsonNode holder, String field) {
        return Arn.tryParse(Json.text(holder, field))
                .map(arn -> new EntityRef(Refs.policyKind(arn), arn.toString(), arn.resourceName()));
    }

    private static EntityRef named(EntityRef ref, String name) {
        return name.isEmpty() ? ref : new EntityRef(ref.kind(), ref.id(), name);
    }

    private static <T> boolean accept(Consumer<T> to, T value) {
        to.accept(value);
        return true;
    }
}

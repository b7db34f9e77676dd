package dev.identityexplorer.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.identityexplorer.model.Arn;
import dev.identityexplorer.model.Entity;
import dev.identityexplorer.model.EntityKind;
import dev.identityexplorer.model.Relationship;
import dev.identityexplorer.model.RelationshipType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Users, groups and managed policies of account authorization details; each method answers false for an unreadable one. */
final class DetailReader {

    private DetailReader() {}

    static boolean user(Element user) {
        var arn = identity(user, "user", "UserName");
        if (arn.isEmpty()) {
            return false;
        }
        var relationships = new LinkedHashSet<Relationship>();
        user.needs("GroupList");
        var groups = user.texts("GroupList");
        user.attachedPolicies(relationships::add);
        user.inlinePolicies("UserPolicyList", arn.get().toString(), relationships::add);
        user.boundary(relationships::add);
        user.tags(relationships::add);
        var facts = new Facts(user.node()).texts("UserId", "Path").dates("CreateDate", "PasswordLastUsed");
        var entity = entity(user, EntityKind.USER, arn.get(), "UserName", facts, relationships);
        user.reading().memberOf(entity, groups);
        return true;
    }

    static boolean group(Element group) {
        var arn = identity(group, "group", "GroupName");
        if (arn.isEmpty()) {
            return false;
        }
        var relationships = new LinkedHashSet<Relationship>();
        group.attachedPolicies(relationships::add);
        group.needs("GroupPolicyList");
        group.inlinePolicies("GroupPolicyList", arn.get().toString(), relationships::add);
        var facts = new Facts(group.node()).texts("GroupId", "Path").dates("CreateDate");
        entity(group, EntityKind.GROUP, arn.get(), "GroupName", facts, relationships);
        return true;
    }

    static boolean policy(Element policy) {
        var arn = identity(policy, "policy", "PolicyName");
        if (arn.isEmpty()) {
            return false;
        }
        var relationships = new LinkedHashSet<Relationship>();
        policy.needs("PolicyVersionList");
        policy.each("PolicyVersionList", version -> version(policy, arn.get(), version, relationships));
        policy.tags(relationships::add);
        var facts = policyFacts(policy.node());
        // a newer list of policies may know another update, after which these are not all versions
        Dates.parse(policy.node().path("UpdateDate")).ifPresent(at -> facts.put("versionsUpdateDate", at));
        entity(policy, Refs.policyKind(arn.get()), arn.get(), "PolicyName", facts, relationships);
        return true;
    }

    static Facts policyFacts(JsonNode policy) {
        return new Facts(policy)
                .texts("PolicyId", "Path", "DefaultVersionId", "Description")
                .numbers("AttachmentCount", "PermissionsBoundaryUsageCount")
                .flags("IsAttachable")
                .dates("CreateDate", "UpdateDate");
    }

    private static boolean version(
            Element policy, Arn arn, JsonNode version, LinkedHashSet<Relationship> relationships) {
        var id = Json.text(version, "VersionId");
        if (id.isEmpty()) {
            return false;
        }
        var facts =
                new Facts(version).texts("VersionId").flags("IsDefaultVersion").dates("CreateDate");
        PolicyDocument.in(version.path("Document")).ifPresent(d -> facts.put("document", d.toString()));
        var entity = new Entity(
                EntityKind.POLICY_VERSION, arn + "/version/" + id, id, policy.evidence(), facts.map(), List.of());
        policy.reading().add(entity);
        relationships.add(Relationship.of(RelationshipType.HAS_VERSION, entity.ref()));
        return true;
    }

    /** The ARN of an entity that has one of the right type, and a name; says so if it has not. */
    static Optional<Arn> identity(Element element, String type, String nameField) {
        var arn = element.arn(type);
        if (arn.isEmpty()) {
            element.unreadable(element.text("Arn")
                    .map(text -> "Arn '" + text + "' is not the ARN of a " + type + ".")
                    .orElse("It has no Arn, where the ARN of a " + type + " was expected."));
        } else if (element.text(nameField).isEmpty()) {
            element.unreadable("It has no " + nameField + ".");
            return Optional.empty();
        }
        return arn;
    }

    /** Adds the entity to what was read, and says so if it was there before. */
    static Entity entity(
            Element element,
            EntityKind kind,
            Arn arn,
            String nameField,
            Facts facts,
            LinkedHashSet<Relationship> relationships) {
        Map<String, Object> properties = element.properties(facts);
        var name = element.text(nameField).orElseThrow();
        var entity = new Entity(kind, arn.toString(), name, element.evidence(), properties, List.copyOf(relationships));
        if (!element.reading().add(entity)) {
            element.twice(arn);
        }
        return entity;
    }
}

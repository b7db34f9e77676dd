package dev.identityexplorer.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.identityexplorer.model.Arn;
import dev.identityexplorer.model.Entity;
import dev.identityexplorer.model.EntityKind;
import dev.identityexplorer.model.EvidenceKey;
import dev.identityexplorer.model.Relationship;
import dev.identityexplorer.model.RelationshipType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Roles of account authorization details, with the instance profiles that carry them. */
final class RoleReader {

    private RoleReader() {}

    /** False for a role that cannot be read. */
    static boolean read(Element role) {
        var identity = DetailReader.identity(role, "role", "RoleName");
        if (identity.isEmpty()) {
            // whatever role it is, the profiles that carry it cannot be deleted
            role.each("InstanceProfileList", node -> {
                var profile = profile(node, role.evidence());
                profile.ifPresent(role.reading()::add);
                return profile.isPresent();
            });
            return false;
        }
        var arn = identity.get();
        var relationships = new LinkedHashSet<Relationship>();
        var facts = new Facts(role.node())
                .texts("RoleId", "Path", "Description")
                .numbers("MaxSessionDuration")
                .dates("CreateDate");
        role.mayLack("RoleLastUsed");
        if (!lastUsed(role.node().path("RoleLastUsed"), facts)) {
            role.unknown("RoleLastUsed");
        }
        Refs.servicePrincipal(arn).ifPresent(principal -> facts.put("servicePrincipal", principal));
        PolicyDocument.in(role.node().path("AssumeRolePolicyDocument"))
                .ifPresentOrElse(
                        document -> {
                            facts.put("assumeRolePolicyDocument", document.toString());
                            relationships.addAll(TrustPolicy.read(document, role, arn.partition()));
                        },
                        () -> role.lacks("AssumeRolePolicyDocument", "The trust policy is missing or cannot be read."));
        role.attachedPolicies(relationships::add);
        role.needs("RolePolicyList");
        role.inlinePolicies("RolePolicyList", arn.toString(), relationships::add);
        role.boundary(relationships::add);
        role.tags(relationships::add);
        role.needs("InstanceProfileList");
        role.each("InstanceProfileList", profile -> profile(role, arn, profile));
        DetailReader.entity(role, Refs.entity(arn).kind(), arn, "RoleName", facts, relationships);
        return true;
    }

    /**
     * An empty {@code RoleLastUsed} means no use in the tracking period, not never; a missing one is incomplete. Whether the
     * date can be read, if there is one.
     */
    private static boolean lastUsed(JsonNode used, Facts facts) {
        var date = Dates.parse(used.path("LastUsedDate"));
        date.ifPresent(at -> facts.put("lastUsedDate", at));
        if (used.path("Region").isTextual()) {
            facts.put("lastUsedRegion", Json.text(used, "Region"));
        }
        return date.isPresent() || !used.hasNonNull("LastUsedDate");
    }

    private static boolean profile(Element role, Arn roleArn, JsonNode node) {
        var profile = profile(node, role.evidence());
        profile.map(p -> p.relationships().isEmpty()
                        ? new Entity(
                                p.kind(),
                                p.id(),
                                p.name(),
                                p.evidence(),
                                p.properties(),
                                List.of(Relationship.of(RelationshipType.CARRIES, Refs.entity(roleArn))))
                        : p)
                .ifPresent(role.reading()::add);
        return profile.isPresent();
    }

    /** The instance profile in {@code node}, carrying every role in its {@code Roles}; empty if it cannot be read. */
    static Optional<Entity> profile(JsonNode node, EvidenceKey evidence) {
        var carried = new LinkedHashSet<Relationship>();
        var roles = node.path("Roles");
        for (var role : roles.isArray() ? roles : List.of(roles)) {
            Arn.tryParse(Json.text(role, "Arn"))
                    .map(arn -> Relationship.of(RelationshipType.CARRIES, Refs.entity(arn)))
                    .ifPresent(carried::add);
        }
        var facts = new Facts(node).texts("InstanceProfileId", "Path").dates("CreateDate");
        if (!roles.isArray() || carried.size() < roles.size()) {
            facts.put("incomplete", List.of("Roles"));
        }
        return Arn.tryParse(Json.text(node, "Arn"))
                .map(arn -> new Entity(
                        EntityKind.INSTANCE_PROFILE,
                        arn.toString(),
                        arn.resourceName(),
                        evidence,
                        facts.map(),
                        List.copyOf(carried)));
    }
}

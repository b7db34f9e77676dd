package dev.identityexplorer.graph;

import dev.identityexplorer.model.Arn;
import dev.identityexplorer.model.Entity;
import dev.identityexplorer.model.EntityKind;
import dev.identityexplorer.model.EntityRef;
import dev.identityexplorer.model.EvidenceKind;
import dev.identityexplorer.model.Relationship;
import dev.identityexplorer.model.RelationshipType;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The nodes that belong to no account, as rows by load file: services, tags, AWS managed policies, principals of
 * accounts that no import told. They are written before the account itself, in ascending order of id, so that accounts
 * written at the same time never wait for each other in a circle.
 */
final class SharedNodes {

    /** The unique ids of users, roles, groups … that AWS puts in the place of a deleted principal. */
    private static final Pattern UNIQUE_ID = Pattern.compile("A(?:IDA|ROA|GPA|IPA|NPA|KIA|SIA)[A-Z0-9]{12,}");

    private final Map<String, TreeMap<String, Map<String, Object>>> rows = new TreeMap<>();

    /** Whether a record belongs to no account. */
    static boolean holds(Entity entity) {
        return entity.kind().shared()
                || isNamedByOrganization(entity)
                || entity.kind() == EntityKind.POLICY_VERSION
                        && policyOf(entity.id()).contains(":iam::aws:policy/");
    }

    /** The accounts of an organization belong to themselves; their management account only knows their names. */
    private static boolean isNamedByOrganization(Entity entity) {
        return entity.kind() == EntityKind.ACCOUNT && entity.evidence().kind() == EvidenceKind.ORGANIZATION;
    }

    void add(Entity entity) {
        var properties = new HashMap<>(entity.properties());
        if (isNamedByOrganization(entity)) {
            put("organization-account", entity.id(), entity.name(), properties);
            if (properties.containsKey("tagged")) {
                tags(entity);
            }
        } else if (entity.kind() == EntityKind.POLICY_VERSION) {
            properties.put("policy", policyOf(entity.id()));
            put("aws-managed-version", entity.id(), entity.name(), properties);
        } else {
            put(file(entity.kind()), entity.id(), entity.name(), properties);
        }
    }

    /** The tags that an organization gives an account, all that there are. */
    private void tags(Entity account) {
        var tags = account.relationships().stream()
                .filter(relationship -> relationship.type() == RelationshipType.TAGGED)
                .map(Relationship::target)
                .toList();
        tags.forEach(tag -> addIfAbsent(tag, ""));
        // a file that comes after "tag", so that both ends are there
        put(
                "tags-of-account",
                account.id(),
                account.name(),
                Map.of("tags", tags.stream().map(EntityRef::id).sorted().toList()));
    }

    /** Adds the end of a relationship, unless a record has told more of it; placeholders of accounts are not shared. */
    void addIfAbsent(EntityRef ref, String principalType) {
        var file = file(ref.kind());
        if (file.isEmpty() || rows.getOrDefault(file, new TreeMap<>()).containsKey(ref.id())) {
            return;
        }
        var properties = new HashMap<String, Object>();
        switch (file) {
            case "tag" -> {
                var parts = ref.id().substring("tag:".length()).split("=", 2);
                properties.put("key", URLDecoder.decode(parts[0], StandardCharsets.UTF_8));
                properties.put("value", URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
            case "external-principal" -> {
                Arn.tryParse(ref.id())
                        .filter(arn -> !arn.accountId().isEmpty())
                        .ifPresent(arn -> properties.put("accountId", arn.accountId()));
                if (!principalType.isEmpty()) {
                    properties.put("principalType", principalType);
                }
                if (UNIQUE_ID.matcher(ref.id()).matches()) {
                    properties.put("danglingId", true);
                }
            }
            default -> {}
        }
        put(file, ref.id(), ref.name(), properties);
    }

    private void put(String file, String id, String name, Map<String, Object> properties) {
        rows.computeIfAbsent(file, f -> new TreeMap<>())
                .put(id, Map.of("id", id, "name", name, "properties", properties));
    }

    /** Rows by load file; policies before their versions. */
    Map<String, List<Map<String, Object>>> rows() {
        var lists = new TreeMap<String, List<Map<String, Object>>>();
        rows.forEach((file, byId) -> lists.put(file, new ArrayList<>(byId.values())));
        return lists;
    }

    private static String policyOf(String versionId) {
        int at = versionId.lastIndexOf("/version/");
        return at < 0 ? versionId : versionId.substring(0, at);
    }

    /** The load file of a shared end; a principal that its own account has not told is external until it does. */
    private static String file(EntityKind kind) {
        return switch (kind) {
            case SERVICE -> "service";
            case TAG -> "tag";
            case AWS_MANAGED_POLICY -> "aws-managed";
            case ANY_PRINCIPAL -> "any-principal";
            case EXTERNAL_PRINCIPAL, USER, ROLE, SERVICE_LINKED_ROLE, ACCOUNT, SAML_PROVIDER, OIDC_PROVIDER ->
                "external-principal";
            default -> "";
        };
    }
}

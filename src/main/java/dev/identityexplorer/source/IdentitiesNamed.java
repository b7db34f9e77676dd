package dev.identityexplorer.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.identityexplorer.catalogue.Inventory;
import dev.identityexplorer.model.Arn;
import dev.identityexplorer.model.EntityKind;
import dev.identityexplorer.model.EntityRef;
import dev.identityexplorer.model.Relationship;
import dev.identityexplorer.model.RelationshipType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The identities and the managed policies that a resource's record names: by ARN anywhere in it, policy documents and
 * definitions included; by name only in the fields that the catalogue says hold a role or an instance profile.
 */
final class IdentitiesNamed {

    private static final Pattern IAM_ARN = Pattern.compile(
            "arn:[\\w-]+:iam::\\d{12}:"
                    + "(?:role|user|policy|instance-profile|saml-provider|oidc-provider|server-certificate)/[\\w+=,.@/:-]+([*?$]?)");
    /** A whole text that is such an ARN: paths hold any printable character. */
    private static final Pattern WHOLE_ARN = Pattern.compile("arn:[\\w-]+:iam::\\d{12}:"
            + "(?:role|user|policy|instance-profile|saml-provider|oidc-provider|server-certificate)/[\\x21-\\x7E]+");

    /** Before each further ARN of a list in one text. */
    private static final Pattern SEVERAL = Pattern.compile("(?<=.)(?=arn:[\\w-]+:\\w)", Pattern.DOTALL);

    /** The unique id of a user, role, instance profile or server certificate, alone or before the name of a session. */
    private static final Pattern UNIQUE_ID = Pattern.compile("((?:AIDA|AROA|AIPA|ASCA)[A-Z0-9]{8,})(?::.*)?");
    /** A session of a role, or of a user: both name the identity without its path. */
    private static final Pattern SESSION =
            Pattern.compile("arn:[\\w-]+:sts::\\d{12}:(assumed-role|federated-user)/([\\w+=,.@-]+)(?:/.*)?");

    private static final Set<EntityKind> KINDS = Set.of(
            EntityKind.ROLE,
            EntityKind.SERVICE_LINKED_ROLE,
            EntityKind.USER,
            EntityKind.CUSTOMER_MANAGED_POLICY,
            EntityKind.INSTANCE_PROFILE,
            EntityKind.SAML_PROVIDER,
            EntityKind.OIDC_PROVIDER,
            EntityKind.SERVER_CERTIFICATE);

    private final Names names;
    private final Map<EntityRef, String> fields = new LinkedHashMap<>();
    private final Set<String> unknown = new TreeSet<>();
    private boolean unresolved;

    private IdentitiesNamed(Names names) {
        this.names = names;
    }

    /** @param whole whether all roles, or all instance profiles, were read, so that one which is not known does not exist */
    static IdentitiesNamed in(JsonNode record, Inventory type, Names names, Predicate<String> whole) {
        var named = new IdentitiesNamed(names);
        named.walk(record, "");
        for (var field : type.roles()) {
            Fields.at(record, field).forEach(value -> named.byName(value, field, kind -> false));
        }
        for (var field : type.names()) {
            // a stack set's execution role is looked for in the accounts of its stacks, where this one need not have it
            Fields.at(record, field).forEach(value -> named.byName(value, field, whole));
        }
        return named;
    }

    /** Whether a field names an identity that no file tells. */
    boolean unresolved() {
        return unresolved;
    }

    /**
     * Users and roles that are named by their unique id, {@code AROA…}, or by a session, {@code role/NAME}, and that no file
     * tells: an import that comes later may.
     */
    List<String> unknown() {
        return List.copyOf(unknown);
    }

    /** One {@code USES} for each identity, with the field that names it. */
    List<Relationship> uses() {
        var uses = new ArrayList<Relationship>();
        fields.forEach((ref, field) -> uses.add(
                new Relationship(RelationshipType.USES, ref, field.isEmpty() ? Map.of() : Map.of("field", field))));
        return uses;
    }

    private void walk(JsonNode node, String field) {
        if (node.isObject()) {
            node.properties().forEach(p -> walk(p.getValue(), field.isEmpty() ? p.getKey() : field + "." + p.getKey()));
        } else if (node.isArray()) {
            node.forEach(element -> walk(element, field));
        } else if (node.isTextual()) {
            text(node.asText(), field);
        }
    }

    /** By unique id, as CloudFront names certificates and policies do in {@code aws:userId}; or by a session. */
    private void otherwise(String text, String field) {
        var id = UNIQUE_ID.matcher(text);
        var session = SESSION.matcher(text);
        if (id.matches()) {
            names.withUniqueId(id.group(1)).ifPresentOrElse(ref -> fields.putIfAbsent(ref, field), () -> {
                unresolved |= isCertificate(field);
                unknown.add(id.group(1));
            });
        } else if (session.matches()) {
            var kind = session.group(1).equals("assumed-role") ? "role" : "user";
            names.find(kind, session.group(2))
                    .ifPresentOrElse(
                            ref -> fields.putIfAbsent(ref, field), () -> unknown.add(kind + "/" + session.group(2)));
        }
    }

    private static boolean isCertificate(String field) {
        return field.toLowerCase(Locale.ROOT).endsWith("iamcertificateid");
    }

    private void text(String text, String field) {
        var nested = text.startsWith("{") || text.startsWith("[") ? JsonFile.parse(text) : Optional.<JsonNode>empty();
        if (nested.isPresent()) {
            walk(nested.get(), field);
        } else if (!text.contains(":iam::")) {
            otherwise(text, field);
        } else if (names.isKnown(text)) {
            identity(text, field);
        } else {
            var parts = SEVERAL.split(text);
            for (int i = 0; i < parts.length; i++) {
                arns(parts[i], i < parts.length - 1, field);
            }
        }
    }

    /** The ARNs in a text, of which {@code listed} says that another one follows: what stands between them is no name's. */
    private void arns(String text, boolean listed, String field) {
        if (WHOLE_ARN.matcher(text).matches() && !text.matches(".*([*?]|\\$\\{).*")) {
            arn(text, listed, field);
            return;
        }
        var arns = IAM_ARN.matcher(text);
        while (arns.find()) {
            if (arns.group(1).isEmpty()) {
                arn(arns.group(), listed, field);
            }
        }
    }

    /** Names may hold the commas that separate ARNs in a list, or an ARN from what is said of it: known ones decide. */
    private void arn(String text, boolean listed, String field) {
        var alone = text.replaceFirst("[,;|]+$", "");
        if (!listed || names.isKnown(text)) {
            identity(text, field);
        }
        if (listed) {
            identity(alone, field);
        }
        for (int at = 0; at < text.length(); at++) {
            if (",;|".indexOf(text.charAt(at)) >= 0 && names.isKnown(text.substring(0, at))) {
                identity(text.substring(0, at), field);
            }
        }
    }

    private void identity(String arn, String field) {
        Arn.tryParse(arn)
                .map(Refs::entity)
                .filter(ref -> KINDS.contains(ref.kind()))
                .ifPresent(ref -> fields.putIfAbsent(ref, field));
    }

    /** A role or instance profile by its name: the value itself, or what it holds as its name. */
    private void byName(JsonNode value, String field, Predicate<String> whole) {
        var kind = field.toLowerCase(Locale.ROOT);
        var type = kind.contains("instanceprofile") || kind.endsWith("instancerole")
                ? "instance-profile"
                : kind.contains("role") ? "role" : "";
        var name = value.isObject() ? Fields.text(value, "Name") : value.isTextual() ? value.asText() : "";
        if (type.isEmpty() || name.isEmpty() || name.startsWith("arn:")) {
            return;
        }
        Optional<EntityRef> known = names.find(type, name.substring(name.lastIndexOf('/') + 1));
        known.ifPresentOrElse(ref -> fields.putIfAbsent(ref, field), () -> unresolved |= !whole.test(type));
    }
}

package dev.identityexplorer.source;

import dev.identityexplorer.model.Entity;
import dev.identityexplorer.model.EntityRef;
import dev.identityexplorer.model.EvidenceKey;
import dev.identityexplorer.model.EvidenceKind;
import dev.identityexplorer.model.Relationship;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** {@code list-role-tags} and its like: tags alone, of the entity that the path names by name, ARN or serial number. */
final class EntityTags {

    /** Operations, and what IAM's ARNs call the entities that they are about. */
    private static final Map<String, String> OPERATIONS = new TreeMap<>(Map.of(
            "iam-list-user-tags", "user",
            "iam-list-role-tags", "role",
            "iam-list-policy-tags", "policy",
            "iam-list-instance-profile-tags", "instance-profile",
            "iam-list-mfa-device-tags", "mfa",
            "iam-list-saml-provider-tags", "saml-provider",
            "iam-list-open-id-connect-provider-tags", "oidc-provider",
            "iam-list-server-certificate-tags", "server-certificate"));

    private EntityTags() {}

    static List<Format> formats() {
        return OPERATIONS.entrySet().stream()
                .map(row -> new Format(
                        row.getKey(),
                        Set.of("Tags"),
                        2,
                        shape -> false,
                        shape -> false,
                        (document, json, reading) -> read(row.getValue(), document, json, reading),
                        (document, reading) -> subject(row.getValue(), document, reading)
                                .map(ref -> List.of(key(ref)))
                                .orElse(List.of())))
                .toList();
    }

    private static EvidenceKey key(EntityRef subject) {
        return EvidenceKey.of(EvidenceKind.ENTITY_TAGS, subject.id());
    }

    private static Optional<EntityRef> subject(String type, Document document, Reading reading) {
        var names = reading.names();
        return switch (type) {
            case "user" -> Optional.of(names.user(document.parameter()));
            case "role" -> Optional.of(names.role(document.parameter()));
            default -> names.find(type, document.parameter());
        };
    }

    private static void read(String type, Document document, JsonFile json, Reading reading) {
        var subject = subject(type, document, reading);
        if (subject.isEmpty()) {
            reading.problem(document, "", "No file tells of a " + type + " named " + document.parameter() + ".");
            return;
        }
        var ref = subject.get();
        var key = key(ref);
        var paging = new Paging();
        var tags = new LinkedHashSet<Relationship>();
        reading.ledger().seen(key);
        while (json.nextKey()) {
            if (json.key().equals("Tags")) {
                json.elements((node, i) -> {
                    if (!Element.tag(node, tags::add)) {
                        new Element(node, "Tags[" + i + "]", document, reading, key).unreadable("It is no tag.");
                    }
                });
            } else if (Paging.isKey(json.key())) {
                paging.see(json.key(), json.value());
            }
        }
        reading.ledger().page(key, document, paging.token(), document.file().modified());
        reading.add(new Entity(ref.kind(), ref.id(), ref.name(), key, Map.of(), List.copyOf(tags)));
    }
}

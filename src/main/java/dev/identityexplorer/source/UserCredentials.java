package dev.identityexplorer.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.identityexplorer.model.Arn;
import dev.identityexplorer.model.Entity;
import dev.identityexplorer.model.EntityKind;
import dev.identityexplorer.model.EntityRef;
import dev.identityexplorer.model.EvidenceKey;
import dev.identityexplorer.model.EvidenceKind;
import dev.identityexplorer.model.Relationship;
import dev.identityexplorer.model.RelationshipType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a user holds: the lists of keys, certificates and devices that IAM answers for one user, one row each. See
 * <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users_manage.html">what must go before a user</a>.
 *
 * @param list the key of the list; for the login profile, of the one object
 * @param segment what stands between the user's and the credential's own id in {@link Entity#id()}
 * @param idField the field with the credential's own id; empty for the login profile, of which there is one
 */
record UserCredentials(
        String operation, String list, EvidenceKind evidence, EntityKind kind, String segment, String idField) {

    private static final List<UserCredentials> ROWS = List.of(
            new UserCredentials(
                    "iam-list-access-keys",
                    "AccessKeyMetadata",
                    EvidenceKind.ACCESS_KEYS,
                    EntityKind.ACCESS_KEY,
                    "access-key",
                    "AccessKeyId"),
            new UserCredentials(
                    "iam-list-mfa-devices",
                    "MFADevices",
                    EvidenceKind.MFA_DEVICES,
                    EntityKind.MFA_DEVICE,
                    "mfa-device",
                    "SerialNumber"),
            new UserCredentials(
                    "iam-get-login-profile",
                    "LoginProfile",
                    EvidenceKind.LOGIN_PROFILE,
                    EntityKind.LOGIN_PROFILE,
                    "login-profile",
                    ""),
            new UserCredentials(
                    "iam-list-ssh-public-keys",
                    "SSHPublicKeys",
                    EvidenceKind.SSH_PUBLIC_KEYS,
                    EntityKind.SSH_PUBLIC_KEY,
                    "ssh-public-key",
                    "SSHPublicKeyId"),
            new UserCredentials(
                    "iam-list-signing-certificates",
                    "Certificates",
                    EvidenceKind.SIGNING_CERTIFICATES,
                    EntityKind.SIGNING_CERTIFICATE,
                    "signing-certificate",
                    "CertificateId"),
            new UserCredentials(
                    "iam-list-service-specific-credentials",
                    "ServiceSpecificCredentials",
                    EvidenceKind.SERVICE_SPECIFIC_CREDENTIALS,
                    EntityKind.SERVICE_SPECIFIC_CREDENTIAL,
                    "service-specific-credential",
                    "ServiceSpecificCredentialId"));

    /** One credential as its list has it. */
    private record Item(JsonNode node, String position) {}

    static List<Format> formats() {
        return ROWS.stream().map(UserCredentials::format).toList();
    }

    private Format format() {
        return new Format(
                operation,
                Set.of(list),
                2,
                shape -> shape.has(list) && (shape.hasElement("UserName") || shape.hasNoElements()),
                shape -> shape.hasElement("UserName"),
                this::read,
                (document, reading) -> document.parameter().isEmpty()
                        ? List.of()
                        : reading.names()
                                .knownUser(document.parameter())
                                .map(user -> List.of(key(user)))
                                .orElse(List.of()));
    }

    private EvidenceKey key(EntityRef user) {
        return EvidenceKey.of(evidence, user.id());
    }

    private void read(Document document, JsonFile json, Reading reading) {
        var paging = new Paging();
        var byUser = new LinkedHashMap<String, List<Item>>();
        while (json.nextKey()) {
            if (json.key().equals(list)) {
                json.elements((node, i) -> byUser.computeIfAbsent(userName(node, document), u -> new ArrayList<>())
                        .add(new Item(node, i < 0 ? list : list + "[" + i + "]")));
            } else if (Paging.isKey(json.key())) {
                paging.see(json.key(), json.value());
            }
        }
        if (byUser.isEmpty()) {
            byUser.put(document.parameter(), List.of());
        }
        byUser.forEach((user, items) -> {
            if (user.isEmpty()) {
                reading.problem(document, items.get(0).position(), "It names no user, so it proves nothing.");
            } else {
                reading.names()
                        .knownUser(user)
                        .ifPresentOrElse(
                                known -> read(known, items, paging.token(), document, reading),
                                () -> unknown(user, items, paging.token(), document, reading));
            }
        });
    }

    /** That somebody of that name holds something is kept under the name alone, for the rules that doubt older lists. */
    private void unknown(String user, List<Item> items, String token, Document document, Reading reading) {
        var why = "Nothing tells the ARN of the user " + user + ", so that this is evidence about nobody; import it"
                + " together with, or after, account authorization details or a credential report.";
        reading.problem(document, "", why);
        if (!items.isEmpty()) {
            var key = EvidenceKey.of(evidence, "user/" + user);
            var held =
                    items.stream().map(item -> Json.text(item.node(), idField)).collect(Collectors.joining(", "));
            reading.ledger().page(key, document, token, document.file().modified());
            reading.ledger().gap(key, why + (held.isEmpty() ? "" : " It shows " + held + "."));
        }
    }

    private static String userName(JsonNode node, Document document) {
        var name = Json.text(node, "UserName");
        return name.isEmpty() ? document.parameter() : name;
    }

    private void read(EntityRef user, List<Item> items, String token, Document document, Reading reading) {
        var key = key(user);
        reading.ledger().seen(key);
        reading.ledger().page(key, document, token, document.file().modified());
        var held = new LinkedHashSet<Relationship>();
        for (var item : items) {
            credential(item.node(), user, key)
                    .ifPresentOrElse(
                            credential -> {
                                reading.ledger().item(key);
                                reading.add(credential);
                                held.add(Relationship.of(RelationshipType.HAS_CREDENTIAL, credential.ref()));
                            },
                            () -> new Element(item.node(), item.position(), document, reading, key)
                                    .unreadable("It has no " + idField + "."));
        }
        reading.add(new Entity(EntityKind.USER, user.id(), user.name(), key, java.util.Map.of(), List.copyOf(held)));
    }

    private Optional<Entity> credential(JsonNode node, EntityRef user, EvidenceKey key) {
        var own = idField.isEmpty() ? "login profile" : Json.text(node, idField);
        if (own.isEmpty() || !node.isObject()) {
            return Optional.empty();
        } else if (kind == EntityKind.MFA_DEVICE) {
            return Optional.of(mfaDevice(node, user.id(), key));
        }
        var facts = new Facts(node)
                .texts(Stream.of(idField, "Status", "ServiceName", "ServiceUserName")
                        .filter(f -> !f.isEmpty())
                        .toArray(String[]::new))
                .flags("PasswordResetRequired")
                .dates("CreateDate", "UploadDate");
        var id = user.id() + "/" + segment + (idField.isEmpty() ? "" : "/" + own);
        return Optional.of(new Entity(kind, id, own, key, facts.map(), List.of()));
    }

    /** An MFA device, whose id is its serial number where that is an ARN: virtual devices and FIDO keys. */
    static Entity mfaDevice(JsonNode node, String owner, EvidenceKey key) {
        var serial = Json.text(node, "SerialNumber");
        var arn = Arn.tryParse(serial);
        var facts = new Facts(node)
                .texts("SerialNumber")
                .dates("EnableDate")
                .put("virtual", arn.filter(a -> a.resourceType().equals("mfa")).isPresent());
        return new Entity(
                EntityKind.MFA_DEVICE,
                arn.isPresent() ? serial : owner + "/mfa-device/" + serial,
                arn.map(Arn::resourceName).orElse(serial),
                key,
                facts.map(),
                List.of());
    }
}

package dev.identityexplorer.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.identityexplorer.model.Arn;
import dev.identityexplorer.model.Entity;
import dev.identityexplorer.model.EvidenceKey;
import dev.identityexplorer.model.EvidenceKind;
import dev.identityexplorer.model.Relationship;
import dev.identityexplorer.model.RelationshipType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code list-virtual-mfa-devices}: a device without {@code User} is assigned to nobody; one of the account's root is
 * held by the account. See
 * <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListVirtualMFADevices.html">ListVirtualMFADevices</a>.
 */
final class VirtualMfaDevices {

    private static final EvidenceKey EVIDENCE = EvidenceKey.of(EvidenceKind.VIRTUAL_MFA_DEVICES);
    private static final String LIST = "VirtualMFADevices";

    private VirtualMfaDevices() {}

    static List<Format> formats() {
        return List.of(new Format(
                "iam-list-virtual-mfa-devices",
                Set.of(LIST),
                2,
                shape -> shape.has(LIST),
                shape -> true,
                VirtualMfaDevices::read,
                (document, reading) -> List.of(EVIDENCE)));
    }

    private static void read(Document document, JsonFile json, Reading reading) {
        var paging = new Paging();
        reading.ledger().seen(EVIDENCE);
        while (json.nextKey()) {
            if (json.key().equals(LIST)) {
                json.elements((node, i) ->
                        device(new Element(node, LIST + "[" + i + "]", document, reading, EVIDENCE), node, reading));
            } else if (Paging.isKey(json.key())) {
                paging.see(json.key(), json.value());
            }
        }
        reading.ledger()
                .page(EVIDENCE, document, paging.token(), document.file().modified());
    }

    private static void device(Element element, JsonNode node, Reading reading) {
        if (element.text("SerialNumber").flatMap(Arn::tryParse).isEmpty()) {
            element.unreadable("It has no SerialNumber that is an ARN.");
            return;
        }
        var device = UserCredentials.mfaDevice(node, "", EVIDENCE);
        reading.ledger().item(EVIDENCE);
        reading.add(device);
        var user = node.path("User");
        var holder = Arn.tryParse(Json.text(user, "Arn"))
                .map(Refs::entity)
                .or(() -> java.util.Optional.of(Json.text(user, "UserName"))
                        .filter(name -> !name.isEmpty())
                        .map(reading.names()::user));
        holder.ifPresent(ref -> reading.add(new Entity(
                ref.kind(),
                ref.id(),
                ref.name(),
                EVIDENCE,
                Map.of(),
                List.of(Relationship.of(RelationshipType.HAS_CREDENTIAL, device.ref())))));
        if (holder.isEmpty() && (!user.isEmpty() || node.hasNonNull("EnableDate"))) {
            element.unreadable("It is assigned, but its User cannot be read.");
        }
    }
}

package dev.identityexplorer.source;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.identityexplorer.model.Entity;
import dev.identityexplorer.model.EntityKind;
import dev.identityexplorer.model.EvidenceKey;
import dev.identityexplorer.model.EvidenceKind;
import java.util.List;
import java.util.Set;

/**
 * {@code get-access-key-last-used}: the path names the key, the answer its user. See
 * <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccessKeyLastUsed.html">GetAccessKeyLastUsed</a>.
 */
final class KeyLastUsed {

    private KeyLastUsed() {}

    static List<Format> formats() {
        return List.of(new Format(
                "iam-get-access-key-last-used",
                Set.of("AccessKeyLastUsed"),
                2,
                shape -> shape.has("AccessKeyLastUsed"),
                shape -> false,
                KeyLastUsed::read,
                (document, reading) -> List.of()));
    }

    private static void read(Document document, JsonFile json, Reading reading) {
        var user = "";
        com.fasterxml.jackson.databind.JsonNode used = MissingNode.getInstance();
        while (json.nextKey()) {
            if (json.key().equals("UserName")) {
                user = json.text();
            } else if (json.key().equals("AccessKeyLastUsed")) {
                used = json.value();
            }
        }
        if (user.isEmpty()) {
            reading.problem(document, "", "It names no user, so it is a key of the account's root or of nobody.");
            return;
        }
        var keyId = document.parameter();
        var id = reading.names().user(user).id() + "/access-key/" + keyId;
        var evidence = EvidenceKey.of(EvidenceKind.ACCESS_KEY_LAST_USED, id);
        var facts = new Facts(used).dates("LastUsedDate").put("accessKeyId", keyId);
        put(facts, "lastUsedRegion", Json.text(used, "Region"));
        put(facts, "lastUsedService", Json.text(used, "ServiceName"));
        reading.ledger().item(evidence);
        reading.ledger().page(evidence, document, "", document.file().modified());
        reading.add(new Entity(EntityKind.ACCESS_KEY, id, keyId, evidence, facts.map(), List.of()));
    }

    private static void put(Facts facts, String property, String value) {
        if (!value.isEmpty() && !value.equals("N/A")) {
            facts.put(property, value);
        }
    }
}

package dev.identityexplorer.source;

import dev.identityexplorer.model.EvidenceKey;
import dev.identityexplorer.model.EvidenceKind;
import java.util.List;

/** What IAM says of the account itself: its alias, and how many entities it counts. */
final class AccountFacts {

    private static final EvidenceKey SUMMARY = EvidenceKey.of(EvidenceKind.ACCOUNT_SUMMARY);

    private AccountFacts() {}

    static List<Format> formats() {
        return List.of(
                Format.account(
                        "iam-get-account-summary",
                        "SummaryMap",
                        AccountFacts::summary,
                        (document, reading) -> List.of(SUMMARY)),
                Format.account(
                        "iam-list-account-aliases",
                        "AccountAliases",
                        AccountFacts::alias,
                        (document, reading) -> List.of()));
    }

    private static final List<String> COUNTS =
            List.of("Users", "Groups", "Roles", "Policies", "AccountMFAEnabled", "AccountAccessKeysPresent");

    private static void summary(Document document, JsonFile json, Reading reading) {
        while (json.nextKey()) {
            if (json.key().equals("SummaryMap")) {
                var map = json.value();
                for (var count : COUNTS) {
                    if (map.path(count).isIntegralNumber()) {
                        reading.property("summary" + count, map.path(count).asLong());
                    }
                }
            }
        }
        reading.ledger().item(SUMMARY);
        reading.ledger().page(SUMMARY, document, "", document.file().modified());
    }

    private static void alias(Document document, JsonFile json, Reading reading) {
        while (json.nextKey()) {
            if (json.key().equals("AccountAliases")) {
                json.elements((node, i) -> {
                    if (node.isTextual()) {
                        reading.property("alias", node.asText());
                    }
                });
            }
        }
    }
}

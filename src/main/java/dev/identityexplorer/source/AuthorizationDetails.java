package dev.identityexplorer.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.identityexplorer.model.Arn;
import dev.identityexplorer.model.EvidenceKey;
import dev.identityexplorer.model.EvidenceKind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Account authorization details, whole or a page of them. See
 * <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html">GetAccountAuthorizationDetails</a>.
 */
final class AuthorizationDetails {

    private static final EvidenceKey POLICIES = EvidenceKey.of(EvidenceKind.POLICIES);

    private static final Map<String, EvidenceKey> SECTIONS = Map.of(
            "UserDetailList", EvidenceKey.of(EvidenceKind.USERS),
            "GroupDetailList", EvidenceKey.of(EvidenceKind.GROUPS),
            "RoleDetailList", EvidenceKey.of(EvidenceKind.ROLES),
            "Policies", POLICIES);

    private static final String CUT =
            " lacks lists that AWS always prints: it was made with --query, which can leave out"
                    + " a part of the others too, and what says that more pages exist.";

    private final Document document;
    private final Reading reading;
    private final Set<EvidenceKey> present = new HashSet<>();
    private boolean strayPolicies;

    private AuthorizationDetails(Document document, Reading reading) {
        this.document = document;
        this.reading = reading;
    }

    static List<Format> formats() {
        return List.of(new Format(
                "iam-get-account-authorization-details",
                SECTIONS.keySet(),
                0,
                AuthorizationDetails::looksLikeIt,
                shape -> true,
                (document, json, reading) -> new AuthorizationDetails(document, reading).read(json),
                (document, reading) -> List.copyOf(SECTIONS.values())));
    }

    private static boolean looksLikeIt(Shape shape) {
        return shape.has("UserDetailList")
                || shape.has("GroupDetailList")
                || shape.has("RoleDetailList")
                || shape.hasOnly("Policies") && shape.hasElement("PolicyVersionList");
    }

    private void read(JsonFile json) {
        var paging = new Paging();
        while (json.nextKey()) {
            var section = SECTIONS.get(json.key());
            if (section != null) {
                present.add(section);
                reading.ledger().seen(section);
                json.elements((node, i) -> element(node, position(json.key(), i), section));
            } else if (Paging.isKey(json.key())) {
                paging.see(json.key(), json.value());
            }
        }
        for (var section : SECTIONS.values()) {
            reading.ledger()
                    .page(section, document, paging.token(), document.file().modified());
        }
        if (!document.mixed().isEmpty()) {
            var accounts = String.join(", ", document.mixed());
            present.forEach(section -> reading.ledger()
                    .gap(
                            section,
                            document.name() + " mixes the accounts " + accounts
                                    + ", so it may not be the whole of any."));
        }
        if (!present.containsAll(SECTIONS.values())
                && present.stream().anyMatch(section -> !section.equals(POLICIES))) {
            present.forEach(section -> reading.ledger().gap(section, document.name() + CUT));
        }
        if (strayPolicies && !present.contains(POLICIES)) {
            reading.ledger().gap(POLICIES, document.name() + " has policies among its roles, and no Policies.");
        }
    }

    private static String position(String section, int index) {
        return index < 0 ? section : section + "[" + index + "]";
    }

    private void element(JsonNode node, String position, EvidenceKey section) {
        if (!position.endsWith("]") && (node.isNull() || node.isObject() && node.isEmpty())) {
            return;
        }
        if (!node.isObject()) {
            new Element(node, position, document, reading, section).unreadable("An object was expected here.");
            return;
        }
        var evidence = isPolicy(node) ? POLICIES : section;
        var element = new Element(node, position, document, reading, evidence);
        var arn = element.text("Arn").flatMap(Arn::tryParse);
        if (arn.isPresent() && !document.belongsTo(reading.account(), arn.get())) {
            return;
        }
        strayPolicies |= !evidence.equals(section);
        if (read(element, evidence)) {
            reading.ledger().item(evidence);
        }
    }

    /** Whether it is a policy, wherever it stands: some tools' downloads have policies among the roles. */
    private static boolean isPolicy(JsonNode node) {
        return node.has("PolicyVersionList") || node.has("PolicyName") && !node.has("RoleName");
    }

    private static boolean read(Element element, EvidenceKey evidence) {
        return switch (evidence.kind()) {
            case USERS -> DetailReader.user(element);
            case GROUPS -> DetailReader.group(element);
            case ROLES -> RoleReader.read(element);
            default -> DetailReader.policy(element);
        };
    }
}

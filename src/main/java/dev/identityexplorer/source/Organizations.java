package dev.identityexplorer.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.identityexplorer.model.Arn;
import dev.identityexplorer.model.Entity;
import dev.identityexplorer.model.EntityKind;
import dev.identityexplorer.model.Relationship;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * AWS Organizations: accounts with their names, roots and units, tag policies, effective tag policies. See the
 * <a href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_Operations.html">API reference</a>.
 */
final class Organizations {

    private static final String TAG_POLICY = "TAG_POLICY";

    private Organizations() {}

    /** Reads one object of an answer; {@code parameter} is what the path names. */
    private interface Item {
        void read(JsonNode node, String parameter, Reading reading);
    }

    static List<Format> formats() {
        return List.of(
                format("organizations-list-accounts", "Accounts", Organizations::account),
                format("organizations-list-accounts-for-parent", "Accounts", Organizations::account),
                format("organizations-describe-organization", "Organization", Organizations::organization),
                format("organizations-list-roots", "Roots", Organizations::root),
                format(
                        "organizations-list-organizational-units-for-parent",
                        "OrganizationalUnits",
                        Organizations::unit),
                format("organizations-describe-organizational-unit", "OrganizationalUnit", Organizations::unit),
                format(
                        "organizations-list-parents",
                        "Parents",
                        (node, child, reading) -> reading.organization().below(Json.text(node, "Id"), child)),
                format("organizations-list-policies", "Policies", Organizations::policy),
                new Format(
                        "organizations-list-policies-for-target",
                        Set.of("Policies"),
                        2,
                        shape -> false,
                        shape -> true,
                        Organizations::attachments,
                        (document, reading) -> List.of(OrganizationTree.EVIDENCE)),
                format(
                        "organizations-describe-policy",
                        "Policy",
                        (node, id, reading) ->
                                tagPolicy(node.path("PolicySummary"), Json.text(node, "Content"), reading)),
                format("organizations-describe-effective-policy", "EffectivePolicy", Organizations::effectivePolicy),
                new Format(
                        "organizations-list-tags-for-resource",
                        Set.of("Tags"),
                        2,
                        shape -> false,
                        shape -> true,
                        Organizations::tags,
                        (document, reading) -> List.of(OrganizationTree.EVIDENCE)));
    }

    private static Format format(String operation, String key, Item item) {
        return new Format(
                operation,
                Set.of(key),
                2,
                shape -> false,
                shape -> true,
                (document, json, reading) -> read(key, item, document, json, reading),
                (document, reading) -> List.of(OrganizationTree.EVIDENCE));
    }

    private static void read(String key, Item item, Document document, JsonFile json, Reading reading) {
        var paging = new Paging();
        while (json.nextKey()) {
            if (json.key().equals(key)) {
                json.elements((node, i) -> item.read(node, document.parameter(), reading));
            } else if (Paging.isKey(json.key())) {
                paging.see(json.key(), json.value());
            }
        }
        seen(document, paging, reading);
    }

    /** The policies that are attached to what the path names; those of tags, where the list has any or none at all. */
    private static void attachments(Document document, JsonFile json, Reading reading) {
        var paging = new Paging();
        var policies = new ArrayList<JsonNode>();
        while (json.nextKey()) {
            if (json.key().equals("Policies")) {
                json.elements((node, i) -> policies.add(node));
            } else if (Paging.isKey(json.key())) {
                paging.see(json.key(), json.value());
            }
        }
        seen(document, paging, reading);
        var attached = policies.stream()
                .filter(policy -> Json.text(policy, "Type").equals(TAG_POLICY))
                .map(policy -> Json.text(policy, "Id"))
                .toList();
        policies.forEach(policy -> tagPolicy(policy, "", reading));
        if (paging.token().isEmpty() && (policies.isEmpty() || !attached.isEmpty())) {
            reading.organization().tagPolicies().attached(document.parameter(), attached);
        }
    }

    /** Notes one page of what tells of the organization. */
    private static void seen(Document document, Paging paging, Reading reading) {
        reading.ledger().item(OrganizationTree.EVIDENCE);
        reading.ledger()
                .page(
                        OrganizationTree.EVIDENCE,
                        document,
                        paging.token(),
                        document.file().modified());
    }

    private static void account(JsonNode node, String parent, Reading reading) {
        var id = Json.text(node, "Id");
        Arn.tryParse(Json.text(node, "Arn"))
                .filter(arn -> id.matches("\\d{12}"))
                .ifPresent(arn -> {
                    var facts = new Facts(node)
                            .texts("Status", "State", "JoinedMethod")
                            .dates("JoinedTimestamp")
                            .map();
                    facts.put("accountId", id);
                    reading.organization()
                            .node(
                                    EntityKind.ACCOUNT,
                                    id,
                                    new Arn(arn.partition(), "iam", "", id, "root").toString(),
                                    Json.text(node, "Name"),
                                    facts);
                    below(parent, id, reading);
                });
    }

    private static void organization(JsonNode node, String parameter, Reading reading) {
        var arn = Json.text(node, "Arn");
        if (!arn.isEmpty()) {
            reading.organization()
                    .node(
                            EntityKind.ORGANIZATION,
                            Json.text(node, "Id"),
                            arn,
                            Json.text(node, "Id"),
                            new Facts(node)
                                    .texts("MasterAccountId", "FeatureSet")
                                    .map());
        }
    }

    private static void root(JsonNode node, String parameter, Reading reading) {
        Arn.tryParse(Json.text(node, "Arn"))
                .filter(arn -> arn.resource().split("/").length == 3)
                .ifPresent(arn -> {
                    var organization = OrganizationTree.organization(arn);
                    reading.organization()
                            .node(
                                    EntityKind.ORGANIZATION,
                                    Json.text(node, "Id"),
                                    organization,
                                    arn.resource().split("/")[1],
                                    Map.of("rootId", Json.text(node, "Id")));
                });
    }

    private static void unit(JsonNode node, String parent, Reading reading) {
        var id = Json.text(node, "Id");
        var arn = Json.text(node, "Arn");
        if (!arn.isEmpty() && !id.isEmpty()) {
            reading.organization()
                    .node(EntityKind.ORGANIZATIONAL_UNIT, id, arn, Json.text(node, "Name"), Map.of("unitId", id));
            if (!parent.equals(id)) {
                below(parent, id, reading);
            }
        }
    }

    private static void below(String parent, String id, Reading reading) {
        if (!parent.isEmpty()) {
            reading.organization().below(parent, id);
        }
    }

    /** The tags of the account that the path names; a whole list without any says that it has none. */
    private static void tags(Document document, JsonFile json, Reading reading) {
        var paging = new Paging();
        var tags = new ArrayList<Relationship>();
        while (json.nextKey()) {
            if (json.key().equals("Tags")) {
                json.elements((node, i) -> Element.tag(node, tags::add));
            } else if (Paging.isKey(json.key())) {
                paging.see(json.key(), json.value());
            }
        }
        seen(document, paging, reading);
        reading.organization().tagged(document.parameter(), tags);
    }

    private static void policy(JsonNode summary, String parameter, Reading reading) {
        tagPolicy(summary, "", reading);
    }

    private static void tagPolicy(JsonNode summary, String content, Reading reading) {
        var arn = Json.text(summary, "Arn");
        if (arn.isEmpty() || !Json.text(summary, "Type").equals(TAG_POLICY)) {
            return;
        }
        var facts = new Facts(summary).texts("Description").put("policyId", Json.text(summary, "Id"));
        if (!content.isEmpty()) {
            facts.put("content", content);
            reading.organization().tagPolicies().content(Json.text(summary, "Id"), content);
        }
        reading.add(new Entity(
                EntityKind.TAG_POLICY,
                arn,
                Json.text(summary, "Name"),
                OrganizationTree.EVIDENCE,
                facts.map(),
                List.of()));
    }

    /** What all tag policies above an account come to, as AWS merged them. */
    private static void effectivePolicy(JsonNode node, String parameter, Reading reading) {
        var target = Json.text(node, "TargetId").isEmpty() ? parameter : Json.text(node, "TargetId");
        if (!Json.text(node, "PolicyType").equals(TAG_POLICY) || target.isEmpty()) {
            return;
        }
        reading.organization().tagPolicies().effective(target, Json.text(node, "PolicyContent"));
    }
}

package dev.identityexplorer.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.identityexplorer.model.Arn;
import dev.identityexplorer.model.Entity;
import dev.identityexplorer.model.EntityKind;
import dev.identityexplorer.model.EvidenceKey;
import dev.identityexplorer.model.EvidenceKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * IAM's lists of one kind of entity in the whole account, one row each.
 *
 * @param byContent whether a document with this list is the answer to this operation, where no path says it
 * @param entity the entity in one element of the list; empty if it cannot be read
 */
record AccountLists(
        String operation, String list, EvidenceKind evidence, Predicate<Shape> byContent, OfElement entity) {

    /** Makes an entity of a list's element. */
    interface OfElement {
        Optional<Entity> entity(JsonNode node, EvidenceKey evidence);
    }

    private static final String PROFILES = "iam-list-instance-profiles";

    private static final List<AccountLists> ROWS = List.of(
            row("iam-list-instance-profiles", "InstanceProfiles", EvidenceKind.INSTANCE_PROFILES, RoleReader::profile),
            row("iam-list-saml-providers", "SAMLProviderList", EvidenceKind.SAML_PROVIDERS, AccountLists::provider),
            row(
                    "iam-list-open-id-connect-providers",
                    "OpenIDConnectProviderList",
                    EvidenceKind.OIDC_PROVIDERS,
                    AccountLists::provider),
            row(
                    "iam-list-server-certificates",
                    "ServerCertificateMetadataList",
                    EvidenceKind.SERVER_CERTIFICATES,
                    AccountLists::certificate),
            new AccountLists(
                    "iam-list-policies",
                    "Policies",
                    EvidenceKind.POLICY_LIST,
                    shape -> shape.hasOnly("Policies")
                            && shape.hasElement("AttachmentCount")
                            && !shape.hasElement("PolicyVersionList"),
                    AccountLists::policy));

    private static AccountLists row(String operation, String list, EvidenceKind evidence, OfElement entity) {
        return new AccountLists(operation, list, evidence, shape -> shape.has(list), entity);
    }

    static List<Format> formats() {
        return ROWS.stream()
                .map(row -> new Format(
                        row.operation,
                        Set.of(row.list),
                        2,
                        row.byContent,
                        shape -> true,
                        row::read,
                        (document, reading) -> List.of(EvidenceKey.of(row.evidence))))
                .toList();
    }

    private void read(Document document, JsonFile json, Reading reading) {
        var key = EvidenceKey.of(evidence);
        var paging = new Paging();
        reading.ledger().seen(key);
        while (json.nextKey()) {
            if (json.key().equals(list)) {
                json.elements((node, i) -> entity.entity(node, key)
                        .ifPresentOrElse(
                                entity -> {
                                    reading.ledger().item(key);
                                    reading.add(entity);
                                },
                                () -> new Element(node, list + "[" + i + "]", document, reading, key)
                                        .unreadable("It has no Arn that can be read.")));
            } else if (Paging.isKey(json.key())) {
                paging.see(json.key(), json.value());
            }
        }
        reading.ledger().page(key, document, paging.token(), document.file().modified());
        if (operation.equals(PROFILES) && !document.file().operation().equals(PROFILES)) {
            reading.ledger()
                    .gap(key, document.name() + " may be the answer for one role only; name it " + PROFILES + ".json.");
        }
    }

    private static Optional<Entity> provider(JsonNode node, EvidenceKey evidence) {
        return entity(node, evidence, new Facts(node).dates("CreateDate", "ValidUntil"))
                .map(provider -> provider.kind() == EntityKind.OIDC_PROVIDER
                        ? new Entity(
                                provider.kind(),
                                provider.id(),
                                provider.name(),
                                evidence,
                                new Facts(node)
                                        .dates("CreateDate")
                                        .put("url", provider.name())
                                        .map(),
                                List.of())
                        : provider);
    }

    private static Optional<Entity> certificate(JsonNode node, EvidenceKey evidence) {
        return entity(
                node,
                evidence,
                new Facts(node).texts("ServerCertificateId", "Path").dates("UploadDate", "Expiration"));
    }

    private static Optional<Entity> policy(JsonNode node, EvidenceKey evidence) {
        return entity(node, evidence, DetailReader.policyFacts(node));
    }

    private static Optional<Entity> entity(JsonNode node, EvidenceKey evidence, Facts facts) {
        return Arn.tryParse(Json.text(node, "Arn"))
                .map(Refs::entity)
                .map(ref -> new Entity(ref.kind(), ref.id(), ref.name(), evidence, facts.map(), List.of()));
    }
}

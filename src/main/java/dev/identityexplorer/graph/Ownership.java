package dev.identityexplorer.graph;

import java.util.List;
import java.util.stream.Collectors;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * Who owns an identity.
 *
 * @param id the identity
 * @param kind its most specific label
 * @param owner the id of the owner: a service principal, the account, or {@code aws}
 * @param ownerName what people call the owner
 * @param knownBy how that is known, as a phrase
 * @param docUrl AWS's page on it; empty if there is none
 * @param note what else a person should know; may be empty
 */
public record Ownership(
        String id, String kind, String owner, String ownerName, String knownBy, String docUrl, String note) {

    static Ownership of(Record row) {
        var id = row.get("id").asString();
        var kind = NodeState.kind(row.get("labels").asList(Value::asString));
        var trusted = row.get("trustedServices").asList(v -> v.get("id").asString());
        var owner = row.get("owner");
        if (!owner.isNull()) {
            var principal = owner.get("id").asString();
            var type = row.get("type");
            return new Ownership(
                    id,
                    kind,
                    principal,
                    owner.get("name").asString(principal),
                    "the ARN path /aws-service-role/" + principal + "/",
                    page(owner, type),
                    note(principal, trusted, type));
        }
        var accountId = row.get("accountId").asString("");
        if (accountId.isEmpty() && kind.equals("ExternalPrincipal")) {
            return new Ownership(
                    id,
                    kind,
                    "unknown",
                    "somebody unknown",
                    "nothing: a policy names it, and nobody else does",
                    "",
                    "");
        }
        if (accountId.isEmpty()) {
            return new Ownership(id, kind, "aws", "AWS", "the ARN, which names no account", "", "");
        }
        var path = row.get("path").asString("");
        if (path.startsWith("/aws-reserved/")) {
            var service = path.split("/").length > 2 ? path.split("/")[2] : path;
            return new Ownership(
                    id,
                    kind,
                    service,
                    service,
                    "the ARN path " + path,
                    "",
                    row.get("protection").asString(""));
        }
        return new Ownership(
                id,
                kind,
                accountId,
                "account " + accountId,
                kind.equals("Role") ? "the ARN: it is no service-linked role, whatever its name says" : "the ARN",
                "",
                trusted.isEmpty() ? "" : "its trust policy lets " + String.join(", ", trusted) + " assume it");
    }

    /** The page of the type of role, else the service's on its roles, else the service's. A type may be unknown. */
    private static String page(Value owner, Value type) {
        var ofService = owner.get("slrDocUrl").asString(owner.get("docUrl").asString(""));
        return type.isNull() ? ofService : type.get("docUrl").asString(ofService);
    }

    private static String note(String owner, List<String> trusted, Value type) {
        var others = trusted.stream().filter(t -> !t.equals(owner)).collect(Collectors.joining(", "));
        var disagreement =
                others.isEmpty() ? "" : "its trust policy also names " + others + ", which the path does not";
        if (!trusted.isEmpty() && !trusted.contains(owner)) {
            disagreement = "its trust policy names " + others + " and not the owner in its path";
        }
        var unknown = type.isNull() ? "the catalogue does not know this type of role" : "";
        return disagreement.isEmpty() || unknown.isEmpty() ? disagreement + unknown : disagreement + "; " + unknown;
    }
}

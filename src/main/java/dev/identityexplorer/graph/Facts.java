package dev.identityexplorer.graph;

import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * What a verdict needs to know of one entity, read from the graph.
 *
 * @param id its id
 * @param kind the most specific label, such as {@code ServiceLinkedRole}
 * @param name its name
 * @param accountId the account that it belongs to; empty for shared ones
 * @param account the id of that account's node; empty where the account was never imported
 * @param protection who removes it and how, where IAM lets nobody else
 * @param doubts the rules that doubt what was seen of it
 * @param evidence the keys of the evidence that tells it
 * @param servicePrincipal the owner of a service-linked role, from its ARN path
 * @param status of a credential, {@code Active} or {@code Inactive}
 * @param virtual whether an MFA device is a virtual one
 * @param countsAgree whether AWS counts as many attachments and boundary uses of a policy as the graph holds
 * @param created when AWS made it, as far as AWS says
 * @param enabledRegions of the account, where a list of them was imported: with those in which something was seen, too
 * @param trusts the services that a role's trust policy lets assume it; {@code *} where it lets anyone, {@code unknown} where
 *     nothing was seen of whom it trusts
 * @param letsIn one of those whom a role's trust policy lets assume it and whose use of it no list of the account shows: somebody
 *     of another account, an identity provider
 * @param useUnknown whether a role's export left out when it was last used
 * @param lastUsed when it was last used, as far as AWS says
 * @param blocks how many relationships say that AWS refuses to delete it
 * @param breaks how many say that something else stops working
 * @param holder who holds it, for credentials, inline policies and versions
 * @param properties all single values, documents left out; empty where the whole account was asked for
 * @param written the verdict that the last import wrote
 */
public record Facts(
        String id,
        String kind,
        String name,
        Optional<String> accountId,
        Optional<String> account,
        Optional<String> protection,
        List<String> doubts,
        Set<String> evidence,
        Optional<String> servicePrincipal,
        Optional<String> status,
        boolean virtual,
        boolean countsAgree,
        Optional<ZonedDateTime> created,
        List<String> enabledRegions,
        List<String> trusts,
        Optional<String> letsIn,
        boolean useUnknown,
        Optional<ZonedDateTime> lastUsed,
        long blocks,
        long breaks,
        Optional<Node> holder,
        Map<String, String> properties,
        Optional<Judgement> written) {

    /** A node that something else points at. */
    public record Node(String id, String kind, String name) {

        static Node of(Value map) {
            return new Node(
                    map.get("id").asString(),
                    NodeState.kind(map.get("labels").asList(Value::asString)),
                    map.get("name").asString(""));
        }
    }

    /**
     * What an import writes on an entity.
     *
     * @param verdict {@code PROTECTED}, {@code BLOCKED}, {@code UNPROVEN} or {@code CLEAR}, age of evidence aside
     * @param impact {@code BREAKS}, {@code NONE_SEEN} or {@code UNKNOWN}
     * @param provenAt the age of the oldest evidence that {@code CLEAR} rests on; empty for other verdicts, which would be
     *     written anew for nothing with each newer export
     */
    public record Judgement(String verdict, String impact, Optional<ZonedDateTime> provenAt) {}

    static Facts of(Record row) {
        return new Facts(
                row.get("id").asString(),
                NodeState.kind(row.get("labels").asList(Value::asString)),
                row.get("name").asString(row.get("id").asString()),
                text(row.get("accountId")),
                text(row.get("account")),
                text(row.get("protection")),
                row.get("doubts").asList(Value::asString),
                Set.copyOf(row.get("evidence").asList(Value::asString)),
                text(row.get("servicePrincipal")),
                text(row.get("status")),
                row.get("virtual").asBoolean(),
                row.get("countsAgree").asBoolean(false),
                date(row.get("created")),
                row.get("enabledRegions").asList(Value::asString, List.of()),
                row.get("trusts").asList(Value::asString),
                text(row.get("letsIn")),
                row.get("useUnknown").asBoolean(),
                date(row.get("lastUsed")),
                row.get("blocks").asLong(),
                row.get("breaks").asLong(),
                row.get("holder").isNull() ? Optional.empty() : Optional.of(Node.of(row.get("holder"))),
                properties(row.get("properties")),
                text(row.get("verdict"))
                        .map(verdict -> new Judgement(
                                verdict,
                                row.get("impact").asString(""),
                                row.get("provenAt").isNull()
                                        ? Optional.empty()
                                        : Optional.of(row.get("provenAt").asZonedDateTime()))));
    }

    /** The single values of a node as text. */
    static Map<String, String> properties(Value map) {
        var properties = new TreeMap<String, String>();
        if (!map.isNull()) {
            map.asMap(value -> value).forEach((key, value) -> {
                if (!value.isNull() && !(value.asObject() instanceof List)) {
                    properties.put(key, value.asObject().toString());
                }
            });
        }
        return Collections.unmodifiableMap(properties);
    }

    private static Optional<ZonedDateTime> date(Value value) {
        return value.isNull() ? Optional.empty() : Optional.of(value.asZonedDateTime());
    }

    static Optional<String> text(Value value) {
        return value.isNull() ? Optional.empty() : Optional.of(value.asString());
    }
}

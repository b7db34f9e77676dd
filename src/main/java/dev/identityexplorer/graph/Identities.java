package dev.identityexplorer.graph;

import dev.identityexplorer.cypher.CypherLibrary;
import dev.identityexplorer.model.Arn;
import dev.identityexplorer.model.EntityKind;
import dev.identityexplorer.model.EntityRef;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** What answers about identities are made of, read from the graph by the files of {@code cypher/answer}. */
public final class Identities {

    /**
     * Something that blocks an entity, or breaks with it.
     *
     * @param blocked the entity
     * @param rule the name of the rule that found it
     * @param severity {@code blocks} or {@code breaks}
     * @param id the blocker
     * @param kind its most specific label
     * @param name its name
     * @param properties of the blocker, documents left out
     * @param untouchable whether IAM refuses to change the blocker, as it does for service-linked roles
     * @param seen where it was seen, if that is not where the entity was: resources, and what is in another account
     */
    public record Blocker(
            String blocked,
            String rule,
            String severity,
            String id,
            String kind,
            String name,
            Map<String, String> properties,
            boolean untouchable,
            Optional<AccountEvidence.Seen> seen) {}

    /** Somebody's candidate for a name. */
    public record Candidate(String id, String kind, String accountId) {

        static Candidate of(Record row) {
            return new Candidate(
                    row.get("id").asString(),
                    NodeState.kind(row.get("labels").asList(Value::asString)),
                    row.get("accountId").asString());
        }
    }

    /** The kinds of what IAM's ARNs call by a word. */
    private static final Map<String, Set<String>> KINDS = Map.of(
            "user", Set.of("User"),
            "role", Set.of("Role", "ServiceLinkedRole"),
            "instance-profile", Set.of("InstanceProfile"));

    private static final Set<String> UNIQUE_IDS = Set.of("User", "Role", "ServiceLinkedRole");

    /** The service that owns a service-linked role. */
    public record Owner(String id, String name, Optional<String> docUrl) {}

    private final Reads reads;

    public Identities(Engine engine, CypherLibrary library) {
        this(new Reads(engine, library));
    }

    private Identities(Reads reads) {
        this.reads = reads;
    }

    /** Several questions in one transaction. */
    public <T> T together(Function<Identities, T> work) {
        return reads.together(within -> work.apply(new Identities(within)));
    }

    /**
     * What tells whether the accounts of some identities were written between two readings.
     *
     * @param committing whether an import is writing one of them this moment, so that a part of it may be seen
     * @param imported when each was imported last, by account
     */
    public record Written(boolean committing, Map<String, String> imported) {}

    /** The facts about those of {@code ids} that the graph holds. */
    public List<Facts> facts(Collection<String> ids) {
        return facts(read("facts", Map.of("ids", List.copyOf(ids))));
    }

    /**
     * What the graph holds of some identities, but for the evidence.
     *
     * @param before when their accounts were written, read before all else
     * @param facts of those that the graph holds
     * @param blockers by id
     * @param owners of the service-linked roles among them, by id
     */
    public record Known(
            Written before, List<Facts> facts, Map<String, List<Blocker>> blockers, Map<String, Owner> owners) {}

    /** What the graph holds of {@code ids}. */
    public Known known(Collection<String> ids) {
        var parameters = Map.<String, Object>of("ids", List.copyOf(ids));
        var before = reads.send("accounts-written", parameters);
        var facts = reads.send("facts", parameters);
        var blockers = reads.send("blockers", parameters);
        var owners = reads.send("owners", parameters);
        return new Known(written(before.get()), facts(facts.get()), blockers(blockers.get()), owners(owners.get()));
    }

    /**
     * Evidence about some identities.
     *
     * @param evidence by account
     * @param after when their accounts were written, read after all else
     */
    public record Proof(Map<String, AccountEvidence> evidence, Written after) {}

    /**
     * Those pieces of evidence that were imported.
     *
     * @param keys by account
     * @param ids the identities that they are about
     */
    public Proof proof(Map<String, Set<String>> keys, Collection<String> ids) {
        var rows = new LinkedHashMap<String, Supplier<List<Record>>>();
        keys.forEach((account, wanted) ->
                rows.put(account, reads.send("evidence", Map.of("accountId", account, "keys", List.copyOf(wanted)))));
        var after = reads.send("accounts-written", Map.of("ids", List.copyOf(ids)));
        var evidence = new LinkedHashMap<String, AccountEvidence>();
        rows.forEach((account, pieces) -> evidence.put(account, AccountEvidence.of(pieces.get())));
        return new Proof(evidence, written(after.get()));
    }

    private static List<Facts> facts(List<Record> rows) {
        return rows.stream().map(Facts::of).toList();
    }

    private static Written written(List<Record> rows) {
        var imported = new LinkedHashMap<String, String>();
        boolean committing = false;
        for (var row : rows) {
            imported.put(
                    row.get("accountId").asString(""), row.get("importedAt").toString());
            committing |= row.get("committing").asBoolean();
        }
        return new Written(committing, imported);
    }

    private static Map<String, List<Blocker>> blockers(List<Record> rows) {
        var byId = new LinkedHashMap<String, List<Blocker>>();
        for (var row : rows) {
            var blocker = new Blocker(
                    row.get("blocked").asString(),
                    row.get("rule").asString(),
                    row.get("severity").asString(),
                    row.get("id").asString(),
                    NodeState.kind(row.get("labels").asList(Value::asString)),
                    row.get("name").asString(row.get("id").asString()),
                    Facts.properties(row.get("properties")),
                    row.get("untouchable").asBoolean(),
                    row.get("seen").isNull()
                            ? Optional.empty()
                            : Optional.of(AccountEvidence.Seen.of(row.get("seen"))));
            byId.computeIfAbsent(blocker.blocked(), id -> new ArrayList<>()).add(blocker);
        }
        return byId;
    }

    private static Map<String, Owner> owners(List<Record> rows) {
        var owners = new LinkedHashMap<String, Owner>();
        rows.forEach(row -> owners.put(
                row.get("id").asString(),
                new Owner(row.get("owner").asString(), row.get("name").asString(), Facts.text(row.get("docUrl")))));
        return owners;
    }

    /**
     * Who owns an identity.
     *
     * @throws GraphException if the graph does not hold it
     */
    public Ownership ownership(String id) {
        return read("owner", Map.of("id", id)).stream()
                .findFirst()
                .map(Ownership::of)
                .orElseThrow(() -> GraphException.notFound("Nothing with the id '" + id + "' was imported."));
    }

    /** The root ARN of an account that was imported, by its number. */
    public Optional<Arn> account(String accountId) {
        return read("account-by-number", Map.of("accountId", accountId)).stream()
                .flatMap(row -> Arn.tryParse(row.get("id").asString()).stream())
                .findFirst();
    }

    /** What anybody could mean by a name. */
    public List<Candidate> named(String name) {
        return named(name, "");
    }

    /** The same within one account; of all accounts where {@code accountId} is empty. */
    public List<Candidate> named(String name, String accountId) {
        return candidates("by-name", Map.of("name", name, "account", accountId));
    }

    /**
     * An entity of an account by the unique id that IAM made ({@code AROA…}), or by what its ARN calls it without its path
     * ({@code user/ann}).
     */
    public Optional<EntityRef> known(String accountId, String named) {
        int slash = named.indexOf('/');
        var kinds = slash < 0 ? UNIQUE_IDS : KINDS.getOrDefault(named.substring(0, slash), Set.of());
        var candidates = kinds.isEmpty()
                ? List.<Candidate>of()
                : slash < 0
                        ? candidates("by-unique-id", Map.of("uniqueId", named, "account", accountId))
                        : named(named.substring(slash + 1), accountId);
        return candidates.stream()
                .filter(candidate -> kinds.contains(candidate.kind()))
                .findFirst()
                .map(candidate -> new EntityRef(
                        EntityKind.ofLabel(candidate.kind()).orElseThrow(),
                        candidate.id(),
                        candidate.id().substring(candidate.id().lastIndexOf('/') + 1)));
    }

    private List<Candidate> candidates(String name, Map<String, Object> parameters) {
        return read(name, parameters).stream().map(Candidate::of).toList();
    }

    /** Names that start alike, for somebody who mistyped the end of one or its case; a few. */
    public List<String> similarNames(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        var start = lower.substring(0, Math.max(Math.min(lower.length(), 3), lower.length() * 2 / 3));
        return read("names-like", Map.of("start", start)).stream()
                .map(row -> row.get("name").asString())
                .toList();
    }

    /** The ids of all that carry a tag. */
    public List<String> tagged(String key, String value) {
        var id = "tag:" + encode(key) + "=" + encode(value);
        return read("by-tag", Map.of("id", id)).stream()
                .map(row -> row.get("id").asString())
                .toList();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private List<Record> read(String name, Map<String, Object> parameters) {
        return reads.records(name, parameters);
    }
}

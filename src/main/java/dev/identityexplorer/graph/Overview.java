package dev.identityexplorer.graph;

import dev.identityexplorer.cypher.CypherLibrary;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the whole graph holds. Costly answers are kept until an import writes. */
public final class Overview {

    private static final List<String> EXPECTED = List.of(
            "users",
            "groups",
            "roles",
            "policies",
            "credential-report",
            "virtual-mfa-devices",
            "instance-profiles",
            "server-certificates",
            "saml-providers",
            "oidc-providers",
            "regions");

    private final Reads reads;
    private final Kept<Counts> counts = new Kept<>();
    private final Kept<List<Map<String, @Nullable Object>>> kept = new Kept<>();

    public Overview(Engine engine, CypherLibrary library) {
        this.reads = new Reads(engine, library);
    }

    /** The state of the graph now. */
    public Stamp stamp() {
        return reads.row("stamp", Map.of()).map(Stamp::of).orElseThrow();
    }

    Counts counts(Stamp stamp) {
        return counts.get(stamp, "", () -> Counts.of(reads.rows("counts", Map.of())));
    }

    /** How many belong to an account, or to any if it is empty, by kind, verdict and impact. */
    public List<Map<String, @Nullable Object>> counts(Stamp stamp, String accountId) {
        return counts(stamp).owned(accountId);
    }

    /** The ARNs of accounts of which evidence has become too old since they were judged; see {@link Importer#judgeAgain}. */
    public List<String> judgedTooLongAgo() {
        return reads.rows("accounts-judged-too-long-ago", Map.of()).stream()
                .map(row -> Wire.text(row, "account"))
                .toList();
    }

    /** Every account with how complete its evidence is. */
    public List<Map<String, @Nullable Object>> accounts(Stamp stamp) {
        return kept.get(stamp, "accounts", () -> reads.rows("accounts", Map.of("expected", EXPECTED)));
    }

    /** What people call accounts, by id: the name that the organization gives, else the alias, else the id. */
    public Map<String, String> accountNames(Stamp stamp) {
        return accounts(stamp).stream()
                .collect(Collectors.toMap(a -> Wire.text(a, "accountId"), Overview::called, (a, b) -> a));
    }

    private static String called(Map<String, @Nullable Object> account) {
        var name = Wire.text(account, "name");
        return name.equals(account.get("accountId")) && account.get("alias") instanceof String alias ? alias : name;
    }

    /** All services with their service-linked roles in an account, or in all if it is empty. */
    public List<Map<String, @Nullable Object>> services(Stamp stamp, String accountId) {
        return kept.get(stamp, "services " + accountId, () -> reads.rows("services", Map.of("account", accountId)));
    }

    /** All tag keys with how many values they have and how many entities carry them. */
    public List<Map<String, @Nullable Object>> tagKeys(Stamp stamp) {
        return kept.get(stamp, "tags", () -> reads.rows("tag-keys", Map.of()));
    }

    /** The words of the graph: what is a label, a type, a property. */
    public List<Map<String, @Nullable Object>> words(Stamp stamp) {
        return kept.get(stamp, "words", () -> reads.rows("words", Map.of()));
    }
}

package dev.identityexplorer.graph;

import dev.identityexplorer.cypher.CypherLibrary;
import dev.identityexplorer.cypher.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
    private final CypherLibrary library;
    private final Queries queries;
    private final Kept<Counts> counts = new Kept<>();
    private final Kept<List<Map<String, @Nullable Object>>> kept = new Kept<>();

    public Overview(Engine engine, CypherLibrary library) {
        this.reads = new Reads(engine, library);
        this.library = library;
        this.queries = new Queries(engine);
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

    /** Every account with how complete its evidence is. */
    public List<Map<String, @Nullable Object>> accounts(Stamp stamp) {
        return kept.get(stamp, "accounts", () -> reads.rows("accounts", Map.of("expected", EXPECTED)));
    }

    /** The names of accounts by id. */
    public Map<String, String> accountNames(Stamp stamp) {
        return accounts(stamp).stream()
                .collect(Collectors.toMap(a -> Wire.text(a, "accountId"), a -> Wire.text(a, "name"), (a, b) -> a));
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

    /**
     * How many rows some questions of {@code cypher/explore} have, asked with their defaults, those of an account where
     * they know accounts; questions without a row are left out.
     */
    public List<Map<String, @Nullable Object>> findings(Stamp stamp, String accountId, Map<String, String> severities) {
        return kept.get(
                stamp,
                "findings " + accountId,
                () -> severities.keySet().stream()
                        .map(name -> finding(name, accountId, severities::get))
                        .filter(finding -> Wire.number(finding, "count") > 0)
                        .toList());
    }

    /** Rows of a finding may also say that nobody knows, or stand beside for comparison. */
    private static boolean found(@Nullable Object finding) {
        return finding != null && !finding.equals(Finding.UNKNOWN);
    }

    private Map<String, @Nullable Object> finding(String name, String accountId, Function<String, String> severity) {
        var file = library.file("explore", name);
        var arguments = new LinkedHashMap<>(file.arguments(Map.of()));
        arguments.replace("accountId", accountId);
        arguments.replace("limit", 100_000L);
        var finding = new LinkedHashMap<String, @Nullable Object>();
        finding.put("query", name);
        finding.put("title", file.title());
        finding.put(
                "count",
                queries.run(file.statement(), arguments).rows().stream()
                        .filter(row ->
                                accountId.isEmpty() || accountId.equals(row.getOrDefault("accountId", accountId)))
                        .filter(row -> !row.containsKey("finding") || found(row.get("finding")))
                        .count());
        finding.put("severity", severity.apply(name));
        return finding;
    }
}

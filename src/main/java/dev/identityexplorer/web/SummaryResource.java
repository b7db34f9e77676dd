package dev.identityexplorer.web;

import dev.identityexplorer.graph.Overview;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /summary}: the overview. */
final class SummaryResource {

    private final Overview overview;

    SummaryResource(Overview overview) {
        this.overview = overview;
    }

    void get(Context ctx) {
        var account = Params.text(ctx, "account", 64);
        var stamp = overview.stamp();
        Tagged.json(ctx, stamp, () -> {
            var accounts = overview.accounts(stamp).stream()
                    .map(SummaryResource::account)
                    .toList();
            var map = new LinkedHashMap<String, @Nullable Object>();
            map.put("accounts", accounts);
            map.put("lastImport", stamp.lastImport());
            map.put("evidence", evidence(accounts, account));
            map.put("counts", overview.counts(stamp, account));
            map.put(
                    "services",
                    overview.services(stamp, account).stream()
                            .filter(service -> number(service, "roles") > 0)
                            .sorted(Comparator.comparingLong((Map<String, @Nullable Object> s) -> number(s, "roles"))
                                    .reversed())
                            .map(SummaryResource::service)
                            .toList());
            return map;
        });
    }

    /** Computes what the first page shows. */
    void prepare() {
        var stamp = overview.stamp();
        overview.counts(stamp, "");
        overview.services(stamp, "");
        overview.accounts(stamp);
    }

    private static Map<String, @Nullable Object> account(Map<String, @Nullable Object> row) {
        var evidence = new LinkedHashMap<String, @Nullable Object>();
        for (var key : List.of("oldest", "newest", "complete", "incomplete", "missing")) {
            evidence.put(key, row.get(key));
        }
        evidence.put("gaps", number(row, "incomplete") + number(row, "missing"));
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (var key : List.of("id", "accountId", "name", "alias", "importedAt")) {
            map.put(key, row.get(key));
        }
        map.put("evidence", evidence);
        return map;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> evidence(
            List<Map<String, @Nullable Object>> accounts, String account) {
        var pieces = accounts.stream()
                .filter(a -> account.isEmpty() || account.equals(a.get("accountId")))
                .map(a -> (Map<String, @Nullable Object>) java.util.Objects.requireNonNull(a.get("evidence")))
                .toList();
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("oldest", times(pieces, "oldest").min(Comparator.naturalOrder()).orElse(null));
        map.put("newest", times(pieces, "newest").max(Comparator.naturalOrder()).orElse(null));
        for (var key : List.of("complete", "incomplete", "missing", "gaps")) {
            map.put(key, pieces.stream().mapToLong(piece -> number(piece, key)).sum());
        }
        return map;
    }

    private static java.util.stream.Stream<String> times(List<Map<String, @Nullable Object>> pieces, String key) {
        return pieces.stream()
                .map(piece -> piece.get(key))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    private static Map<String, @Nullable Object> service(Map<String, @Nullable Object> row) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("id", row.get("id"));
        map.put("name", row.get("name"));
        map.put("docUrl", row.get("slrDocUrl") == null ? row.get("docUrl") : row.get("slrDocUrl"));
        for (var key : List.of("roles", "clear", "blocked", "unproven", "protected")) {
            map.put(key, row.get(key));
        }
        return map;
    }

    static long number(Map<String, @Nullable Object> map, String key) {
        return map.get(key) instanceof Number number ? number.longValue() : 0;
    }
}

package dev.identityexplorer.web;

import dev.identityexplorer.graph.Findings;
import dev.identityexplorer.graph.Kept;
import dev.identityexplorer.graph.Overview;
import dev.identityexplorer.graph.Stamp;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /findings}: what deserves work, the worst first. */
final class FindingsResource {

    private static final int ROWS = 50;

    private final Findings findings;
    private final Overview overview;
    /** By account. */
    private final Kept<List<Findings.Found>> kept = new Kept<>(16);

    FindingsResource(Findings findings, Overview overview) {
        this.findings = findings;
        this.overview = overview;
    }

    void list(Context ctx) {
        var account = Params.text(ctx, "account", 64);
        int rows = Params.number(ctx, "rows", ROWS, 0, ROWS);
        var stamp = overview.stamp();
        if (!account.isEmpty() && !overview.accountNames(stamp).containsKey(account)) {
            ctx.json(Map.of("items", List.of()));
            return;
        }
        Tagged.json(
                ctx,
                stamp,
                () -> Map.of(
                        "items",
                        found(account, stamp).stream()
                                .map(found -> item(found, rows))
                                .toList()));
    }

    /** Asks what nobody should wait for. */
    void prepare() {
        found("", overview.stamp());
    }

    /** Never of a state before, not even while an import runs: its rows hold verdicts. */
    private List<Findings.Found> found(String account, Stamp stamp) {
        return kept.get(new Stamp(stamp.text(), null), account, () -> findings.of(account, ROWS));
    }

    private static Map<String, @Nullable Object> item(Findings.Found found, int rows) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("name", found.question().name());
        map.put("title", found.title());
        map.put("description", found.question().description());
        map.put("severity", found.finding().severity().name());
        map.put("sources", found.finding().sources());
        map.put("fix", found.finding().fix());
        map.put("count", found.count());
        map.put("unknown", found.unknown());
        map.put(
                "accounts",
                found.byAccount().entrySet().stream()
                        .map(e -> Map.of("accountId", e.getKey(), "count", e.getValue()))
                        .toList());
        map.put("rows", found.rows().subList(0, Math.min(rows, found.rows().size())));
        return map;
    }
}

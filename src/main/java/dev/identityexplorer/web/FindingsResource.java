package dev.identityexplorer.web;

import dev.identityexplorer.graph.Findings;
import dev.identityexplorer.graph.Overview;
import io.javalin.http.Context;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /findings}: what deserves work, the worst first. */
final class FindingsResource {

    private static final int ROWS = 50;
    private static final int MOST_KEPT = 16;

    /** An answer and the state of the graph that it was made from; findings are costly, and change by imports alone. */
    private record Kept(String stamp, List<Findings.Found> found) {}

    private final Findings findings;
    private final Overview overview;
    /** By account; those nobody asked for lately are forgotten. */
    private final Map<String, Kept> kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST_KEPT;
        }
    });

    FindingsResource(Findings findings, Overview overview) {
        this.findings = findings;
        this.overview = overview;
    }

    void list(Context ctx) {
        var account = Params.text(ctx, "account", 64);
        int rows = Params.number(ctx, "rows", ROWS, 0, ROWS);
        var stamp = overview.stamp().text();
        if (!account.isEmpty() && !overview.accountNames(overview.stamp()).containsKey(account)) {
            ctx.json(Map.of("items", List.of()));
            return;
        }
        Tagged.json(
                ctx,
                "f" + stamp,
                () -> Map.of(
                        "items",
                        found(account, stamp).stream()
                                .map(found -> item(found, rows))
                                .toList()));
    }

    /** Asks what nobody should wait for. */
    void prepare() {
        found("", overview.stamp().text());
    }

    private List<Findings.Found> found(String account, String stamp) {
        return kept(account, stamp).orElseGet(() -> {
            // who comes meanwhile waits for the same answer, instead of asking all of it a second time
            synchronized (this) {
                return kept(account, stamp).orElseGet(() -> {
                    var found = findings.of(account, ROWS);
                    kept.put(account, new Kept(stamp, found));
                    return found;
                });
            }
        });
    }

    private Optional<List<Findings.Found>> kept(String account, String stamp) {
        return Optional.ofNullable(kept.get(account))
                .filter(known -> known.stamp().equals(stamp))
                .map(Kept::found);
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

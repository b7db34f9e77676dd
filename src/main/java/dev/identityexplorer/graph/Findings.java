package dev.identityexplorer.graph;

import dev.identityexplorer.cypher.CypherFile;
import dev.identityexplorer.cypher.CypherLibrary;
import dev.identityexplorer.cypher.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The questions of {@code cypher/explore} whose rows are things to act on, asked with their defaults. */
public final class Findings {

    /**
     * What one question found.
     *
     * @param finding what its header says of it
     * @param count how many rows are a finding, {@code byAccount} of which account
     * @param unknown how many rows evidence is missing for
     * @param rows the first findings, each entity once for each, with {@code finding}, {@code id}, {@code kind}, {@code name},
     *     {@code accountId} and {@code verdict}
     */
    public record Found(
            CypherFile question,
            Finding finding,
            long count,
            long unknown,
            Map<String, Long> byAccount,
            List<Map<String, @Nullable Object>> rows) {

        /** The question's title, with the number of days that was asked for. */
        public String title() {
            return question.parameters().stream()
                    .filter(parameter -> parameter.name().equals("days"))
                    .findFirst()
                    .map(days -> question.title().replace("N days", days.example() + " days"))
                    .orElse(question.title());
        }
    }

    /** More rows than anybody looks at; counts beyond are not exact, and no graph had so many. */
    private static final long MOST_ROWS = 1_000_000;

    private final CypherLibrary library;
    private final Queries queries;
    private final Reads reads;

    public Findings(Engine engine, CypherLibrary library) {
        this.library = library;
        this.queries = new Queries(engine);
        this.reads = new Reads(engine, library);
    }

    /**
     * Every question, the worst first; those that found nothing have a count of 0.
     *
     * @param accountId empty for all accounts
     * @param most how many rows to keep of each
     */
    public List<Found> of(String accountId, int most) {
        return library.explore().stream()
                .filter(question -> question.finding().isPresent())
                .map(question -> ask(question, question.finding().orElseThrow(), accountId, most))
                .sorted(Comparator.comparing((Found found) -> found.finding().severity())
                        .thenComparing(found -> found.count() == 0)
                        .thenComparing(found -> found.question().name()))
                .toList();
    }

    private Found ask(CypherFile question, Finding finding, String accountId, int most) {
        var arguments = new LinkedHashMap<>(question.arguments(Map.of()));
        arguments.replace("accountId", accountId);
        arguments.replace("limit", MOST_ROWS);
        return queries.gather(
                question.statement(),
                arguments,
                () -> new Tally(accountId, most),
                Tally::add,
                (columns, tally) -> new Found(
                        question, finding, tally.count, tally.unknown, tally.byAccount, described(tally.first)));
    }

    /** Counts rows and keeps the first. */
    private static final class Tally {
        private final String accountId;
        private final int most;
        private final Map<String, Long> byAccount = new TreeMap<>();
        private final List<Map<String, Object>> first = new ArrayList<>();
        private final Set<List<Object>> shown = new HashSet<>();
        private long count;
        private long unknown;

        Tally(String accountId, int most) {
            this.accountId = accountId;
            this.most = most;
        }

        void add(Map<String, Object> row) {
            var account = String.valueOf(row.get("accountId"));
            var found = row.get("finding");
            if (found == null || !accountId.isEmpty() && !accountId.equals(account)) {
                return;
            }
            if (found.equals(Finding.UNKNOWN)) {
                unknown++;
                return;
            }
            count++;
            byAccount.merge(account, 1L, Long::sum);
            if (first.size() < most && shown.add(List.of(found, String.valueOf(row.get("id"))))) {
                first.add(row);
            }
        }
    }

    /** What the graph calls the entities that the rows are about. */
    private List<Map<String, @Nullable Object>> described(List<Map<String, Object>> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var ids = rows.stream()
                .map(row -> String.valueOf(row.get("id")))
                .distinct()
                .toList();
        var entities = new LinkedHashMap<String, Map<String, @Nullable Object>>();
        reads.rows("entity-rows", Map.of("ids", ids)).forEach(entity -> entities.put(Wire.text(entity, "id"), entity));
        return rows.stream()
                .map(row -> {
                    var entity = entities.getOrDefault(String.valueOf(row.get("id")), Map.of());
                    var map = new LinkedHashMap<String, @Nullable Object>();
                    map.put("finding", row.get("finding"));
                    map.put("id", row.get("id"));
                    for (var key : List.of("kind", "name", "accountId", "verdict")) {
                        map.put(key, entity.get(key));
                    }
                    return (Map<String, @Nullable Object>) map;
                })
                .toList();
    }
}

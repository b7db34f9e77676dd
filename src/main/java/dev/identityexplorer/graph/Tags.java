package dev.identityexplorer.graph;

import dev.identityexplorer.cypher.CypherLibrary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One tag key: its values, who has it and who lacks it. */
public final class Tags {

    private final Reads reads;
    private final Overview overview;
    private final Kept<List<Map<String, @Nullable Object>>> holders = new Kept<>();

    public Tags(Engine engine, CypherLibrary library, Overview overview) {
        this.reads = new Reads(engine, library);
        this.overview = overview;
    }

    /** The key with those of its values that start with {@code start}; empty where nothing carries it. */
    public Optional<Map<String, @Nullable Object>> of(String key, String start, long skip, int limit) {
        var stamp = overview.stamp();
        var rows = holders.get(stamp, key, () -> reads.rows("tag-key", Map.of("key", key)));
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var counts = overview.counts(stamp);
        var kinds = new ArrayList<Map<String, @Nullable Object>>();
        for (var kind : EntityFilter.TAGGABLE) {
            long all = counts.total(cell -> cell.kind().equals(kind) && cell.owned());
            long has = rows.stream()
                    .filter(row -> Wire.text(row, "kind").equals(kind))
                    .mapToLong(row -> Wire.number(row, "entities"))
                    .sum();
            if (all > 0) {
                kinds.add(new LinkedHashMap<>(Map.of("kind", kind, "has", has, "lacks", all - has)));
            }
        }
        var tag = new LinkedHashMap<String, @Nullable Object>();
        tag.put("key", key);
        tag.put(
                "entities",
                rows.stream().mapToLong(row -> Wire.number(row, "entities")).sum());
        tag.put("values", values(key, start, skip, limit));
        tag.put("total", Wire.number(rows.get(0), "values"));
        tag.put("kinds", kinds);
        return Optional.of(tag);
    }

    private List<Map<String, @Nullable Object>> values(String key, String start, long skip, int limit) {
        return reads.rows("tag-values", Map.of("key", key, "start", start, "skip", skip, "limit", limit));
    }
}

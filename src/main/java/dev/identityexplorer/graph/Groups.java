package dev.identityexplorer.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rows that have a node in common, as one row of the node and a list: the node is looked up once. */
final class Groups {

    /** Items a row: enough that the look-up does not count, few enough that batches of rows stay alike. */
    private static final int MOST = 100;

    private Groups() {}

    /** Rows {@code {key: node, name: [item, …]}}. */
    static List<Map<String, Object>> of(String key, String name, Map<String, List<Object>> items) {
        var rows = new ArrayList<Map<String, Object>>(items.size());
        items.forEach((node, list) -> {
            for (int from = 0; from < list.size(); from += MOST) {
                rows.add(Map.of(key, node, name, list.subList(from, Math.min(list.size(), from + MOST))));
            }
        });
        return rows;
    }
}

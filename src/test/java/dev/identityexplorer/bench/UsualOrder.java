package dev.identityexplorer.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** In which order a loader of the usual kind takes the record types, and the statement that it writes one with. */
final class UsualOrder {

    /** What others point at comes first. */
    private static final List<String> FIRST = List.of(
            "Account",
            "Service",
            "Tag",
            "AnyPrincipal",
            "ExternalPrincipal",
            "SamlProvider",
            "OidcProvider",
            "AwsManaged",
            "CustomerManaged",
            "PolicyVersion",
            "InlinePolicy",
            "Group",
            "AccessKey",
            "LoginProfile",
            "MfaDevice",
            "User",
            "Role",
            "InstanceProfile");

    private UsualOrder() {}

    static List<String> of(Collection<String> labels) {
        var order = new ArrayList<String>(FIRST);
        order.retainAll(labels);
        new TreeSet<>(labels).stream().filter(label -> !order.contains(label)).forEach(order::add);
        return order;
    }

    /** Whether the record type writes the relationship: that of the end which comes later, so that both are there. */
    private static boolean writes(String label, String group, List<String> order, boolean second) {
        var parts = group.split(" ");
        int from = order.indexOf(parts[1]);
        int to = order.indexOf(parts[2]);
        return order.indexOf(label) == Math.max(from, to) && (from == to) == second;
    }

    /** Whether nodes of the record type point at each other, so that they take a second statement. */
    static boolean twice(String label, Set<String> groups) {
        return groups.stream().anyMatch(group -> group.endsWith(" " + label + " " + label));
    }

    static String statement(String label, Set<String> groups, Set<String> labels, boolean second) {
        var order = of(labels);
        var text = new StringBuilder(
                "UNWIND $rows AS row\nMERGE (n:" + label + " {id: row.id})\nSET n += row.properties\nWITH n, row\n");
        var calls = new ArrayList<String>();
        for (var group : new TreeSet<>(groups)) {
            if (writes(label, group, order, second)) {
                var parts = group.split(" ");
                boolean out = parts[1].equals(label);
                calls.add("  WITH n, row UNWIND row.`" + group + "` AS end OPTIONAL MATCH (m:"
                        + (out ? parts[2] : parts[1]) + " {id: end.id}) WITH n, m, end WHERE m IS NOT NULL MERGE (n)"
                        + (out ? "-" : "<-") + "[r:" + parts[0] + "]" + (out ? "->" : "-")
                        + "(m) SET r += end.properties\n");
            }
        }
        if (calls.isEmpty()) {
            return text.append("RETURN count(*)").toString();
        }
        return text.append("CALL {\n")
                .append(String.join("  UNION\n", calls))
                .append("}")
                .toString();
    }

    static List<Map<String, Object>> rows(
            String label, List<Content.Node> nodes, Content content, Set<String> labels, boolean second) {
        var order = of(labels);
        var rows = new HashMap<String, Map<String, Object>>();
        var list = new ArrayList<Map<String, Object>>();
        for (var node : nodes) {
            var row = new HashMap<String, Object>();
            row.put("id", node.id());
            row.put("properties", second ? Map.of() : node.properties());
            rows.put(node.id(), row);
            list.add(row);
        }
        content.relationships().forEach((group, relationships) -> {
            if (!writes(label, group, order, second)) {
                return;
            }
            boolean out = group.split(" ")[1].equals(label);
            for (var relationship : relationships) {
                var row = rows.get(out ? relationship.from() : relationship.to());
                if (row != null) {
                    @SuppressWarnings("unchecked")
                    var ends = (List<Object>) row.computeIfAbsent(group, g -> new ArrayList<>());
                    ends.add(Map.of(
                            "id",
                            out ? relationship.to() : relationship.from(),
                            "properties",
                            relationship.properties()));
                }
            }
        });
        return list;
    }
}

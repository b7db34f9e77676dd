package dev.identityexplorer.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Merges tag policies into an effective one, as AWS Organizations does it: from the root down to the account, each policy
 * sets, appends or removes values as far as those above allow. See
 * <a href="https://docs.aws.amazon.com/organizations/latest/userguide/policy-operators.html">Inheritance operators</a>
 * and <a href="https://docs.aws.amazon.com/organizations/latest/userguide/inheritance-examples.html">Inheritance
 * examples</a>.
 */
final class TagPolicies {

    private static final String ASSIGN = "@@assign";
    private static final String APPEND = "@@append";
    private static final String REMOVE = "@@remove";
    private static final String CHILDREN = "@@operators_allowed_for_child_policies";
    private static final Set<String> ALL = Set.of(ASSIGN, APPEND, REMOVE);

    static final String TAG_KEY = "tag_key";
    static final String TAG_VALUE = "tag_value";
    static final String ENFORCED_FOR = "enforced_for";
    static final String REQUIRED_FOR = "report_required_tag_for";
    private static final List<String> FIELDS = List.of(TAG_KEY, TAG_VALUE, ENFORCED_FOR, REQUIRED_FOR);

    /** Which operators policies further down may use, by what they are about: all tags, one key, or a field of it. */
    private final Map<String, Set<String>> allowed = new LinkedHashMap<>();
    /** What was set by now, by policy key in lower case and field. */
    private final Map<String, Map<String, List<String>>> values = new LinkedHashMap<>();
    /** How the first policy that has a key writes it. */
    private final Map<String, String> written = new LinkedHashMap<>();

    private TagPolicies() {}

    /**
     * The effective policy, in the shape that {@code describe-effective-policy} has.
     *
     * @param levels the policies of the root, of each unit below it, and of the account; those of one level in the order
     *     in which they were attached, because of several that assign a value the first counts
     */
    static ObjectNode merge(List<List<JsonNode>> levels) {
        var merged = new TagPolicies();
        levels.forEach(merged::level);
        return merged.effective();
    }

    private void level(List<JsonNode> policies) {
        for (var policy : policies) {
            policy.path("tags").fieldNames().forEachRemaining(key -> {
                if (!key.startsWith("@@")) {
                    written.putIfAbsent(key.toLowerCase(Locale.ROOT), key);
                }
            });
        }
        for (var key : written.keySet()) {
            for (var field : FIELDS) {
                var settings = policies.stream()
                        .map(policy -> setting(policy, key, field))
                        .toList();
                apply(key, field, settings);
            }
        }
        // only now: what a policy forbids, it forbids to those below it
        for (var policy : policies) {
            restrict("", policy.path("tags"));
            for (var key : written.keySet()) {
                restrict(key, keyed(policy, key));
                FIELDS.forEach(field -> restrict(key + " " + field, setting(policy, key, field)));
            }
        }
    }

    private void apply(String key, String field, List<JsonNode> settings) {
        var current = values.computeIfAbsent(key, k -> new LinkedHashMap<>());
        if (may(key, field, ASSIGN)) {
            settings.stream()
                    .map(TagPolicies::assigned)
                    .filter(node -> !node.isMissingNode())
                    .findFirst()
                    .ifPresent(node -> current.put(field, texts(node)));
        }
        if (may(key, field, APPEND)) {
            settings.forEach(setting -> {
                var all = new LinkedHashSet<>(current.getOrDefault(field, List.of()));
                if (all.addAll(texts(setting.path(APPEND)))) {
                    current.put(field, List.copyOf(all));
                }
            });
        }
        if (may(key, field, REMOVE)) {
            settings.forEach(setting -> {
                var left = new ArrayList<>(current.getOrDefault(field, List.of()));
                if (left.removeAll(texts(setting.path(REMOVE)))) {
                    current.put(field, List.copyOf(left));
                }
            });
        }
    }

    private boolean may(String key, String field, String operator) {
        return List.of("", key, key + " " + field).stream()
                .allMatch(place -> allowed.getOrDefault(place, ALL).contains(operator));
    }

    /** Several policies of a level, and levels above, leave what all of them allow. */
    private void restrict(String place, JsonNode node) {
        var names = node.path(CHILDREN);
        if (names.isMissingNode()) {
            return;
        }
        var left = new LinkedHashSet<>(allowed.getOrDefault(place, ALL));
        var named = texts(names);
        if (!named.contains("@@all")) {
            left.retainAll(named);
        }
        allowed.put(place, left);
    }

    /** The policy key is not case-sensitive. */
    private static JsonNode keyed(JsonNode policy, String key) {
        for (var entry : policy.path("tags").properties()) {
            if (entry.getKey().toLowerCase(Locale.ROOT).equals(key)) {
                return entry.getValue();
            }
        }
        return MissingNode.getInstance();
    }

    /** A field of a key. AWS's third example has {@code enforced_for} within {@code tag_value}, and it counts there too. */
    private static JsonNode setting(JsonNode policy, String key, String field) {
        var keyed = keyed(policy, key);
        var nested = keyed.path(TAG_VALUE).path(field);
        return keyed.has(field) || nested.isMissingNode() ? keyed.path(field) : nested;
    }

    /** What is assigned, with the operator or, as an effective policy has it, without. */
    private static JsonNode assigned(JsonNode setting) {
        return setting.isObject() ? setting.path(ASSIGN) : setting;
    }

    static List<String> texts(JsonNode node) {
        if (node.isTextual()) {
            return List.of(node.asText().strip());
        }
        var texts = new ArrayList<String>();
        node.forEach(element -> texts.add(element.asText()));
        return List.copyOf(texts);
    }

    private ObjectNode effective() {
        var tags = JsonNodeFactory.instance.objectNode();
        values.forEach((key, fields) -> {
            var node = JsonNodeFactory.instance.objectNode();
            fields.forEach((field, texts) -> {
                if (field.equals(TAG_KEY) && !texts.isEmpty()) {
                    node.put(field, texts.get(0));
                } else if (!texts.isEmpty()) {
                    var array = node.putArray(field);
                    texts.forEach(array::add);
                }
            });
            if (!node.isEmpty()) {
                tags.set(written.get(key), node);
            }
        });
        var policy = JsonNodeFactory.instance.objectNode();
        policy.set("tags", tags);
        return policy;
    }
}

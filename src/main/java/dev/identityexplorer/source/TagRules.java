package dev.identityexplorer.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an effective tag policy asks for, as properties that Cypher can compare tags with. {@code tagKeys} has each key in
 * the capitalization that the policy asks for, lower case where it asks for none; the others have an entry {@code
 * <index of the key>:<text>} for each allowed value and for each resource type. See
 * <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_example-tag-policies.html">Tag
 * policy syntax</a>.
 */
final class TagRules {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TagRules() {}

    /** The policy that {@code text} holds; empty if it is no JSON object. */
    static Optional<JsonNode> parse(String text) {
        try {
            return Optional.ofNullable(JSON.readTree(text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The properties; none where the policy cannot be read, so that nobody takes it for one that asks for nothing. */
    static Map<String, Object> properties(JsonNode effective) {
        var keys = new ArrayList<String>();
        var values = new ArrayList<String>();
        var enforced = new ArrayList<String>();
        var required = new ArrayList<String>();
        for (var entry : effective.path("tags").properties()) {
            var keyed = entry.getValue();
            var written = TagPolicies.texts(keyed.path(TagPolicies.TAG_KEY));
            int i = keys.size();
            keys.add(written.isEmpty() ? entry.getKey().toLowerCase(Locale.ROOT) : written.get(0));
            add(values, i, keyed.path(TagPolicies.TAG_VALUE));
            add(enforced, i, keyed.path(TagPolicies.ENFORCED_FOR));
            add(required, i, keyed.path(TagPolicies.REQUIRED_FOR));
        }
        var properties = new TreeMap<String, Object>();
        properties.put("tagKeys", List.copyOf(keys));
        properties.put("tagValues", List.copyOf(values));
        properties.put("enforcedFor", List.copyOf(enforced));
        properties.put("requiredFor", List.copyOf(required));
        return properties;
    }

    private static void add(List<String> texts, int i, JsonNode node) {
        TagPolicies.texts(node).forEach(text -> texts.add(i + ":" + text));
    }
}

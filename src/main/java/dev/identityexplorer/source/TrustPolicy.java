package dev.identityexplorer.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.identityexplorer.model.Relationship;
import dev.identityexplorer.model.RelationshipType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A role's trust policy as TRUSTS relationships, one for each statement and principal. See
 * <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>.
 */
final class TrustPolicy {

    private static final String FIELD = "AssumeRolePolicyDocument";

    private final Element role;
    private final String partition;
    private final List<Relationship> trusts = new ArrayList<>();

    private TrustPolicy(Element role, String partition) {
        this.role = role;
        this.partition = partition;
    }

    static List<Relationship> read(JsonNode document, Element role, String partition) {
        var policy = new TrustPolicy(role, partition);
        var statements = document.path("Statement");
        if (!statements.isContainerNode()) {
            role.lacks(FIELD, "The trust policy has no statement.");
        }
        long index = 0;
        for (var statement : statements.isArray() ? statements : List.of(statements)) {
            policy.statement(statement, index++);
        }
        return policy.trusts;
    }

    private void statement(JsonNode statement, long index) {
        var properties = new TreeMap<String, Object>();
        properties.put("statement", index);
        properties.put("effect", effect(Json.text(statement, "Effect")));
        properties.put("actions", texts(statement.path("Action")));
        if (statement.has("NotAction")) {
            properties.put("notActions", texts(statement.path("NotAction")));
        }
        if (statement.path("Condition").isObject()
                && !statement.path("Condition").isEmpty()) {
            properties.put("conditions", statement.path("Condition").toString());
        }
        if (statement.path("Sid").isTextual()) {
            properties.put("sid", Json.text(statement, "Sid"));
        }
        int before = trusts.size();
        each(statement.path("Principal"), (type, text) -> trust(type, text, properties));
        var not = new ArrayList<String>();
        each(statement.path("NotPrincipal"), (type, text) -> not.add(text));
        if (!not.isEmpty()) {
            properties.put("notPrincipal", List.copyOf(not));
            trust("AWS", "*", properties);
        }
        if (trusts.size() == before) {
            role.lacks(FIELD, "Statement " + index + " of the trust policy names no principal that can be read.");
        }
    }

    private void trust(String type, String text, Map<String, Object> statement) {
        var principal = Principal.of(type, text, partition);
        var properties = new TreeMap<>(statement);
        properties.put("principalType", principal.type());
        if (!text.equals(principal.ref().id())) {
            properties.put("principal", text);
        }
        trusts.add(new Relationship(RelationshipType.TRUSTS, principal.ref(), properties));
    }

    private interface Each {
        void principal(String type, String text);
    }

    /** A string, a list, or a map of type to string or list. */
    private void each(JsonNode value, Each each) {
        if (value.isObject()) {
            value.properties().forEach(p -> texts(p.getValue()).forEach(t -> each.principal(p.getKey(), t)));
        } else {
            texts(value).forEach(text -> each.principal("AWS", text));
        }
    }

    private static String effect(String text) {
        return Stream.of("Allow", "Deny")
                .filter(text::equalsIgnoreCase)
                .findFirst()
                .orElse(text);
    }

    private static List<String> texts(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .filter(t -> !t.isBlank())
                        .toList()
                : value.isValueNode() && !value.asText().isBlank() && !value.isNull()
                        ? List.of(value.asText())
                        : List.of();
    }
}

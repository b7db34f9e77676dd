package dev.identityexplorer.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.identityexplorer.model.Arn;
import dev.identityexplorer.model.Entity;
import dev.identityexplorer.model.EntityKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The effective tag policy of each account: as AWS tells it, else merged here from the policies above the account, where
 * all of them were imported. Which of two policies of one level was attached first, a list does not say; its order stands
 * for that.
 */
final class EffectiveTagPolicies {

    private final Map<String, String> contents = new LinkedHashMap<>();
    private final Map<String, List<String>> attached = new LinkedHashMap<>();
    private final Map<String, String> effective = new LinkedHashMap<>();

    /** What a policy says, by its id. */
    void content(String policyId, String content) {
        contents.put(policyId, content);
    }

    /** The ids of all tag policies that are attached to a root, a unit or an account. */
    void attached(String targetId, List<String> policyIds) {
        attached.put(targetId, List.copyOf(policyIds));
    }

    /** What AWS says of an account. */
    void effective(String accountId, String content) {
        effective.put(accountId, content);
    }

    /**
     * Adds a node for each account of which the policy is known.
     *
     * @param accounts the ids of accounts
     * @param parents ids of parents by those of what is directly below them, up to the root
     */
    void finish(List<String> accounts, Map<String, String> parents, Reading reading) {
        effective.forEach((account, content) -> reading.add(entity(account, content, false, reading)));
        accounts.stream()
                .filter(account -> !effective.containsKey(account))
                .forEach(account -> levels(account, parents)
                        .map(levels -> TagPolicies.merge(levels).toString())
                        .ifPresent(content -> reading.add(entity(account, content, true, reading))));
    }

    /** The policies from the root to the account; empty where one of them, or the way up, is unknown. */
    private Optional<List<List<JsonNode>>> levels(String account, Map<String, String> parents) {
        var levels = new ArrayList<List<JsonNode>>();
        var at = account;
        for (int depth = 0; depth <= 10; depth++) {
            var here = Optional.ofNullable(attached.get(at)).flatMap(this::policies);
            if (here.isEmpty()) {
                return Optional.empty();
            }
            levels.add(0, here.get());
            if (at.startsWith("r-")) {
                return Optional.of(levels);
            }
            at = parents.getOrDefault(at, "");
        }
        return Optional.empty();
    }

    private Optional<List<JsonNode>> policies(List<String> ids) {
        var policies = new ArrayList<JsonNode>();
        for (var id : ids) {
            var policy = TagRules.parse(contents.getOrDefault(id, ""));
            if (policy.isEmpty()) {
                return Optional.empty();
            }
            policies.add(policy.get());
        }
        return Optional.of(policies);
    }

    private static Entity entity(String account, String content, boolean merged, Reading reading) {
        var root = new Arn(reading.account().partition(), "iam", "", account, "root");
        var facts = new Facts(MissingNode.getInstance())
                .put("content", content)
                .put("effective", true)
                .put("merged", merged)
                .put("targetId", account);
        TagRules.parse(content).map(TagRules::properties).ifPresent(rules -> rules.forEach(facts::put));
        return new Entity(
                EntityKind.TAG_POLICY,
                root + "/effective-tag-policy",
                "effective tag policy of " + account,
                OrganizationTree.EVIDENCE,
                facts.map(),
                List.of());
    }
}

package dev.identityexplorer.collect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.identityexplorer.catalogue.Catalogue;
import dev.identityexplorer.catalogue.Inventory;
import dev.identityexplorer.catalogue.ReadCalls;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The IAM policy that collecting needs. Cloud Control lists with the caller's permissions, by calls of the services that AWS
 * does not document one by one: for those it allows their {@code List*} and {@code Describe*}, which read no content.
 */
public final class PolicyNeeded {

    private PolicyNeeded() {}

    /**
     * As JSON, ready for {@code aws iam put-role-policy --policy-document}.
     *
     * @param assumeRole the role of the other accounts, where they are collected as well; it needs the rest of the policy, too
     */
    public static String json(Catalogue catalogue, Optional<String> assumeRole) {
        var calls = ReadCalls.load();
        var policy = new LinkedHashMap<String, Object>();
        policy.put("Version", "2012-10-17");
        var statements = new ArrayList<Map<String, Object>>();
        var lists = cloudControl(catalogue, calls);
        // IAM takes no more than 10,240 characters of inline policies of a role
        var others = calls.actions().stream()
                .filter(action -> lists.stream().noneMatch(list -> action.startsWith(list.replace("*", ""))))
                .toList();
        statements.add(statement("ExplorerCalls", others, "*"));
        statements.add(statement("CloudControlLists", lists, "*"));
        assumeRole.ifPresent(role ->
                statements.add(statement("OtherAccounts", List.of("sts:AssumeRole"), "arn:*:iam::*:role/" + role)));
        policy.put("Statement", statements);
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(policy);
        } catch (JsonProcessingException e) {
            throw new CollectException("The policy cannot be written as JSON.", e);
        }
    }

    private static Map<String, Object> statement(String sid, Collection<String> actions, String resource) {
        var statement = new LinkedHashMap<String, Object>();
        statement.put("Sid", sid);
        statement.put("Effect", "Allow");
        statement.put("Action", new ArrayList<>(actions));
        statement.put("Resource", resource);
        return statement;
    }

    private static Set<String> cloudControl(Catalogue catalogue, ReadCalls calls) {
        return catalogue.inventories().listedByCloudControl().stream()
                .map(Inventory::type)
                .map(calls::actions)
                .flatMap(prefix -> Stream.of(prefix + ":List*", prefix + ":Describe*"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

package dev.identityexplorer.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The examples of AWS's user guide, under "Inheritance examples" and "Tag policy syntax and examples". */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TagPoliciesTest {

    private static final JsonNode A = tags("costcenter", """
            "tag_key": {"@@assign": "CostCenter"}, "tag_value": {"@@assign": ["Development", "Support"]}""");
    private static final JsonNode B = tags("costcenter", """
            "tag_key": {"@@assign": "CostCenter"}, "tag_value": {"@@assign": ["Sandbox"]},
            "enforced_for": {"@@assign": ["redshift:*", "dynamodb:table"]}""");
    private static final JsonNode C = tags("costcenter", """
            "tag_key": {"@@assign": "CostCenter"}, "tag_value": {"@@append": ["Marketing"]},
            "enforced_for": {"@@append": ["redshift:*", "dynamodb:table"]}""");
    private static final JsonNode D = tags("costcenter", """
            "tag_key": {"@@assign": "CostCenter"}, "tag_value": {"@@remove": ["Development", "Marketing"],
              "enforced_for": {"@@remove": ["redshift:*", "dynamodb:table"]}}""");
    private static final JsonNode E = tags("project", """
            "tag_key": {"@@operators_allowed_for_child_policies": ["@@none"], "@@assign": "Project"},
            "tag_value": {"@@operators_allowed_for_child_policies": ["@@append"], "@@assign": ["Maintenance", "Escalations"]}""");
    private static final JsonNode F = tags("project", """
            "tag_key": {"@@assign": "PROJECT"}, "tag_value": {"@@append": ["Escalations - research"]}""");
    private static final JsonNode G = tags("project", """
            "tag_value": {"@@operators_allowed_for_child_policies": ["@@append"], "@@assign": ["Maintenance"]}""");
    private static final JsonNode H = tags("project", """
            "tag_value": {"@@operators_allowed_for_child_policies": ["@@append", "@@remove"]}""");
    private static final JsonNode J = tags("project", """
            "tag_key": {"@@assign": "PROJECT"}, "tag_value": {"@@append": ["Maintenance"]}""");
    private static final JsonNode K = tags("project", """
            "tag_key": {"@@assign": "project"}""");

    private static JsonNode tags(String key, String fields) {
        return json("{\"tags\": {\"" + key + "\": {" + fields + "}}}");
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static JsonNode merged(JsonNode... levels) {
        return TagPolicies.merge(List.of(levels).stream().map(List::of).toList());
    }

    @Test
    void example_1_a_child_overwrites_the_values_and_enforces_them() {
        assertThat(merged(A, B)).isEqualTo(tags("costcenter", """
                "tag_key": "CostCenter", "tag_value": ["Sandbox"], "enforced_for": ["redshift:*", "dynamodb:table"]"""));
    }

    @Test
    void example_2_a_child_appends_values() {
        assertThat(merged(A, C)).isEqualTo(tags("costcenter", """
                "tag_key": "CostCenter", "tag_value": ["Development", "Support", "Marketing"],
                "enforced_for": ["redshift:*", "dynamodb:table"]"""));
    }

    @Test
    void example_3_an_account_removes_values_and_enforcement() {
        assertThat(merged(A, C, D)).isEqualTo(tags("costcenter", """
                "tag_key": "CostCenter", "tag_value": ["Support"]"""));
    }

    @Test
    void example_4_a_child_may_append_what_it_may_not_change() {
        assertThat(merged(E, F)).isEqualTo(tags("project", """
                "tag_key": "Project", "tag_value": ["Maintenance", "Escalations", "Escalations - research"]"""));
    }

    @Test
    void example_5_of_two_policies_at_one_level_the_intersection_of_what_they_allow_counts() {
        var child = tags("project", "\"tag_value\": {\"@@append\": [\"New\"], \"@@remove\": [\"Maintenance\"]}");

        assertThat(TagPolicies.merge(List.of(List.of(G, H), List.of(child))))
                .isEqualTo(tags("project", "\"tag_value\": [\"Maintenance\", \"New\"]"));
    }

    @Test
    void example_6_of_two_policies_at_one_level_the_first_that_was_attached_assigns() {
        assertThat(TagPolicies.merge(List.of(List.of(J, K))))
                .isEqualTo(tags("project", "\"tag_key\": \"PROJECT\", \"tag_value\": [\"Maintenance\"]"));
    }

    @Test
    void a_root_that_defines_keys_and_an_account_that_defines_values_make_one_policy() {
        var root = json("""
                {"tags": {
                  "CostCenter": {"tag_key": {"@@assign": "CostCenter", "@@operators_allowed_for_child_policies": ["@@none"]}},
                  "Project": {"tag_key": {"@@assign": "Project", "@@operators_allowed_for_child_policies": ["@@none"]}}}}""");
        var account = json("""
                {"tags": {"CostCenter": {"tag_value": {"@@assign": ["Production", "Test"]}},
                          "Project": {"tag_value": {"@@assign": ["A", "B"]}}}}""");

        assertThat(merged(root, account)).isEqualTo(json("""
                {"tags": {"Project": {"tag_value": ["A", "B"], "tag_key": "Project"},
                          "CostCenter": {"tag_value": ["Production", "Test"], "tag_key": "CostCenter"}}}"""));
    }

    @Test
    void what_a_policy_forbids_no_policy_further_down_allows_again() {
        var middle = tags("project", """
                "tag_key": {"@@operators_allowed_for_child_policies": ["@@all"]}, "tag_value": {"@@append": ["More"]}""");

        assertThat(merged(E, middle, F)
                        .path("tags")
                        .path("project")
                        .path("tag_key")
                        .asText())
                .isEqualTo("Project");
    }

    @Test
    void policy_keys_that_differ_in_case_are_one_key() {
        assertThat(merged(A, tags("COSTCENTER", "\"tag_value\": {\"@@append\": [\"X\"]}")))
                .isEqualTo(tags("costcenter", """
                        "tag_key": "CostCenter", "tag_value": ["Development", "Support", "X"]"""));
    }

    @Test
    void rules_have_the_capitalization_that_is_asked_for_and_lower_case_where_none_is() {
        var rules = TagRules.properties(json("""
                {"tags": {"costcenter": {"tag_key": "CostCenter", "tag_value": ["*"], "enforced_for": ["iam:policy"]},
                          "Stage": {"tag_value": ["prod", "test*"], "report_required_tag_for": ["ec2:instance"]}}}"""));

        assertThat(rules.get("tagKeys")).isEqualTo(List.of("CostCenter", "stage"));
        assertThat(rules.get("tagValues")).isEqualTo(List.of("0:*", "1:prod", "1:test*"));
        assertThat(rules.get("enforcedFor")).isEqualTo(List.of("0:iam:policy"));
        assertThat(rules.get("requiredFor")).isEqualTo(List.of("1:ec2:instance"));
        assertThat(TagRules.parse("nonsense")).isEmpty();
    }
}

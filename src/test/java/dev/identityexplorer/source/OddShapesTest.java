package dev.identityexplorer.source;

import static dev.identityexplorer.source.Folder.entity;
import static dev.identityexplorer.source.Folder.evidence;
import static dev.identityexplorer.source.Folder.targets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.identityexplorer.model.Entity;
import dev.identityexplorer.model.EntityKind;
import dev.identityexplorer.model.Evidence.State;
import dev.identityexplorer.model.EvidenceKind;
import dev.identityexplorer.model.RelationshipType;
import dev.identityexplorer.model.Snapshot;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OddShapesTest {

    Folder folder;

    @BeforeEach
    void folder(@TempDir Path path) {
        folder = new Folder(path);
    }

    private Snapshot read(String section, String entities) {
        return folder.with(Folder.DETAILS, "{\"%s\": %s}".formatted(section, entities))
                .snapshot();
    }

    @Test
    void only_the_path_makes_a_service_linked_role() {
        var snapshot = read("RoleDetailList", """
                [{"RoleName": "AWSServiceRoleForFoo", "Arn": "arn:aws:iam::111122223333:role/AWSServiceRoleForFoo"},
                 {"RoleName": "AWSServiceRoleForBar", "Arn": "arn:aws:iam::111122223333:role/service-role/AWSServiceRoleForBar"},
                 {"RoleName": "x-aws-service-role", "Arn": "arn:aws:iam::111122223333:role/x-aws-service-role"},
                 {"RoleName": "Real", "Arn": "arn:aws-us-gov:iam::111122223333:role/aws-service-role/a.amazonaws.com/Real"},
                 {"RoleName": "New", "Arn": "arn:aws-new:iam::111122223333:role/aws-service-role/b.amazonaws.com/New"}]
                """);

        assertThat(snapshot.entities())
                .extracting(Entity::name, Entity::kind)
                .containsExactly(
                        tuple("AWSServiceRoleForFoo", EntityKind.ROLE),
                        tuple("AWSServiceRoleForBar", EntityKind.ROLE),
                        tuple("x-aws-service-role", EntityKind.ROLE),
                        tuple("Real", EntityKind.SERVICE_LINKED_ROLE),
                        tuple("New", EntityKind.SERVICE_LINKED_ROLE));
        assertThat(snapshot.entities().get(3).properties()).containsEntry("servicePrincipal", "a.amazonaws.com");
    }

    @Test
    void a_policy_among_the_roles_is_read_as_a_policy() {
        var snapshot = read("RoleDetailList", """
                [{"PolicyName": "p", "Arn": "arn:aws-cn:iam::aws:policy/p", "PolicyVersionList": []},
                 {"RoleName": "r", "Arn": "arn:aws:iam::111122223333:role/r", "InstanceProfileList": [],
                  "RolePolicyList": [], "AttachedManagedPolicies": []}]
                """);

        assertThat(entity(snapshot, "arn:aws-cn:iam::aws:policy/p").kind()).isEqualTo(EntityKind.AWS_MANAGED_POLICY);
        assertThat(evidence(snapshot, EvidenceKind.POLICIES).state()).isEqualTo(State.PARTIAL);
    }

    @Test
    void one_object_stands_for_a_list_of_one() {
        var snapshot = read("GroupDetailList", """
                {"GroupName": "g", "Arn": "arn:aws:iam::111122223333:group/g", "GroupPolicyList": {"PolicyName": "+=,.@_-", "PolicyDocument": "{}"},
                 "AttachedManagedPolicies": {"PolicyName": "p", "PolicyArn": "arn:aws:iam::111122223333:policy/p"}}
                """);

        var group = entity(snapshot, "arn:aws:iam::111122223333:group/g");
        assertThat(targets(group, RelationshipType.ATTACHES)).containsExactly("arn:aws:iam::111122223333:policy/p");
        assertThat(targets(group, RelationshipType.EMBEDS)).containsExactly(group.id() + "/inline-policy/+=,.@_-");
        assertThat(group.properties()).doesNotContainKey("incomplete");
    }

    @Test
    void an_empty_object_stands_for_nothing() {
        var snapshot = read("UserDetailList", """
                [{"UserName": "u", "Arn": "arn:aws:iam::111122223333:user/u", "GroupList": {}, "AttachedManagedPolicies": null,
                  "PermissionsBoundary": {}, "UserPolicyList": {}, "Tags": {}}]
                """);

        var user = entity(snapshot, "arn:aws:iam::111122223333:user/u");
        assertThat(user.relationships()).isEmpty();
        assertThat(user.properties().get("incomplete")).isEqualTo(List.of("AttachedManagedPolicies", "GroupList"));
    }

    @Test
    void an_unreadable_entity_is_a_problem_and_the_rest_is_read() {
        var snapshot = read("UserDetailList", """
                [{"UserName": "no-arn"}, {"UserName": "u", "Arn": "arn:aws:iam::111122223333:user/u",
                  "GroupList": [], "AttachedManagedPolicies": []},
                 {"UserName": "bad", "Arn": "bad"}, {"Arn": "arn:aws:iam::111122223333:user/nameless", "UserName": null}, [1]]
                """);

        assertThat(snapshot.entities()).extracting(Entity::name).containsExactly("u");
        var users = evidence(snapshot, EvidenceKind.USERS);
        assertThat(users.state()).isEqualTo(State.PARTIAL);
        assertThat(users.detail()).contains("UserDetailList[0]").contains("And 2 more.");
        assertThat(snapshot.problems())
                .extracting("position")
                .contains("UserDetailList[0]", "UserDetailList[2]", "UserDetailList[3]", "UserDetailList[4]");
    }

    @Test
    void an_unreadable_item_of_a_list_makes_that_list_incomplete_and_the_evidence_partial() {
        var snapshot = read("RoleDetailList", """
                [{"RoleName": "r", "Arn": "arn:aws:iam::111122223333:role/r", "InstanceProfileList": [{}], "RolePolicyList": [7],
                  "AttachedManagedPolicies": [{"PolicyArn": "?"}], "AssumeRolePolicyDocument": {"Statement": {"Principal": "*"}}}]
                """);

        assertThat(entity(snapshot, "arn:aws:iam::111122223333:role/r")
                        .properties()
                        .get("incomplete"))
                .isEqualTo(List.of("AttachedManagedPolicies", "InstanceProfileList", "RoleLastUsed", "RolePolicyList"));
        assertThat(evidence(snapshot, EvidenceKind.ROLES).state()).isEqualTo(State.PARTIAL);
    }

    @Test
    void the_same_arn_twice_unites_the_lists_and_is_said_once() {
        var snapshot = read("GroupDetailList", """
                [{"GroupName": "g", "GroupId": "1", "Arn": "arn:aws:iam::111122223333:group/g", "GroupPolicyList": [],
                  "AttachedManagedPolicies": [{"PolicyArn": "arn:aws:iam::aws:policy/a"}]},
                 {"GroupName": "g", "GroupId": "2", "Arn": "arn:aws:iam::111122223333:group/g", "GroupPolicyList": [],
                  "AttachedManagedPolicies": [{"PolicyArn": "arn:aws:iam::aws:policy/b"}]}]
                """);

        var group = entity(snapshot, "arn:aws:iam::111122223333:group/g");
        assertThat(targets(group, RelationshipType.ATTACHES))
                .containsExactly("arn:aws:iam::aws:policy/a", "arn:aws:iam::aws:policy/b");
        assertThat(group.properties()).containsEntry("groupId", "1");
        assertThat(snapshot.problems()).hasSize(1);
    }

    @Test
    void a_group_that_no_file_tells_of_is_named_as_if_it_had_no_path() {
        var snapshot = read("UserDetailList", """
                [{"UserName": "u", "Arn": "arn:aws:iam::aws:user/u", "GroupList": ["g"], "AttachedManagedPolicies": []},
                 {"UserName": "v", "Arn": "arn:aws:iam::111122223333:user/v", "GroupList": [], "AttachedManagedPolicies": []}]
                """);

        assertThat(targets(entity(snapshot, "arn:aws:iam::aws:user/u"), RelationshipType.MEMBER_OF))
                .containsExactly("arn:aws:iam::111122223333:group/g");
        assertThat(snapshot.accountId()).isEqualTo("111122223333");
    }

    @Test
    void account_ids_are_used_as_they_are() {
        folder.with(
                "x.json",
                "{\"UserDetailList\": [{\"UserName\": \"u\", \"Arn\": \"arn:aws:iam::XXXXXXXXXXXX:user/u\"}]}");

        assertThat(folder.snapshot().account()).hasToString("arn:aws:iam::XXXXXXXXXXXX:root");
    }

    @Test
    void both_spellings_of_the_boundary_type_and_the_same_tag_key_twice_are_read() {
        var snapshot = read("UserDetailList", """
                [{"UserName": "u", "Arn": "arn:aws:iam::111122223333:user/u", "GroupList": [], "AttachedManagedPolicies": [],
                  "PermissionsBoundary": {"PermissionsBoundaryType": "PermissionsBoundaryPolicy", "PermissionsBoundaryArn": "arn:aws:iam::111122223333:policy/b"},
                  "Tags": [{"Key": "k", "Value": "1"}, {"Key": "k", "Value": "2"}]}]
                """);

        var user = entity(snapshot, "arn:aws:iam::111122223333:user/u");
        assertThat(targets(user, RelationshipType.BOUNDED_BY)).containsExactly("arn:aws:iam::111122223333:policy/b");
        assertThat(targets(user, RelationshipType.TAGGED)).containsExactly("tag:k=1", "tag:k=2");
    }

    @ParameterizedTest
    @CsvSource({
        "2019-04-18T17:04:49Z, 2019-04-18T17:04:49Z",
        "2019-04-18T17:04:49.123Z, 2019-04-18T17:04:49.123Z",
        "2019-04-18T19:04:49+02:00, 2019-04-18T17:04:49Z",
        "2019-04-18 17:04:49+00:00, 2019-04-18T17:04:49Z",
        "2019-04-18 17:04:49, 2019-04-18T17:04:49Z"
    })
    void dates_are_read_in_every_form(String text, ZonedDateTime date) {
        assertThat(Dates.parse(text)).contains(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2019-99-18T17:04:49Z", "N/A"})
    void what_is_no_date_is_none(String text) {
        assertThat(Dates.parse(text)).isEmpty();
    }

    @Test
    void a_problem_names_the_document_where_a_file_has_several() {
        folder.with(Folder.DETAILS, "{\"UserDetailList\": []} {\"UserDetailList\": [], \"GroupDetailList\": [{}]}");

        assertThat(folder.snapshot().problems())
                .extracting("position")
                .containsExactly("document 2, GroupDetailList[0]");
    }

    @Test
    void a_tag_without_a_key_makes_the_tags_incomplete_and_one_without_a_value_is_empty() {
        var snapshot = read("RoleDetailList", """
                [{"RoleName": "r", "Arn": "arn:aws:iam::111122223333:role/r", "Tags": [{"Key": null}, {"Key": "k", "Value": null}]}]
                """);

        var role = entity(snapshot, "arn:aws:iam::111122223333:role/r");
        assertThat(targets(role, RelationshipType.TAGGED)).containsExactly("tag:k=");
        assertThat(role.properties().get("incomplete").toString()).contains("Tags");
    }
}

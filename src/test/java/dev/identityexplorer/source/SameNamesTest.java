package dev.identityexplorer.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.model.EntityKind;
import dev.identityexplorer.model.Relationship;
import dev.identityexplorer.model.RelationshipType;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing keeps a person from calling an inline policy like a user or a group; lists know users and groups by name. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SameNamesTest {

    private static final String IAM = "arn:aws:iam::111122223333:";

    private Folder folder;

    @BeforeEach
    void an_account_whose_names_repeat(@TempDir Path path) {
        folder = new Folder(path).with(Folder.DETAILS, """
                {"UserDetailList": [{"UserName": "first", "Arn": "arn:aws:iam::111122223333:user/first",
                    "UserPolicyList": [{"PolicyName": "same", "PolicyDocument": {"Statement": []}}], "GroupList": []},
                  {"UserName": "same", "Arn": "arn:aws:iam::111122223333:user/team/same",
                    "UserPolicyList": [{"PolicyName": "same", "PolicyDocument": {"Statement": []}}],
                    "GroupList": ["same"]}],
                 "GroupDetailList": [{"GroupName": "first", "Arn": "arn:aws:iam::111122223333:group/first",
                    "GroupPolicyList": [{"PolicyName": "same", "PolicyDocument": {"Statement": []}}]},
                  {"GroupName": "same", "Arn": "arn:aws:iam::111122223333:group/same", "GroupPolicyList": []}],
                 "RoleDetailList": [], "Policies": []}""");
    }

    @Test
    void a_member_is_in_the_group_and_not_in_a_policy_of_its_name() {
        assertThat(folder.snapshot().entities().stream()
                        .flatMap(entity -> entity.relationships().stream())
                        .filter(r -> r.type() == RelationshipType.MEMBER_OF)
                        .map(Relationship::target))
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.id()).isEqualTo(IAM + "group/same");
                    assertThat(group.kind()).isEqualTo(EntityKind.GROUP);
                });
    }

    @Test
    void a_key_is_the_users_and_not_one_of_a_policy_of_its_name() {
        folder.with(
                "111122223333/global/iam-list-access-keys/same.json",
                "{\"AccessKeyMetadata\": [{\"UserName\": \"same\", \"AccessKeyId\": \"AKIA1\", \"Status\": \"Active\"}]}");
        assertThat(folder.snapshot().entities())
                .filteredOn(entity -> entity.kind() == EntityKind.ACCESS_KEY)
                .singleElement()
                .satisfies(key -> assertThat(key.id()).isEqualTo(IAM + "user/team/same/access-key/AKIA1"));
    }
}

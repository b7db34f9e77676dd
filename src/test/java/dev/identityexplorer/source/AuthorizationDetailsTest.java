package dev.identityexplorer.source;

import static dev.identityexplorer.source.Folder.entity;
import static dev.identityexplorer.source.Folder.evidence;
import static dev.identityexplorer.source.Folder.targets;
import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.model.EntityKind;
import dev.identityexplorer.model.Evidence.State;
import dev.identityexplorer.model.EvidenceKind;
import dev.identityexplorer.model.RelationshipType;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AuthorizationDetailsTest {

    static final String WHOLE = """
            {"UserDetailList": [{
                "Path": "/bots/", "UserName": "deploy-bot", "UserId": "AIDAEXAMPLE", "Arn": "arn:aws:iam::111122223333:user/bots/deploy-bot",
                "CreateDate": "2020-01-02T03:04:05+00:00", "GroupList": ["admins"],
                "UserPolicyList": [{"PolicyName": "own", "PolicyDocument": {"Version": "2012-10-17", "Statement": []}}],
                "AttachedManagedPolicies": [{"PolicyName": "ReadOnlyAccess", "PolicyArn": "arn:aws:iam::aws:policy/ReadOnlyAccess"}],
                "PermissionsBoundary": {"PermissionsBoundaryType": "Policy", "PermissionsBoundaryArn": "arn:aws:iam::111122223333:policy/edge"},
                "Tags": [{"Key": "Team", "Value": ""}, {"Key": "Ünï code", "Value": "a=b/ü"}]}],
             "GroupDetailList": [{
                "Path": "/people/", "GroupName": "admins", "GroupId": "AGPAEXAMPLE", "Arn": "arn:aws:iam::111122223333:group/people/admins",
                "CreateDate": "2020-01-02T03:04:05Z", "GroupPolicyList": [], "AttachedManagedPolicies": []}],
             "RoleDetailList": [{
                "Path": "/", "RoleName": "web", "RoleId": "AROAEXAMPLE", "Arn": "arn:aws:iam::111122223333:role/web",
                "CreateDate": "2020-01-02T03:04:05.678Z", "MaxSessionDuration": 3600,
                "AssumeRolePolicyDocument": {"Statement": [{"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}]},
                "InstanceProfileList": [{"Path": "/", "InstanceProfileName": "web", "InstanceProfileId": "AIPAEXAMPLE",
                    "Arn": "arn:aws:iam::111122223333:instance-profile/web", "Roles": [{"Arn": "arn:aws:iam::111122223333:role/web"}]}],
                "RolePolicyList": [], "AttachedManagedPolicies": [], "Tags": [],
                "RoleLastUsed": {"LastUsedDate": "2024-05-06 07:08:09", "Region": "eu-west-1"}}],
             "Policies": [{
                "PolicyName": "edge", "PolicyId": "ANPAEXAMPLE", "Arn": "arn:aws:iam::111122223333:policy/edge", "Path": "/",
                "DefaultVersionId": "v2", "AttachmentCount": 7, "PermissionsBoundaryUsageCount": null, "IsAttachable": true,
                "CreateDate": "not a date", "PolicyVersionList": [
                    {"VersionId": "v2", "IsDefaultVersion": true, "Document": "%7B%22Statement%22%3A%5B%5D%7D"},
                    {"VersionId": "v1", "IsDefaultVersion": false, "Document": "<URL-encoded-JSON>"}]}]}
            """;

    static final String USER = "arn:aws:iam::111122223333:user/bots/deploy-bot";

    Folder folder;

    @BeforeEach
    void folder(@TempDir Path path) {
        folder = new Folder(path);
    }

    @Test
    void a_user_has_its_properties_groups_policies_boundary_and_tags() {
        var user = entity(folder.with(Folder.DETAILS, WHOLE).snapshot(), USER);

        assertThat(user.kind()).isEqualTo(EntityKind.USER);
        assertThat(user.name()).isEqualTo("deploy-bot");
        assertThat(user.properties())
                .containsEntry("userId", "AIDAEXAMPLE")
                .containsEntry("path", "/bots/")
                .containsEntry("createDate", ZonedDateTime.parse("2020-01-02T03:04:05Z"))
                .doesNotContainKeys("incomplete", "passwordLastUsed");
        assertThat(targets(user, RelationshipType.ATTACHES)).containsExactly("arn:aws:iam::aws:policy/ReadOnlyAccess");
        assertThat(targets(user, RelationshipType.BOUNDED_BY)).containsExactly("arn:aws:iam::111122223333:policy/edge");
        assertThat(targets(user, RelationshipType.EMBEDS)).containsExactly(USER + "/inline-policy/own");
        assertThat(targets(user, RelationshipType.TAGGED))
                .containsExactly("tag:Team=", "tag:%C3%9Cn%C3%AF%20code=a%3Db%2F%C3%BC");
    }

    @Test
    void a_group_is_found_by_its_name_whatever_its_path() {
        var user = entity(folder.with(Folder.DETAILS, WHOLE).snapshot(), USER);

        assertThat(targets(user, RelationshipType.MEMBER_OF))
                .containsExactly("arn:aws:iam::111122223333:group/people/admins");
    }

    @Test
    void a_role_has_its_last_use_and_is_carried_by_its_instance_profile() {
        var snapshot = folder.with(Folder.DETAILS, WHOLE).snapshot();

        assertThat(entity(snapshot, "arn:aws:iam::111122223333:role/web").properties())
                .containsEntry("lastUsedDate", ZonedDateTime.parse("2024-05-06T07:08:09Z"))
                .containsEntry("lastUsedRegion", "eu-west-1")
                .containsEntry("createDate", ZonedDateTime.parse("2020-01-02T03:04:05.678Z"))
                .containsEntry("maxSessionDuration", 3600L);
        var profile = entity(snapshot, "arn:aws:iam::111122223333:instance-profile/web");
        assertThat(targets(profile, RelationshipType.CARRIES)).containsExactly("arn:aws:iam::111122223333:role/web");
        assertThat(profile.evidence().kind()).isEqualTo(EvidenceKind.ROLES);
    }

    @Test
    void a_policy_keeps_counts_as_they_are_and_versions_with_or_without_a_document() {
        var snapshot = folder.with(Folder.DETAILS, WHOLE).snapshot();
        var policy = entity(snapshot, "arn:aws:iam::111122223333:policy/edge");

        assertThat(policy.kind()).isEqualTo(EntityKind.CUSTOMER_MANAGED_POLICY);
        assertThat(policy.properties())
                .containsEntry("attachmentCount", 7L)
                .containsEntry("isAttachable", true)
                .doesNotContainKeys("createDate", "permissionsBoundaryUsageCount", "incomplete");
        assertThat(targets(policy, RelationshipType.HAS_VERSION)).hasSize(2);
        assertThat(entity(snapshot, policy.id() + "/version/v2").properties())
                .containsEntry("document", "{\"Statement\":[]}")
                .containsEntry("isDefaultVersion", true);
        assertThat(entity(snapshot, policy.id() + "/version/v1").properties()).doesNotContainKey("document");
    }

    @Test
    void a_whole_export_is_complete_evidence_of_its_four_sections() {
        var snapshot = folder.with(Folder.DETAILS, WHOLE).snapshot();

        assertThat(snapshot.accountId()).isEqualTo("111122223333");
        assertThat(snapshot.problems()).isEmpty();
        assertThat(snapshot.evidence())
                .extracting(e -> e.key().text() + " " + e.state().word() + " " + e.source())
                .containsExactlyInAnyOrder(
                        "users complete " + Folder.DETAILS,
                        "groups complete " + Folder.DETAILS,
                        "roles complete " + Folder.DETAILS,
                        "policies complete " + Folder.DETAILS);
    }

    @Test
    void a_loose_file_is_of_the_account_in_its_arns() {
        folder.with("anything.json", WHOLE);

        var source = Source.of(List.of(folder.path().resolve("anything.json")));

        assertThat(source.accounts()).extracting(AccountFiles::accountId).containsExactly("111122223333");
        assertThat(source.accounts().get(0).files()).containsExactly("anything.json");
    }

    @Test
    void what_a_record_lacks_is_named_on_it_and_makes_the_section_partial() {
        var snapshot = folder.with(Folder.DETAILS, """
                        {"RoleDetailList": [{"RoleName": "bare", "Arn": "arn:aws:iam::111122223333:role/bare"}]}
                        """).snapshot();

        assertThat(entity(snapshot, "arn:aws:iam::111122223333:role/bare")
                        .properties()
                        .get("incomplete"))
                .isEqualTo(List.of(
                        "AssumeRolePolicyDocument",
                        "AttachedManagedPolicies",
                        "InstanceProfileList",
                        "RoleLastUsed",
                        "RolePolicyList"));
        assertThat(evidence(snapshot, EvidenceKind.ROLES).state()).isEqualTo(State.PARTIAL);
        assertThat(snapshot.evidence()).hasSize(1);
        assertThat(snapshot.problems())
                .extracting("position")
                .containsOnly("RoleDetailList[0]")
                .hasSize(4);
    }
}

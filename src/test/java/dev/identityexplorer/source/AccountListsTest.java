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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AccountListsTest {
    static final String GLOBAL = "111122223333/global/";

    Folder folder;

    @BeforeEach
    void folder(@TempDir Path path) {
        folder = new Folder(path);
    }

    @Test
    void providers_certificates_and_policies_are_read_with_their_properties() {
        folder.with(
                        GLOBAL + "iam-list-saml-providers.json",
                        "{\"SAMLProviderList\": [{\"Arn\": \"arn:aws:iam::111122223333:saml-provider/Corp\", \"ValidUntil\": \"2030-01-01T00:00:00Z\"}]}")
                .with(
                        GLOBAL + "iam-list-open-id-connect-providers.json",
                        "{\"OpenIDConnectProviderList\": [{\"Arn\": \"arn:aws:iam::111122223333:oidc-provider/a.example/id/1\"}]}")
                .with(
                        GLOBAL + "iam-list-server-certificates.json",
                        "{\"ServerCertificateMetadataList\": [{\"Arn\": \"arn:aws:iam::111122223333:server-certificate/p/c\", \"Expiration\": \"2030-01-01T00:00:00Z\"}]}")
                .with(
                        GLOBAL + "iam-list-policies.json",
                        "{\"Policies\": [{\"PolicyName\": \"p\", \"Arn\": \"arn:aws:iam::111122223333:policy/p\", \"AttachmentCount\": 3}], \"NextToken\": \"t\"}");

        var snapshot = folder.snapshot();
        assertThat(entity(snapshot, "arn:aws:iam::111122223333:saml-provider/Corp")
                        .properties())
                .containsKey("validUntil");
        assertThat(entity(snapshot, "arn:aws:iam::111122223333:oidc-provider/a.example/id/1")
                        .properties())
                .containsEntry("url", "a.example/id/1");
        assertThat(entity(snapshot, "arn:aws:iam::111122223333:server-certificate/p/c")
                        .kind())
                .isEqualTo(EntityKind.SERVER_CERTIFICATE);
        assertThat(entity(snapshot, "arn:aws:iam::111122223333:policy/p").properties())
                .containsEntry("attachmentCount", 3L);
        assertThat(evidence(snapshot, EvidenceKind.SAML_PROVIDERS).state()).isEqualTo(State.COMPLETE);
        assertThat(evidence(snapshot, EvidenceKind.POLICY_LIST).state()).isEqualTo(State.PARTIAL);
    }

    @Test
    void an_empty_list_in_a_bundle_is_complete() {
        folder.with(GLOBAL + "iam-list-instance-profiles.json", "{\"InstanceProfiles\": []}");

        assertThat(evidence(folder.snapshot(), EvidenceKind.INSTANCE_PROFILES).state())
                .isEqualTo(State.COMPLETE);
    }

    @Test
    void the_profiles_of_one_role_are_never_taken_for_all_profiles() {
        var profile = "{\"InstanceProfiles\": [{\"Arn\": \"arn:aws:iam::111122223333:instance-profile/p\"}]}";
        folder.with(GLOBAL + "iam-list-instance-profiles-for-role/r.json", profile);
        assertThat(folder.source().accounts()).isEmpty();

        folder.with("loose.json", profile);
        assertThat(evidence(folder.snapshot(), EvidenceKind.INSTANCE_PROFILES).state())
                .isEqualTo(State.PARTIAL);
    }

    @Test
    void a_virtual_device_is_held_by_its_user_by_the_root_or_by_nobody() {
        folder.with(GLOBAL + "iam-list-virtual-mfa-devices.json", """
                {"VirtualMFADevices": [
                  {"SerialNumber": "arn:aws:iam::111122223333:mfa/free"},
                  {"SerialNumber": "arn:aws:iam::111122223333:mfa/bob", "User": {"UserName": "Bob", "Arn": "arn:aws:iam::111122223333:user/p/Bob"}},
                  {"SerialNumber": "arn:aws:iam::111122223333:mfa/root", "User": {"Arn": "arn:aws:iam::111122223333:root"}}]}
                """);

        var snapshot = folder.snapshot();
        assertThat(snapshot.entities())
                .filteredOn(e -> e.kind() == EntityKind.MFA_DEVICE)
                .hasSize(3);
        assertThat(targets(entity(snapshot, "arn:aws:iam::111122223333:user/p/Bob"), RelationshipType.HAS_CREDENTIAL))
                .containsExactly("arn:aws:iam::111122223333:mfa/bob");
        assertThat(targets(entity(snapshot, Folder.ROOT), RelationshipType.HAS_CREDENTIAL))
                .containsExactly("arn:aws:iam::111122223333:mfa/root");
        assertThat(snapshot.entities()).hasSize(5);
        assertThat(evidence(snapshot, EvidenceKind.VIRTUAL_MFA_DEVICES).state()).isEqualTo(State.COMPLETE);
    }

    @Test
    void an_assigned_device_whose_user_is_cut_out_is_not_taken_for_free() {
        folder.with(
                GLOBAL + "iam-list-virtual-mfa-devices.json",
                "{\"VirtualMFADevices\": [{\"SerialNumber\": \"arn:aws:iam::111122223333:mfa/x\", \"EnableDate\": \"2020-01-01T00:00:00Z\"}]}");

        assertThat(evidence(folder.snapshot(), EvidenceKind.VIRTUAL_MFA_DEVICES).state())
                .isEqualTo(State.PARTIAL);
    }

    @Test
    void tags_listed_alone_are_of_the_entity_that_the_path_names() {
        folder.with(
                        Folder.DETAILS,
                        "{\"RoleDetailList\": [{\"RoleName\": \"S\", \"Arn\": \"arn:aws:iam::111122223333:role/aws-service-role/a.amazonaws.com/S\"}]}")
                .with(GLOBAL + "iam-list-role-tags/S.json", "{\"Tags\": [{\"Key\": \"a\", \"Value\": \"b\"}]}")
                .with(
                        GLOBAL + "iam-list-policy-tags/arn%3Aaws%3Aiam%3A%3A111122223333%3Apolicy%2Fp",
                        "{\"Tags\": [], \"IsTruncated\": false}");

        var snapshot = folder.snapshot();
        var role = entity(
                snapshot,
                "arn:aws:iam::111122223333:role/aws-service-role/a.amazonaws.com/S",
                EvidenceKind.ENTITY_TAGS);
        assertThat(role.kind()).isEqualTo(EntityKind.SERVICE_LINKED_ROLE);
        assertThat(targets(role, RelationshipType.TAGGED)).containsExactly("tag:a=b");
        assertThat(snapshot.evidence())
                .filteredOn(e -> e.key().kind() == EvidenceKind.ENTITY_TAGS)
                .extracting(e -> e.key().subject())
                .containsExactlyInAnyOrder(role.id(), "arn:aws:iam::111122223333:policy/p");
    }

    @Test
    void an_alias_is_a_property_of_the_account() {
        folder.with(GLOBAL + "iam-list-account-aliases.json", "{\"AccountAliases\": [\"my-company\"]}");

        assertThat(folder.snapshot().properties()).containsEntry("alias", "my-company");
    }
}

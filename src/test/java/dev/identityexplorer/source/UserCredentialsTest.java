package dev.identityexplorer.source;

import static dev.identityexplorer.source.Folder.entity;
import static dev.identityexplorer.source.Folder.evidence;
import static dev.identityexplorer.source.Folder.targets;
import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.model.Evidence.State;
import dev.identityexplorer.model.EvidenceKind;
import dev.identityexplorer.model.RelationshipType;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UserCredentialsTest {
    static final String GLOBAL = "111122223333/global/";
    static final String BOB = "arn:aws:iam::111122223333:user/team/Bob";

    Folder folder;

    @BeforeEach
    void folder(@TempDir Path path) {
        folder = new Folder(path);
    }

    @BeforeEach
    void bob() {
        folder.with(
                Folder.DETAILS,
                "{\"UserDetailList\": [{\"UserName\": \"Bob\", \"Arn\": \"%s\", \"GroupList\": [], \"AttachedManagedPolicies\": []}]}"
                        .formatted(BOB));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "iam-list-access-keys | AccessKeyMetadata | 'AccessKeyId': 'AKIA1', 'Status': 'Inactive' | ACCESS_KEYS | /access-key/AKIA1 | accessKeyId",
                "iam-list-ssh-public-keys | SSHPublicKeys | 'SSHPublicKeyId': 'APKA1', 'Status': 'Active' | SSH_PUBLIC_KEYS | /ssh-public-key/APKA1 | sshPublicKeyId",
                "iam-list-signing-certificates | Certificates | 'CertificateId': 'C1', 'Status': 'Active' | SIGNING_CERTIFICATES | /signing-certificate/C1 | certificateId",
                "iam-list-service-specific-credentials | ServiceSpecificCredentials | 'ServiceSpecificCredentialId': 'ACCA1', 'ServiceName': 's' | SERVICE_SPECIFIC_CREDENTIALS | /service-specific-credential/ACCA1 | serviceName",
                "iam-list-mfa-devices | MFADevices | 'SerialNumber': 'GAKT1', 'EnableDate': '2023-02-18T21:44:42Z' | MFA_DEVICES | /mfa-device/GAKT1 | enableDate",
                "iam-get-login-profile | LoginProfile | 'CreateDate': '2023-02-18T21:44:42Z', 'PasswordResetRequired': false | LOGIN_PROFILE | /login-profile | passwordResetRequired"
            })
    void a_list_gives_its_user_a_credential(
            String operation, String list, String item, EvidenceKind kind, String id, String property) {
        var object = "{\"UserName\": \"Bob\", " + item.replace('\'', '"') + "}";
        folder.with(
                GLOBAL + operation + "/Bob.json",
                "{\"" + list + "\": " + (list.equals("LoginProfile") ? object : "[" + object + "]") + "}");

        var snapshot = folder.snapshot();
        assertThat(targets(entity(snapshot, BOB, kind), RelationshipType.HAS_CREDENTIAL))
                .containsExactly(BOB + id);
        assertThat(entity(snapshot, BOB + id).properties()).containsKey(property);
        assertThat(evidence(snapshot, kind).state()).isEqualTo(State.COMPLETE);
        assertThat(evidence(snapshot, kind).key().subject()).isEqualTo(BOB);
    }

    @ParameterizedTest
    @CsvSource({
        "iam-list-access-keys, AccessKeyMetadata, ACCESS_KEYS",
        "iam-list-mfa-devices, MFADevices, MFA_DEVICES",
        "iam-list-signing-certificates, Certificates, SIGNING_CERTIFICATES",
        "iam-list-ssh-public-keys, SSHPublicKeys, SSH_PUBLIC_KEYS",
        "iam-list-service-specific-credentials, ServiceSpecificCredentials, SERVICE_SPECIFIC_CREDENTIALS"
    })
    void an_empty_list_in_a_bundle_is_evidence_that_there_is_none(String operation, String list, EvidenceKind kind) {
        folder.with(GLOBAL + operation + "/Bob.json", "{\"" + list + "\": []}");

        var snapshot = folder.snapshot();
        assertThat(entity(snapshot, BOB, kind).relationships()).isEmpty();
        assertThat(evidence(snapshot, kind).state()).isEqualTo(State.COMPLETE);
    }

    @Test
    void an_empty_list_outside_of_a_bundle_is_skipped() {
        folder.with("keys.json", "{\"AccessKeyMetadata\": []}");

        assertThat(folder.source().skipped()).hasSize(1);
        assertThat(folder.source().skipped().get(0).reason()).contains("does not say whom it is about");
    }

    @Test
    void a_loose_list_is_of_the_only_account_and_of_the_user_that_it_names() {
        folder.with("keys.json", "{\"AccessKeyMetadata\": [{\"UserName\": \"Bob\", \"AccessKeyId\": \"AKIA1\"}]}");

        assertThat(targets(entity(folder.snapshot(), BOB, EvidenceKind.ACCESS_KEYS), RelationshipType.HAS_CREDENTIAL))
                .containsExactly(BOB + "/access-key/AKIA1");
    }

    @Test
    void a_list_of_a_user_whom_nothing_else_tells_of_is_evidence_about_nobody() {
        folder.with(GLOBAL + "iam-list-access-keys/carol%40example.com.json", "{\"AccessKeyMetadata\": []}");

        assertThat(folder.snapshot().evidence()).noneMatch(e -> e.key().kind() == EvidenceKind.ACCESS_KEYS);
        assertThat(folder.snapshot().problems())
                .anyMatch(problem -> problem.message().contains("the user carol@example.com"));
    }

    @Test
    void a_list_with_more_pages_or_an_unreadable_item_is_partial() {
        folder.with(GLOBAL + "iam-list-access-keys/Bob.json", "{\"AccessKeyMetadata\": [], \"IsTruncated\": true}")
                .with(GLOBAL + "iam-list-mfa-devices/Bob.json", "{\"MFADevices\": [{\"UserName\": \"Bob\"}]}");

        assertThat(evidence(folder.snapshot(), EvidenceKind.ACCESS_KEYS).state())
                .isEqualTo(State.PARTIAL);
        assertThat(evidence(folder.snapshot(), EvidenceKind.MFA_DEVICES).state())
                .isEqualTo(State.PARTIAL);
    }

    @Test
    void a_device_whose_serial_number_is_an_arn_has_it_as_id_and_only_mfa_is_virtual() {
        folder.with(GLOBAL + "iam-list-mfa-devices/Bob.json", """
                {"MFADevices": [
                  {"UserName": "Bob", "SerialNumber": "arn:aws:iam::111122223333:mfa/Bob"},
                  {"UserName": "Bob", "SerialNumber": "arn:aws:iam::111122223333:u2f/user/Bob/fido-1"}]}
                """);

        var snapshot = folder.snapshot();
        assertThat(entity(snapshot, "arn:aws:iam::111122223333:mfa/Bob").properties())
                .containsEntry("virtual", true);
        assertThat(entity(snapshot, "arn:aws:iam::111122223333:u2f/user/Bob/fido-1")
                        .properties())
                .containsEntry("virtual", false);
    }

    @Test
    void the_last_use_of_a_key_is_evidence_about_that_key() {
        folder.with(GLOBAL + "iam-get-access-key-last-used/AKIA1.json", """
                {"UserName": "Bob", "AccessKeyLastUsed": {"Region": "N/A", "ServiceName": "iam", "LastUsedDate": "2015-06-16T22:45:00Z"}}
                """);

        var snapshot = folder.snapshot();
        assertThat(entity(snapshot, BOB + "/access-key/AKIA1").properties())
                .containsEntry("lastUsedService", "iam")
                .containsEntry("lastUsedDate", ZonedDateTime.parse("2015-06-16T22:45:00Z"))
                .doesNotContainKey("lastUsedRegion");
        assertThat(evidence(snapshot, EvidenceKind.ACCESS_KEY_LAST_USED).key().subject())
                .isEqualTo(BOB + "/access-key/AKIA1");
    }

    @Test
    void a_refused_call_is_denied_evidence_and_another_error_none() {
        folder.with(
                        GLOBAL + "iam-list-access-keys/Bob.json",
                        "\nAn error occurred (AccessDenied) when calling the ListAccessKeys operation: no\n")
                .with(GLOBAL + "iam-list-mfa-devices/Bob.json", "{\"Error\": {\"Code\": \"AccessDeniedException\"}}")
                .with(GLOBAL + "iam-list-ssh-public-keys/Bob.json", "{\"Error\": {\"Code\": \"Throttling\"}}");

        var snapshot = folder.snapshot();
        assertThat(evidence(snapshot, EvidenceKind.ACCESS_KEYS).state()).isEqualTo(State.DENIED);
        assertThat(evidence(snapshot, EvidenceKind.ACCESS_KEYS).key().subject()).isEqualTo(BOB);
        assertThat(evidence(snapshot, EvidenceKind.MFA_DEVICES).state()).isEqualTo(State.DENIED);
        assertThat(snapshot.evidence()).noneMatch(e -> e.key().kind() == EvidenceKind.SSH_PUBLIC_KEYS);
        assertThat(snapshot.problems()).hasSize(1);
    }

    @Test
    void no_such_entity_proves_that_there_is_no_login_profile_but_nothing_of_keys() {
        var none =
                "An error occurred (NoSuchEntity) when calling the operation: Login Profile for User Bob cannot be found.";
        folder.with(GLOBAL + "iam-get-login-profile/Bob.json", none)
                .with(GLOBAL + "iam-list-access-keys/Bob.json", none);

        var snapshot = folder.snapshot();
        assertThat(evidence(snapshot, EvidenceKind.LOGIN_PROFILE).state()).isEqualTo(State.COMPLETE);
        assertThat(snapshot.evidence()).noneMatch(e -> e.key().kind() == EvidenceKind.ACCESS_KEYS);
    }

    @Test
    void a_refused_export_is_denied_evidence_of_all_its_sections() {
        folder.with(Folder.DETAILS, "An error occurred (AccessDenied) when calling the operation: no");

        assertThat(folder.snapshot().evidence())
                .extracting(e -> e.key().text() + " " + e.state().word())
                .containsExactlyInAnyOrder("users denied", "groups denied", "roles denied", "policies denied");
    }

    @Test
    void a_user_named_like_a_page_is_no_page() {
        folder.with(GLOBAL + "iam-list-access-keys/p7.json", "{\"AccessKeyMetadata\": []}")
                .with(GLOBAL + "iam-get-credential-report.csv", "user,arn\np7,arn:aws:iam::111122223333:user/p7\n");

        assertThat(evidence(folder.snapshot(), EvidenceKind.ACCESS_KEYS).state())
                .isEqualTo(State.COMPLETE);
    }

    @Test
    void an_answer_of_another_service_is_no_evidence_about_a_user() {
        folder.with("111122223333/us-east-1/acm-list-certificates/Bob.json", "{\"Certificates\": []}");

        assertThat(folder.snapshot().evidence()).noneMatch(e -> e.key().kind() == EvidenceKind.SIGNING_CERTIFICATES);
    }
}

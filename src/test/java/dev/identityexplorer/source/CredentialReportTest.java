package dev.identityexplorer.source;

import static dev.identityexplorer.source.Folder.entity;
import static dev.identityexplorer.source.Folder.evidence;
import static dev.identityexplorer.source.Folder.targets;
import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.model.Entity;
import dev.identityexplorer.model.EntityKind;
import dev.identityexplorer.model.Evidence.State;
import dev.identityexplorer.model.EvidenceKind;
import dev.identityexplorer.model.RelationshipType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CredentialReportTest {

    static final String HEADER =
            "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,"
                    + "password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,"
                    + "access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,"
                    + "access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,"
                    + "cert_1_last_rotated,cert_2_active,cert_2_last_rotated\n"
                    + "<root_account>,arn:aws:iam::111122223333:root,2015-01-01T00:00:00+00:00,not_supported,no_information,"
                    + "not_supported,not_supported,true,false,N/A,N/A,N/A,N/A,true,N/A,N/A,N/A,N/A,false,N/A,false,N/A\n";
    static final String U = "arn:aws:iam::111122223333:user/p/u";
    static final String FULL = "\"u\"," + U + ",2020-01-01T00:00:00+00:00,true,2024-01-01T00:00:00+00:00,"
            + "2021-01-01T00:00:00+00:00,N/A,true,false,2022-01-01T00:00:00+00:00,2023-01-01T00:00:00+00:00,eu-west-1,s3,"
            + "true,N/A,N/A,N/A,N/A,true,2019-01-01T00:00:00+00:00,false,N/A\n";
    static final String BARE = "v,arn:aws:iam::111122223333:user/v,2020-01-01T00:00:00+00:00,false,N/A,N/A,N/A,false,"
            + "false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A\n";
    static final String CSV = "111122223333/global/credential-report.csv";

    Folder folder;

    @BeforeEach
    void folder(@TempDir Path path) {
        folder = new Folder(path);
    }

    @Test
    void each_credential_of_a_user_is_an_entity_that_the_user_has() {
        var snapshot = folder.with(CSV, HEADER + FULL).snapshot();

        var user = entity(snapshot, U);
        assertThat(user.kind()).isEqualTo(EntityKind.USER);
        assertThat(user.properties())
                .containsEntry("passwordLastUsed", ZonedDateTime.parse("2024-01-01T00:00:00Z"))
                .containsEntry("reportUserCreationTime", ZonedDateTime.parse("2020-01-01T00:00:00Z"));
        assertThat(targets(user, RelationshipType.HAS_CREDENTIAL))
                .containsExactly(
                        U + "/login-profile",
                        U + "/mfa-device/unlisted",
                        U + "/access-key/slot-1",
                        U + "/signing-certificate/slot-1",
                        U + "/access-key/slot-2");
        assertThat(entity(snapshot, U + "/mfa-device/unlisted").properties()).isEmpty();
    }

    @Test
    void an_inactive_key_that_was_rotated_exists_as_well() {
        var snapshot = folder.with(CSV, HEADER + FULL).snapshot();

        assertThat(entity(snapshot, U + "/access-key/slot-1").properties())
                .containsEntry("status", "Inactive")
                .containsEntry("lastUsedDate", ZonedDateTime.parse("2023-01-01T00:00:00Z"))
                .containsEntry("lastUsedRegion", "eu-west-1")
                .containsEntry("lastUsedService", "s3");
        assertThat(entity(snapshot, U + "/access-key/slot-2").properties()).containsOnlyKeys("status");
    }

    @Test
    void a_user_without_credentials_is_still_told_by_the_report() {
        var snapshot = folder.with(CSV, HEADER + BARE).snapshot();

        assertThat(snapshot.entities()).hasSize(1);
        assertThat(snapshot.entities().get(0).relationships()).isEmpty();
        assertThat(evidence(snapshot, EvidenceKind.CREDENTIAL_REPORT).state()).isEqualTo(State.COMPLETE);
    }

    @Test
    void the_root_row_speaks_of_the_account() {
        assertThat(folder.with(CSV, HEADER).snapshot().properties())
                .containsEntry("rootMfaActive", true)
                .containsEntry("rootAccessKey1Active", false)
                .containsEntry("rootAccessKey2Active", true);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_json_form_holds_the_csv_in_base64_or_plain_and_says_when_it_was_made(boolean base64) {
        var csv = HEADER + BARE;
        var content = base64
                ? java.util.Base64.getEncoder().encodeToString(csv.getBytes(StandardCharsets.UTF_8))
                : csv.replace("\n", "\\n");
        folder.with(
                "report.json",
                "{\"Content\": \"%s\", \"ReportFormat\": \"text/csv\", \"GeneratedTime\": \"2024-02-03T04:05:06+00:00\"}"
                        .formatted(content));

        var snapshot = folder.snapshot();
        assertThat(snapshot.accountId()).isEqualTo("111122223333");
        assertThat(snapshot.entities()).extracting(Entity::name).containsExactly("v");
        assertThat(evidence(snapshot, EvidenceKind.CREDENTIAL_REPORT).observedAt())
                .isEqualTo(Instant.parse("2024-02-03T04:05:06Z"));
    }

    @Test
    void a_report_without_a_column_is_partial() {
        folder.with(CSV, "user,arn,mfa_active\nv,arn:aws:iam::111122223333:user/v,false\n");

        var evidence = evidence(folder.snapshot(), EvidenceKind.CREDENTIAL_REPORT);
        assertThat(evidence.state()).isEqualTo(State.PARTIAL);
        assertThat(evidence.detail()).contains("password_enabled");
    }

    @Test
    void a_row_cut_off_is_a_problem_and_makes_the_report_partial() {
        folder.with(CSV, HEADER + BARE + "w,arn:aws:iam::111122223333:user/w,2020-01-01T00:00:00+00:00,fal");

        var snapshot = folder.snapshot();
        assertThat(evidence(snapshot, EvidenceKind.CREDENTIAL_REPORT).state()).isEqualTo(State.PARTIAL);
        assertThat(snapshot.problems().get(0).position()).isEqualTo("row 3");
    }

    @Test
    void unknown_columns_are_ignored_and_values_may_be_in_capitals() {
        folder.with(
                CSV,
                (HEADER + BARE)
                        .replace("\n", ",additional\n")
                        .replace(",false", ",FALSE")
                        .replace("cert_2_last_rotated,", "cert_2_last_rotated,new_"));

        assertThat(folder.snapshot().problems()).isEmpty();
        assertThat(evidence(folder.snapshot(), EvidenceKind.CREDENTIAL_REPORT).state())
                .isEqualTo(State.COMPLETE);
    }

    /** A user's credentials, from a report of now and from lists that were read some hours before or after. */
    private java.util.List<String> credentials(String row, String list, String answer, int hoursAgo) throws Exception {
        var report = "111122223333/global/iam-get-credential-report.csv";
        var file = "111122223333/global/" + list + "/v.json";
        folder.with(report, HEADER + row).with(file, answer.replace('\'', '"'));
        var now = Instant.now();
        Files.setLastModifiedTime(folder.path().resolve(report), FileTime.from(now.minus(Duration.ofDays(1))));
        Files.setLastModifiedTime(
                folder.path().resolve(file),
                FileTime.from(now.minus(Duration.ofDays(1)).minus(Duration.ofHours(hoursAgo))));
        return folder.snapshot().entities().stream()
                .filter(e -> e.kind() == EntityKind.USER)
                .flatMap(e -> targets(e, RelationshipType.HAS_CREDENTIAL).stream())
                .distinct()
                .toList();
    }

    @Test
    void a_key_that_was_made_after_the_list_is_not_the_one_in_it() throws Exception {
        var v = "arn:aws:iam::111122223333:user/v";
        var list = "{'AccessKeyMetadata': [{'UserName': 'v', 'AccessKeyId': 'AKIA1', 'Status': 'Active'}]}";
        var row = BARE.replaceFirst("false,N/A,N/A,N/A,N/A", "true,%s,N/A,N/A,N/A");
        assertThat(credentials(row.formatted("2024-01-01T00:00:00+00:00"), "iam-list-access-keys", list, 3))
                .containsExactly(v + "/access-key/AKIA1");
        var rotated = Instant.now().minus(Duration.ofHours(25)).toString();
        assertThat(credentials(row.formatted(rotated), "iam-list-access-keys", list, 3))
                .containsExactlyInAnyOrder(v + "/access-key/AKIA1", v + "/access-key/slot-1");
    }

    @Test
    void a_password_that_is_gone_since_the_report_is_gone() throws Exception {
        var v = "arn:aws:iam::111122223333:user/v";
        var none =
                "An error occurred (NoSuchEntity) when calling the GetLoginProfile operation: Login Profile for User v"
                        + " cannot be found.";
        var row = BARE.replaceFirst("\\+00:00,false", "+00:00,true");
        assertThat(credentials(row, "iam-get-login-profile", none, -2)).isEmpty();
        assertThat(credentials(row, "iam-get-login-profile", none, 2)).containsExactly(v + "/login-profile");
    }
}

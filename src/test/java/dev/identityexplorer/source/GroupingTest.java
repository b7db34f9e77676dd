package dev.identityexplorer.source;

import static dev.identityexplorer.source.Folder.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.model.EvidenceKind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GroupingTest {

    private static final String REPORT = "user,arn\nbob,arn:%s:iam::111122223333:user/bob\n";

    Folder folder;

    @BeforeEach
    void folder(@TempDir Path path) {
        folder = new Folder(path);
    }

    static final String EMPTY = "{\"UserDetailList\": []}";

    @Test
    void a_folder_named_by_a_person_is_of_the_caller_whose_identity_it_holds() {
        folder.with(
                        "data/demo/us-east-1/sts-get-caller-identity.json",
                        "{\"Account\": \"111122223333\", \"Arn\": \"arn:aws:iam::111122223333:user/x\", \"UserId\": \"AIDA\"}")
                .with("data/demo/us-east-1/iam-get-account-authorization-details.json", EMPTY)
                .with("data/demo/us-east-1/iam-list-access-keys/bob", "{\"AccessKeyMetadata\": []}")
                .with("data/demo/us-east-1/iam-get-credential-report.csv", REPORT.formatted("aws"));

        var snapshot = folder.snapshot();
        assertThat(snapshot.accountId()).isEqualTo("111122223333");
        assertThat(evidence(snapshot, EvidenceKind.USERS).source())
                .isEqualTo("data/demo/us-east-1/iam-get-account-authorization-details.json");
        assertThat(evidence(snapshot, EvidenceKind.ACCESS_KEYS).key().subject())
                .isEqualTo("arn:aws:iam::111122223333:user/bob");
    }

    @Test
    void a_folder_named_by_a_person_is_else_of_the_account_in_its_arns() {
        folder.with("demo/global/iam-get-account-authorization-details.json", AuthorizationDetailsTest.WHOLE)
                .with("demo/global/iam-get-account-summary.json", "{\"SummaryMap\": {\"Users\": 1}}");

        assertThat(folder.snapshot().properties()).containsEntry("summaryUsers", 1L);
    }

    @Test
    void the_account_folder_itself_may_be_given() {
        folder.with(Folder.DETAILS, AuthorizationDetailsTest.WHOLE);

        var source = Source.of(List.of(folder.path().resolve("111122223333")));

        assertThat(source.accounts().get(0).files()).containsExactly(Folder.DETAILS);
    }

    @Test
    void a_bundle_in_another_partition_makes_arns_of_that_partition() {
        folder.with(
                        "111122223333/cn-north-1/sts-get-caller-identity.json",
                        "{\"Account\": \"111122223333\", \"Arn\": \"arn:aws-cn:iam::111122223333:user/x\", \"UserId\": \"A\"}")
                .with("111122223333/cn-north-1/iam-list-access-keys/bob.json", "{\"AccessKeyMetadata\": []}")
                .with("111122223333/cn-north-1/iam-get-credential-report.csv", REPORT.formatted("aws-cn"));

        var source = folder.source();
        assertThat(source.accounts())
                .extracting(AccountFiles::account)
                .hasToString("[arn:aws-cn:iam::111122223333:root]");
        assertThat(evidence(source.read(source.accounts().get(0)), EvidenceKind.ACCESS_KEYS)
                        .key()
                        .subject())
                .isEqualTo("arn:aws-cn:iam::111122223333:user/bob");
    }

    @Test
    void a_loose_file_without_arns_is_of_the_only_account_in_its_folder() {
        var other = AuthorizationDetailsTest.WHOLE.replace("111122223333", "444455556666");
        folder.with("one/page1.json", AuthorizationDetailsTest.WHOLE)
                .with("one/page2.json", EMPTY)
                .with("two/page1.json", other)
                .with("stray/page9.json", EMPTY);

        var source = folder.source();
        assertThat(source.accounts())
                .extracting(AccountFiles::files)
                .containsExactly(List.of("one/page1.json", "one/page2.json"), List.of("two/page1.json"));
        assertThat(source.skipped()).extracting(Skipped::file).containsExactly("stray/page9.json");
        assertThat(source.skipped().get(0).reason()).contains("which account");
    }

    @Test
    void an_import_tells_how_large_an_account_is() {
        folder.with(Folder.DETAILS, EMPTY);

        assertThat(folder.source().accounts().get(0).bytes()).isEqualTo(EMPTY.length());
    }
}

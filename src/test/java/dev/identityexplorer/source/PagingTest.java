package dev.identityexplorer.source;

import static dev.identityexplorer.source.Folder.evidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.identityexplorer.model.Evidence.State;
import dev.identityexplorer.model.EvidenceKind;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PagingTest {

    Folder folder;

    @BeforeEach
    void folder(@TempDir Path path) {
        folder = new Folder(path);
    }

    static final String PAGES = "111122223333/global/iam-get-account-authorization-details/";
    static final String USER = """
            {"UserName": "%1$s", "Arn": "arn:aws:iam::111122223333:user/%1$s", "GroupList": [], "AttachedManagedPolicies": []}
            """;

    private static String page(String users, String paging) {
        return "{\"UserDetailList\": [%s], \"GroupDetailList\": [], \"RoleDetailList\": [], \"Policies\": []%s}"
                .formatted(users, paging);
    }

    private State users() {
        return evidence(folder.snapshot(), EvidenceKind.USERS).state();
    }

    @Test
    void pages_that_end_with_one_that_has_no_token_are_complete() {
        folder.with(PAGES + "p0001.json", page(USER.formatted("a"), ", \"IsTruncated\": true, \"Marker\": \"m\""))
                .with(PAGES + "p0002.json", page(USER.formatted("b"), ", \"IsTruncated\": false"));

        assertThat(users()).isEqualTo(State.COMPLETE);
        assertThat(folder.snapshot().entities()).hasSize(2);
    }

    @Test
    void page_10_is_after_page_9() {
        for (int i = 1; i <= 10; i++) {
            folder.with("page" + i + ".json", page(USER.formatted("u" + i), i < 10 ? ", \"NextToken\": \"t\"" : ""));
        }

        assertThat(users()).isEqualTo(State.COMPLETE);
    }

    @Test
    void a_last_page_with_a_token_is_partial_and_the_detail_names_it() {
        folder.with(PAGES + "p0001.json", page(USER.formatted("a"), ", \"NextToken\": \"t\""))
                .with(PAGES + "p0002.json", page("", ", \"NextToken\": \"t\""));

        var evidence = evidence(folder.snapshot(), EvidenceKind.USERS);
        assertThat(evidence.state()).isEqualTo(State.PARTIAL);
        assertThat(evidence.detail()).contains(PAGES + "p0002.json").contains("NextToken");
    }

    @Test
    void a_page_missing_from_the_middle_is_partial() {
        folder.with(PAGES + "p0001.json", page(USER.formatted("a"), ", \"IsTruncated\": true"))
                .with(PAGES + "p0003.json", page(USER.formatted("c"), ", \"IsTruncated\": false"));

        var evidence = evidence(folder.snapshot(), EvidenceKind.USERS);
        assertThat(evidence.state()).isEqualTo(State.PARTIAL);
        assertThat(evidence.detail()).contains("number 2 is missing");
    }

    @Test
    void the_first_page_missing_is_partial() {
        folder.with(PAGES + "p0002.json", page(USER.formatted("b"), ""));

        assertThat(users()).isEqualTo(State.PARTIAL);
    }

    @Test
    void a_truncated_export_is_not_healed_by_a_whole_one_in_another_folder() {
        folder.with("a/details.json", page(USER.formatted("a"), ", \"IsTruncated\": true"))
                .with("b/details.json", page(USER.formatted("b"), ""));

        assertThat(users()).isEqualTo(State.PARTIAL);
    }

    @Test
    void pages_may_stand_in_one_file_one_after_the_other_or_in_a_list() {
        var one = page(USER.formatted("a"), ", \"NextToken\": \"t\"");
        var two = page("", "");
        folder.with(Folder.DETAILS, one + two + "\n");
        assertThat(users()).isEqualTo(State.COMPLETE);

        folder.with(Folder.DETAILS, "[" + one + "," + two + "]");
        assertThat(users()).isEqualTo(State.COMPLETE);

        folder.with(Folder.DETAILS, one + "\n" + one.replace("/a\"", "/b\""));
        assertThat(users()).isEqualTo(State.PARTIAL);
    }

    @Test
    void a_missing_section_is_no_evidence_and_makes_the_others_doubtful_since_aws_always_prints_all() {
        folder.with(Folder.DETAILS, "{\"UserDetailList\": [], \"RoleDetailList\": {}}");

        assertThat(folder.snapshot().evidence())
                .extracting(e -> e.key().text(), e -> e.state())
                .containsExactlyInAnyOrder(tuple("users", State.PARTIAL), tuple("roles", State.PARTIAL));
    }

    @Test
    void a_summary_that_counts_none_makes_an_empty_section_complete() {
        folder.with(Folder.DETAILS, page("", ""))
                .with(
                        "111122223333/global/iam-get-account-summary.json",
                        "{\"SummaryMap\": {\"Users\": 0, \"Groups\": 2, \"Roles\": 0, \"Policies\": 0}}");

        assertThat(folder.snapshot().evidence())
                .extracting(e -> e.key().text(), e -> e.state())
                .contains(
                        tuple("users", State.COMPLETE),
                        tuple("groups", State.EMPTY),
                        tuple("roles", State.COMPLETE),
                        tuple("policies", State.COMPLETE));
        assertThat(folder.snapshot().properties()).containsEntry("summaryGroups", 2L);
    }

    @Test
    void a_credential_report_without_users_makes_an_empty_user_section_complete() {
        folder.with(Folder.DETAILS, page("", ""))
                .with("111122223333/global/credential-report.csv", CredentialReportTest.HEADER);

        assertThat(users()).isEqualTo(State.COMPLETE);
        assertThat(evidence(folder.snapshot(), EvidenceKind.ROLES).state()).isEqualTo(State.EMPTY);
    }

    @Test
    void two_accounts_in_one_document_are_read_apart_and_both_partial() {
        folder.with(
                "mixed.json",
                page(USER.formatted("a") + "," + USER.formatted("b").replace("111122223333", "444455556666"), ""));

        var source = folder.source();
        assertThat(source.accounts())
                .extracting(AccountFiles::accountId)
                .containsExactly("111122223333", "444455556666");
        for (var account : source.accounts()) {
            var snapshot = source.read(account);
            assertThat(snapshot.entities()).hasSize(1);
            assertThat(evidence(snapshot, EvidenceKind.USERS).state()).isEqualTo(State.PARTIAL);
            assertThat(evidence(snapshot, EvidenceKind.USERS).detail()).contains("111122223333, 444455556666");
        }
    }
}

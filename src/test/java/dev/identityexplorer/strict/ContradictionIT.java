package dev.identityexplorer.strict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.deletion.Assessment.Verdict;
import dev.identityexplorer.deletion.Gap;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports that were cut look whole; other evidence of the account gives them away. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // what is judged, not what the engine answers
class ContradictionIT {

    private static final String SUMMARY = "global/iam-get-account-summary.json";

    @TempDir
    private Path folder;

    private final Map<String, String> files = new TreeMap<>();
    private Account account;
    private String group;

    /** A group whose one member is cut off the export, and what is left of it. */
    @BeforeEach
    void an_account() {
        account = new Account(String.format("%012d", 700_000_000_000L + Math.abs(folder.hashCode())));
        var it = new Account.Group(account.id, "/", "group");
        account.groups.put(it.name, it);
        group = it.arn;
        var seen = new Account.User(account.id, "/", "seen");
        account.users.put(seen.name, seen);
        var cut = Export.of(account, 3);
        var member = new Account.User(account.id, "/", "cut-off");
        member.groups.add(it.name);
        account.users.put(member.name, member);
        files.putAll(Export.of(account, 3));
        files.keySet().removeIf(name -> name.startsWith(Export.DETAILS));
        cut.forEach((name, text) -> {
            if (name.startsWith(Export.DETAILS)) {
                files.put(name, text);
            }
        });
    }

    private void unproven() throws Exception {
        var answer = Imported.of(folder, account.id, files)
                .answers(java.util.List.of(group))
                .get(group);
        assertThat(answer.assessment().verdict()).isEqualTo(Verdict.UNPROVEN);
        assertThat(answer.assessment().gaps()).extracting(Gap::evidence).contains("users");
    }

    @Test
    void a_user_of_the_credential_report_whom_the_export_lacks_may_be_a_member() throws Exception {
        files.remove(SUMMARY);
        unproven();
    }

    @Test
    void a_user_whom_the_summary_counts_and_the_export_lacks_may_be_a_member() throws Exception {
        files.keySet().removeIf(name -> name.contains("credential-report"));
        unproven();
    }

    @Test
    void an_export_without_a_list_that_aws_always_prints_was_cut() throws Exception {
        files.keySet().removeIf(name -> name.contains("credential-report") || name.equals(SUMMARY));
        files.replaceAll(
                (name, text) -> name.startsWith(Export.DETAILS) ? text.replace("\"Policies\"", "\"Other\"") : text);
        unproven();
    }

    @Test
    void without_contradiction_the_group_is_as_clear_as_the_export_says() throws Exception {
        files.keySet().removeIf(name -> name.contains("credential-report") || name.equals(SUMMARY));
        var answer = Imported.of(folder, account.id, files)
                .answers(java.util.List.of(group))
                .get(group);
        assertThat(answer.assessment().verdict()).isEqualTo(Verdict.CLEAR);
    }
}

package dev.identityexplorer.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.identityexplorer.catalogue.ReadCalls;
import dev.identityexplorer.model.CollectedFile;
import dev.identityexplorer.model.EvidenceKey;
import dev.identityexplorer.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BundleTest {

    private static final String FILE = "eu-west-1/dynamodb-list-tables.json";
    private static final Instant ASKED = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void a_later_run_keeps_what_is_whole_young_enough_and_unchanged() throws IOException {
        bundle().write(FILE, "ListTables", whole(), ASKED);

        assertThat(bundle().kept(FILE, LONG_AGO)).isPresent();
        assertThat(bundle().kept(FILE, ASKED.plusSeconds(1))).isEmpty();
        assertThat(bundle().kept("us-east-1/dynamodb-list-tables.json", LONG_AGO))
                .isEmpty();
        Files.writeString(path(), Files.readString(path()).replace("orders", "ORDERS"));
        assertThat(bundle().kept(FILE, LONG_AGO)).isEmpty();
        Files.delete(path());
        assertThat(bundle().kept(FILE, LONG_AGO)).isEmpty();
    }

    @Test
    void a_later_run_asks_again_for_errors_and_for_answers_in_part() {
        bundle().write(FILE, "ListTables", Answer.failed(new Failure("ThrottlingException", "")), ASKED);
        assertThat(bundle().kept(FILE, LONG_AGO)).isEmpty();

        bundle().write(
                        FILE,
                        "ListTables",
                        new Answer(whole().content(), Optional.of(new Failure("ThrottlingException", ""))),
                        ASKED);
        assertThat(bundle().kept(FILE, LONG_AGO)).isEmpty();
    }

    @Test
    void a_line_that_was_cut_off_when_the_program_was_killed_costs_that_file_and_no_other() throws IOException {
        bundle().write(FILE, "ListTables", whole(), ASKED);
        var manifest = folder.resolve("111122223333").resolve(CollectedFile.MANIFEST);
        Files.writeString(manifest, Files.readString(manifest) + "{\"file\": \"eu-west-1/lam");

        var again = bundle();
        again.write("eu-west-1/kms-list-keys.json", "ListKeys", whole(), ASKED);

        assertThat(bundle().kept(FILE, LONG_AGO)).isPresent();
        assertThat(bundle().kept("eu-west-1/kms-list-keys.json", LONG_AGO)).isPresent();
    }

    @Test
    void import_takes_the_time_that_was_noted_however_often_the_folder_is_copied() throws IOException {
        bundle().write(FILE, "ListTables", whole(), ASKED);
        Files.setLastModifiedTime(path(), FileTime.from(ASKED.plusSeconds(1_000_000)));

        assertThat(observed()).isEqualTo(ASKED);
        assertThat(Source.of(List.of(folder)).skipped()).noneMatch(s -> s.file().contains(CollectedFile.MANIFEST));
    }

    @Test
    void import_takes_the_time_of_the_last_change_of_a_file_that_is_not_what_was_noted() throws IOException {
        bundle().write(FILE, "ListTables", whole(), ASKED);
        Files.writeString(path(), Files.readString(path()).replace("orders", "ORDERS"));
        var changed = ASKED.plusSeconds(1_000_000);
        Files.setLastModifiedTime(path(), FileTime.from(changed));

        assertThat(observed()).isEqualTo(changed);
    }

    @Test
    void import_does_not_see_a_file_that_is_being_written() throws IOException {
        bundle();
        Files.writeString(folder.resolve(".collect/1-1"), "{\"TableNames\": []}");

        assertThat(Source.of(List.of(folder)).accounts()).isEmpty();
    }

    @Test
    void two_processes_do_not_collect_into_one_folder() {
        var drafts = Drafts.in(folder);
        assertThatThrownBy(() -> Drafts.in(folder))
                .isInstanceOf(CollectException.class)
                .hasMessageContaining("Another process");
        drafts.close();
        Drafts.in(folder).close();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_is_about_a_thing_that_is_gone_goes_if_all_that_there_is_was_seen() {
        var calls = ReadCalls.load();
        var keys = "global/iam-list-access-keys/gone.json";
        var used = "global/iam-get-access-key-last-used/AKIAGONE.json";
        var details = "global/iam-get-account-authorization-details.json";

        var all = new Gone(calls, Set.of(), Set.of(details), Set.of());
        assertThat(all.test(keys)).isTrue();
        assertThat(all.test(used)).isTrue();
        assertThat(all.test(details)).isFalse();
        assertThat(all.test("global/iam-get-service-last-accessed-details/x.json"))
                .isFalse();
        assertThat(all.test("eu-west-1/eks-describe-nodegroup/a%2Fb.json")).isFalse();

        var notAllUsers =
                new Gone(calls, Set.of(), Set.of(details), Set.of("global/iam-get-account-authorization-details"));
        assertThat(notAllUsers.test(keys)).isFalse();
        var notAllKeys = new Gone(calls, Set.of(), Set.of(details), Set.of("global/iam-list-access-keys"));
        assertThat(notAllKeys.test(keys)).isTrue();
        assertThat(notAllKeys.test(used)).isFalse();
    }

    private Bundle bundle() {
        return new Bundle(folder.resolve("111122223333"), folder.resolve(".collect"), "test");
    }

    private Path path() {
        return folder.resolve("111122223333").resolve(FILE);
    }

    private Instant observed() {
        var source = Source.of(List.of(folder));
        return source.read(source.accounts().get(0)).evidence().stream()
                .filter(e -> e.key().equals(EvidenceKey.inventory("AWS::DynamoDB::Table", "eu-west-1")))
                .findFirst()
                .orElseThrow()
                .observedAt();
    }

    private static Answer whole() {
        var content = JsonNodeFactory.instance.objectNode();
        content.putArray("TableNames").add("orders");
        return Answer.whole(content);
    }
}

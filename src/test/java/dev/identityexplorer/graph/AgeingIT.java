package dev.identityexplorer.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.deletion.Deletions;
import dev.identityexplorer.sample.Organization;
import dev.identityexplorer.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verdicts that are written hold as long as their evidence does: lists and counts show no CLEAR that blockers denies. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // what is judged when, not what the engine answers
class AgeingIT {

    private static final String ACCOUNT = "arn:aws:iam::111111111111:root";
    private static final String GROUP = "arn:aws:iam::111111111111:group/idle";
    private static final Deletions DELETIONS = new Deletions(Organization.LIBRARY, Organization.CATALOGUE);

    @TempDir
    private Path folder;

    @BeforeEach
    void write_an_account_of_today() throws IOException {
        TestDatabase.reset();
        Files.writeString(folder.resolve("account.json"), """
                {"RoleDetailList": [], "Policies": [], "UserDetailList": [
                 {"Path": "/", "UserName": "ada", "UserId": "AIDAADA", "Arn": "arn:aws:iam::111111111111:user/ada",
                  "CreateDate": "2024-01-01T00:00:00+00:00", "GroupList": [], "AttachedManagedPolicies": []}],
                 "GroupDetailList": [
                 {"Path": "/", "GroupName": "idle", "GroupId": "AGPAIDLE", "Arn": "arn:aws:iam::111111111111:group/idle",
                  "CreateDate": "2024-01-01T00:00:00+00:00", "GroupPolicyList": [], "AttachedManagedPolicies": []}]}""");
    }

    @Test
    void what_is_too_old_when_it_is_imported_proves_nothing() throws IOException {
        Files.setLastModifiedTime(
                folder.resolve("account.json"), FileTime.from(Instant.now().minus(Duration.ofDays(8))));
        importer();
        assertThat(verdict()).isEqualTo("UNPROVEN");
        assertThat(answer(Duration.ofDays(30))).isEqualTo("CLEAR");
        assertThat(answer(Deletions.DEFAULT_MAX_AGE)).isEqualTo("UNPROVEN");
        assertThat(overview().judgedTooLongAgo()).isEmpty();
    }

    @Test
    void what_becomes_too_old_is_judged_again() {
        var importer = importer();
        assertThat(verdict()).isEqualTo("CLEAR");
        importer.judgeAgain();
        assertThat(verdict()).isEqualTo("CLEAR");

        days(8);
        var before = overview().stamp();
        assertThat(overview().judgedTooLongAgo()).containsExactly(ACCOUNT);
        importer.judgeAgain();

        assertThat(verdict()).isEqualTo("UNPROVEN");
        assertThat(overview().stamp().text())
                .as("lists are not kept beyond that")
                .isNotEqualTo(before.text());
        assertThat(overview().judgedTooLongAgo()).isEmpty();
    }

    @Test
    void an_import_of_the_same_files_judges_again() throws IOException {
        importer();
        days(8);
        var written = Files.getLastModifiedTime(folder.resolve("account.json")).toInstant();
        Files.setLastModifiedTime(folder.resolve("account.json"), FileTime.from(written.minus(Duration.ofDays(8))));
        importer();
        assertThat(verdict()).isEqualTo("UNPROVEN");
    }

    @Test
    void an_account_that_is_being_written_is_left_to_its_import() {
        var importer = importer();
        days(8);
        TestDatabase.query("MATCH (a:Account {id: '" + ACCOUNT + "'}) SET a.derivedWith = null");
        assertThat(overview().judgedTooLongAgo()).isEmpty();
        importer.judgeAgain();
        assertThat(TestDatabase.query("MATCH (a:Account {id: '" + ACCOUNT + "'}) RETURN a.derivedWith AS version")
                        .get(0)
                        .get("version")
                        .isNull())
                .isTrue();
    }

    private Importer importer() {
        var source = Source.of(List.of(folder));
        var importer = new Importer(TestDatabase.engine(), Organization.CATALOGUE, Organization.LIBRARY, DELETIONS);
        importer.begin(List.of("test"));
        source.accounts().forEach(files -> importer.write(source.read(files)));
        importer.finish(Map.of());
        return importer;
    }

    /** As if so many days had gone by since the import. */
    private static void days(int days) {
        var back = " - duration({days: " + days + "})";
        TestDatabase.query("MATCH (e:Evidence) SET e.observedAt = e.observedAt" + back);
        TestDatabase.query("MATCH (a:Account) SET a.judgedUntil = a.judgedUntil" + back);
    }

    private static String verdict() {
        return TestDatabase.query("MATCH (n:Entity {id: '" + GROUP + "'}) RETURN n.verdict AS verdict")
                .get(0)
                .get("verdict")
                .asString();
    }

    private static String answer(Duration maxAge) {
        return DELETIONS
                .answers(Organization.identities(), List.of(GROUP), maxAge)
                .get(0)
                .assessment()
                .verdict()
                .name();
    }

    private static Overview overview() {
        return new Overview(TestDatabase.engine(), Organization.LIBRARY);
    }
}

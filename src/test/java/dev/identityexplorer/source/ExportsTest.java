package dev.identityexplorer.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.model.Entity;
import dev.identityexplorer.model.EntityKind;
import dev.identityexplorer.model.Evidence;
import dev.identityexplorer.model.EvidenceKind;
import dev.identityexplorer.model.Problem;
import dev.identityexplorer.model.RelationshipType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExportsTest {

    private static final Instant FRIDAY = Instant.now().minus(Duration.ofDays(1));
    private static final Instant MONDAY = FRIDAY.minus(Duration.ofDays(4));
    private static final String ANNA = "arn:aws:iam::111122223333:user/anna";

    @TempDir
    private Path path;

    private Folder folder;

    @BeforeEach
    void a_folder() {
        folder = new Folder(path);
    }

    private void put(String name, Instant at, String text) throws IOException {
        folder.with(name, text);
        Files.setLastModifiedTime(path.resolve(name), FileTime.from(at));
    }

    private static String details(String... users) {
        var list = List.of(users).stream()
                .map(user ->
                        """
                        {"UserName": "%1$s", "Arn": "arn:aws:iam::111122223333:user/%1$s", "GroupList": [%2$s],
                         "AttachedManagedPolicies": []}""".formatted(user.split(" ")[0], user.contains(" ") ? "\"" + user.split(" ")[1] + "\"" : ""))
                .toList();
        return "{\"UserDetailList\": [" + String.join(",", list) + "], \"GroupDetailList\": [],"
                + " \"RoleDetailList\": [], \"Policies\": []}";
    }

    @Test
    void of_two_exports_in_one_import_the_newer_counts_and_what_the_older_alone_holds_is_told() throws IOException {
        put("b-old.json", MONDAY, details("anna admins", "gone"));
        put("a-new.json", FRIDAY, details("anna", "new"));
        var snapshot = folder.snapshot();
        assertThat(snapshot.entities())
                .filteredOn(e -> e.kind() == EntityKind.USER)
                .extracting(Entity::name)
                .containsExactlyInAnyOrder("anna", "new");
        assertThat(Folder.targets(Folder.entity(snapshot, ANNA), RelationshipType.MEMBER_OF))
                .isEmpty();
        assertThat(Folder.evidence(snapshot, EvidenceKind.USERS).observedAt()).isEqualTo(FRIDAY);
        assertThat(snapshot.problems())
                .extracting(Problem::text)
                .anyMatch(
                        text -> text.contains("b-old.json") && text.contains("1 entities stand in the older one only"));
    }

    @Test
    void exports_of_the_same_time_are_united_since_nobody_knows_which_counts() throws IOException {
        put("old.json", FRIDAY, details("anna admins"));
        put("new.json", FRIDAY, details("anna"));
        assertThat(Folder.targets(Folder.entity(folder.snapshot(), ANNA), RelationshipType.MEMBER_OF))
                .hasSize(1);
    }

    @Test
    void lists_that_complement_each_other_are_united() throws IOException {
        var device = "{\"VirtualMFADevices\": [{\"SerialNumber\": \"arn:aws:iam::111122223333:mfa/%s\"%s}]}";
        put("assigned.json", MONDAY, device.formatted("one", ", \"User\": {\"Arn\": \"" + ANNA + "\"}"));
        put("unassigned.json", FRIDAY, device.formatted("two", ""));
        assertThat(folder.snapshot().entities())
                .filteredOn(e -> e.kind() == EntityKind.MFA_DEVICE)
                .hasSize(2);
    }

    @Test
    void pages_of_different_times_are_one_export() throws IOException {
        var page = details("anna");
        put("p1.json", MONDAY, page.substring(0, page.length() - 1) + ", \"NextToken\": \"more\"}");
        put("p2.json", FRIDAY, details("ben"));
        var snapshot = folder.snapshot();
        assertThat(Folder.evidence(snapshot, EvidenceKind.USERS).state()).isEqualTo(Evidence.State.COMPLETE);
        assertThat(snapshot.entities())
                .filteredOn(e -> e.kind() == EntityKind.USER)
                .hasSize(2);
        assertThat(snapshot.problems()).isEmpty();
    }

    @Test
    void a_newer_empty_list_of_a_user_takes_the_place_of_an_older_one() throws IOException {
        var list = "{\"AccessKeyMetadata\": [%s]}";
        put(Folder.DETAILS, FRIDAY, details("anna"));
        put(
                "monday/111122223333/global/iam-list-access-keys/anna.json",
                MONDAY,
                list.formatted("{\"UserName\": \"anna\", \"AccessKeyId\": \"AKIA1\"}"));
        put("friday/111122223333/global/iam-list-access-keys/anna.json", FRIDAY, list.formatted(""));
        assertThat(folder.snapshot().entities()).noneMatch(e -> e.kind() == EntityKind.ACCESS_KEY);
    }

    @Test
    void a_time_in_the_future_counts_as_now() throws IOException {
        put(Folder.DETAILS, Instant.now().plus(Duration.ofDays(400)), details("anna"));
        var snapshot = folder.snapshot();
        assertThat(Folder.evidence(snapshot, EvidenceKind.USERS).observedAt())
                .isBeforeOrEqualTo(Instant.now())
                .isAfter(Instant.now().minus(Duration.ofMinutes(5)));
        assertThat(snapshot.problems()).extracting(Problem::message).anyMatch(m -> m.contains("lies in the future"));
    }
}

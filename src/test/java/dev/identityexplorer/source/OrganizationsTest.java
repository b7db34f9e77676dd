package dev.identityexplorer.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.model.Entity;
import dev.identityexplorer.model.EntityKind;
import dev.identityexplorer.model.EvidenceKind;
import dev.identityexplorer.model.RelationshipType;
import dev.identityexplorer.model.Snapshot;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OrganizationsTest {

    private static final String GLOBAL = "111122223333/global/organizations-";
    private static final String UNIT = "arn:aws:organizations::111122223333:ou/o-shop/ou-1-prod";

    @TempDir
    private Path path;

    private Snapshot organization() {
        return new Folder(path)
                .with(
                        GLOBAL + "list-accounts.json",
                        "{\"Accounts\": [" + account("111122223333", "shop-main") + ", "
                                + account("444455556666", "shop-prod") + "]}")
                .with(
                        GLOBAL + "list-roots.json",
                        "{\"Roots\": [{\"Id\": \"r-1\", \"Name\": \"Root\","
                                + " \"Arn\": \"arn:aws:organizations::111122223333:root/o-shop/r-1\"}]}")
                .with(
                        GLOBAL + "list-organizational-units-for-parent/r-1.json",
                        "{\"OrganizationalUnits\": [{\"Id\": \"ou-1-prod\", \"Name\": \"prod\", \"Arn\": \"" + UNIT
                                + "\"}]}")
                .with(
                        GLOBAL + "list-parents/444455556666.json",
                        "{\"Parents\": [{\"Id\": \"ou-1-prod\", \"Type\": \"ORGANIZATIONAL_UNIT\"}]}")
                .with(
                        GLOBAL + "describe-policy/p-tags.json",
                        "{\"Policy\": {\"Content\": \"{}\", \"PolicySummary\": {\"Id\": \"p-tags\", \"Name\": \"tags\","
                                + " \"Type\": \"TAG_POLICY\","
                                + " \"Arn\": \"arn:aws:organizations::111122223333:policy/o-shop/tag_policy/p-tags\"}}}")
                .with(
                        GLOBAL + "describe-effective-policy/444455556666.json",
                        "{\"EffectivePolicy\": {\"PolicyContent\": \"{\\\"tags\\\": {}}\","
                                + " \"TargetId\": \"444455556666\", \"PolicyType\": \"TAG_POLICY\"}}")
                .snapshot();
    }

    @Test
    void accounts_have_their_names_and_units_their_place() {
        var snapshot = organization();

        assertThat(Folder.entity(snapshot, "arn:aws:iam::444455556666:root").name())
                .isEqualTo("shop-prod");
        assertThat(Folder.targets(
                        Folder.entity(snapshot, "arn:aws:organizations::111122223333:organization/o-shop"),
                        RelationshipType.PARENT_OF))
                .containsExactly(UNIT);
        assertThat(Folder.targets(Folder.entity(snapshot, UNIT), RelationshipType.PARENT_OF))
                .containsExactly("arn:aws:iam::444455556666:root");
        assertThat(Folder.evidence(snapshot, EvidenceKind.ORGANIZATION).detail())
                .isEmpty();
    }

    @Test
    void tag_policies_keep_their_content_the_effective_one_too() {
        assertThat(organization().entities())
                .filteredOn(e -> e.kind() == EntityKind.TAG_POLICY)
                .extracting(e -> e.name() + " " + e.properties().get("content"))
                .containsExactlyInAnyOrder("tags {}", "effective tag policy of 444455556666 {\"tags\": {}}");
    }

    @Test
    void without_AWSs_own_answer_the_policies_above_an_account_are_merged_where_all_of_them_are_known() {
        var folder = new Folder(path)
                .with(GLOBAL + "list-accounts.json", "{\"Accounts\": [" + account("444455556666", "shop-prod") + "]}")
                .with(GLOBAL + "list-parents/444455556666.json", "{\"Parents\": [{\"Id\": \"ou-1-prod\"}]}")
                .with(GLOBAL + "list-parents/ou-1-prod.json", "{\"Parents\": [{\"Id\": \"r-1\"}]}")
                .with(GLOBAL + "describe-policy/p-a.json", policy("p-a", "{\\\"@@assign\\\": [\\\"web\\\"]}"))
                .with(GLOBAL + "describe-policy/p-b.json", policy("p-b", "{\\\"@@append\\\": [\\\"ops\\\"]}"))
                .with(GLOBAL + "list-policies-for-target/r-1.json", "{\"Policies\": [" + summary("p-a") + "]}")
                .with(GLOBAL + "list-policies-for-target/444455556666.json", "{\"Policies\": []}");
        assertThat(effective(folder.snapshot())).isEmpty();

        folder.with(GLOBAL + "list-policies-for-target/ou-1-prod.json", "{\"Policies\": [" + summary("p-b") + "]}");
        assertThat(effective(folder.snapshot())).containsExactly("true [team] [0:web, 0:ops]");
    }

    @Test
    void one_policy_of_two_targets_is_no_older_answer_of_the_other() throws java.io.IOException {
        var folder = new Folder(path)
                .with(GLOBAL + "list-accounts.json", "{\"Accounts\": [" + account("444455556666", "shop-prod") + "]}")
                .with(GLOBAL + "list-parents/444455556666.json", "{\"Parents\": [{\"Id\": \"r-1\"}]}")
                .with(GLOBAL + "describe-policy/p-a.json", policy("p-a", "{\\\"@@assign\\\": [\\\"web\\\"]}"))
                .with(GLOBAL + "list-policies-for-target/r-1.json", "{\"Policies\": [" + summary("p-a") + "]}")
                .with(
                        GLOBAL + "list-policies-for-target/444455556666.json",
                        "{\"Policies\": [" + summary("p-a") + "]}");
        java.nio.file.Files.setLastModifiedTime(
                path.resolve(GLOBAL + "list-policies-for-target/r-1.json"),
                java.nio.file.attribute.FileTime.from(java.time.Instant.parse("2026-11-20T10:00:00Z")));

        assertThat(folder.snapshot().problems()).isEmpty();
        assertThat(effective(folder.snapshot())).containsExactly("true [team] [0:web]");
    }

    private static java.util.List<String> effective(Snapshot snapshot) {
        return snapshot.entities().stream()
                .filter(e -> e.properties().containsKey("effective"))
                .map(Entity::properties)
                .map(p -> p.get("merged") + " " + p.get("tagKeys") + " " + p.get("tagValues"))
                .toList();
    }

    private static String policy(String id, String values) {
        return "{\"Policy\": {\"PolicySummary\": " + summary(id)
                + ", \"Content\": \"{\\\"tags\\\": {\\\"team\\\": {\\\"tag_value\\\": " + values + "}}}\"}}";
    }

    private static String summary(String id) {
        return "{\"Id\": \"" + id + "\", \"Name\": \"" + id + "\", \"Type\": \"TAG_POLICY\","
                + " \"Arn\": \"arn:aws:organizations::111122223333:policy/o-shop/tag_policy/" + id + "\"}";
    }

    private static String account(String id, String name) {
        return "{\"Id\": \"" + id + "\", \"Name\": \"" + name + "\", \"Status\": \"ACTIVE\","
                + " \"Arn\": \"arn:aws:organizations::111122223333:account/o-shop/" + id + "\"}";
    }
}

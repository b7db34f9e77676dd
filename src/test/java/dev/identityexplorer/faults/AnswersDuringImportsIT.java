package dev.identityexplorer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.identityexplorer.deletion.Assessment.Verdict;
import dev.identityexplorer.graph.TestDatabase;
import dev.identityexplorer.sample.Organization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asks while an account is written hears of it as it was or as it is, never what only a mixture of both would say. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // transactions are the same on either engine
class AnswersDuringImportsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String IAM = "arn:aws:iam::111122223333:";
    private static final int GROUPS = 1_500;
    private static final int IMPORTS = Integer.getInteger("explorer.imports", 4);

    @TempDir
    private Path folder;

    /** Every group has a member, and that is all; or none is known to have any, and a page is missing. */
    private Path write(String name, boolean members) throws IOException {
        var root = JSON.createObjectNode();
        var users = root.putArray("UserDetailList");
        var groups = root.putArray("GroupDetailList");
        for (int i = 0; i < GROUPS; i++) {
            var user = users.addObject().put("Arn", IAM + "user/user-" + i).put("UserName", "user-" + i);
            user.put("UserId", "AIDAUSER" + i).put("Path", "/").put("CreateDate", "2025-01-01T00:00:00Z");
            user.putArray("AttachedManagedPolicies");
            var of = user.putArray("GroupList");
            if (members) {
                of.add("group-" + i);
            }
            var group = groups.addObject().put("Arn", IAM + "group/group-" + i).put("GroupName", "group-" + i);
            group.put("GroupId", "AGPAGROUP" + i).put("Path", "/").put("CreateDate", "2025-01-01T00:00:00Z");
            group.putArray("AttachedManagedPolicies");
            group.putArray("GroupPolicyList");
        }
        root.putArray("RoleDetailList");
        root.putArray("Policies");
        if (!members) {
            root.put("IsTruncated", true).put("Marker", "more");
        }
        var file = folder.resolve(name).resolve("111122223333/global/iam-get-account-authorization-details.json");
        Files.createDirectories(file.getParent());
        JSON.writeValue(file.toFile(), root);
        return folder.resolve(name);
    }

    @Test
    void no_group_is_clear_that_is_blocked_before_and_unproven_after_or_the_other_way_round() throws Exception {
        var blocked = write("blocked", true);
        var unproven = write("unproven", false);
        TestDatabase.reset();
        Organization.importPaths(blocked);
        var imported = new AtomicBoolean();
        var asking = List.of(
                CompletableFuture.supplyAsync(() -> ask(1, imported)),
                CompletableFuture.supplyAsync(() -> ask(2, imported)));
        for (int i = 0; i < IMPORTS; i++) {
            touch(i % 2 == 0 ? unproven : blocked);
            Organization.importPaths(i % 2 == 0 ? unproven : blocked);
        }
        imported.set(true);
        for (var heard : asking) {
            assertThat(heard.join()).containsOnlyKeys(Verdict.BLOCKED, Verdict.UNPROVEN);
        }
    }

    /** Newer than what was imported, so that it counts. */
    private static void touch(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.from(java.time.Instant.now()));
            }
        }
    }

    /** How often each verdict was heard. */
    private static Map<Verdict, Integer> ask(long seed, AtomicBoolean imported) {
        var random = new Random(seed);
        var heard = new EnumMap<Verdict, Integer>(Verdict.class);
        while (!imported.get()) {
            for (var answer : Organization.answers(IAM + "group/group-" + random.nextInt(GROUPS))) {
                heard.merge(answer.assessment().verdict(), 1, Integer::sum);
            }
        }
        System.out.println("Verdicts heard while importing: " + heard);
        return heard;
    }
}

package dev.identityexplorer.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

/** Exports of the same accounts at two times, each large enough that writing one takes a while. */
final class States {

    static final List<String> ACCOUNTS = List.of("111111111111", "222222222222", "333333333333");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int USERS = 60;

    private States() {}

    /** The folder of one state: users come and go from one to the next, and all that stay are tagged otherwise. */
    static Path write(Path folder, int state) throws IOException {
        for (var account : ACCOUNTS) {
            var file = folder.resolve(account).resolve("global/iam-get-account-authorization-details.json");
            Files.createDirectories(file.getParent());
            JSON.writeValue(file.toFile(), details(account, state));
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-01T00:00:00Z")));
        }
        return folder;
    }

    private static ObjectNode details(String account, int state) {
        var iam = "arn:aws:iam::" + account + ":";
        var root = JSON.createObjectNode();
        var users = root.putArray("UserDetailList");
        for (int i = state * USERS / 2; i < state * USERS / 2 + USERS; i++) {
            var user = entity(users, iam, "User", "user-" + i, state);
            user.putArray("GroupList").add("group-" + (i + state) % 5);
        }
        var groups = root.putArray("GroupDetailList");
        for (int i = 0; i < 5; i++) {
            entity(groups, iam, "Group", "group-" + i, state);
        }
        var roles = root.putArray("RoleDetailList");
        for (int i = 0; i < USERS / 3; i++) {
            var role = entity(roles, iam, "Role", "role-" + i, state);
            role.putArray("InstanceProfileList");
            var statement = role.putObject("AssumeRolePolicyDocument")
                    .putArray("Statement")
                    .addObject();
            statement.put("Effect", "Allow").put("Action", "sts:AssumeRole");
            statement.putObject("Principal").put("AWS", iam + "user/user-" + (USERS / 2 + i));
        }
        root.putArray("Policies");
        return root;
    }

    private static ObjectNode entity(ArrayNode list, String iam, String kind, String name, int state) {
        var entity = list.addObject();
        entity.put(kind + "Name", name).put(kind + "Id", "X" + name).put("Path", "/");
        entity.put("Arn", iam + kind.toLowerCase(java.util.Locale.ROOT) + "/" + name);
        entity.put("CreateDate", "2025-01-01T00:00:00Z");
        entity.putArray("AttachedManagedPolicies")
                .addObject()
                .put("PolicyName", "ReadOnlyAccess")
                .put("PolicyArn", "arn:aws:iam::aws:policy/ReadOnlyAccess");
        entity.putArray(kind + "PolicyList")
                .addObject()
                .put("PolicyName", "inline-" + state)
                .putObject("PolicyDocument");
        entity.putArray("Tags").addObject().put("Key", "state").put("Value", "" + state);
        return entity;
    }
}

package dev.identityexplorer.strict;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * {@code DeleteServiceLinkedRole}: it answers with a task, which ends SUCCEEDED, or FAILED with what uses the role. The
 * role may be gone before anybody asks, and its task with it.
 */
final class DeletionTasks {

    private final Account account;
    private final Map<String, Integer> asked = new HashMap<>();

    DeletionTasks(Account account) {
        this.account = account;
    }

    Map<String, Object> start(String name) {
        var role = Iam.found(account.roles, name, "The role");
        if (!role.serviceLinked()) {
            throw new IamError("InvalidInput", name + " is not a service-linked role.");
        }
        var task = "task" + role.path + name + "/" + UUID.randomUUID();
        asked.put(task, 0);
        if (InUse.keepers(account, role).isEmpty() && name.length() % 2 == 0) {
            account.roles.remove(name);
            asked.remove(task);
        }
        return Map.of("DeletionTaskId", task);
    }

    Map<String, Object> status(String task) {
        var times = asked.get(task);
        if (times == null) {
            throw IamError.none("Task " + task);
        }
        asked.put(task, times + 1);
        if (times == 0) {
            return Map.of("Status", "IN_PROGRESS");
        }
        var name = task.split("/")[3];
        var role = account.roles.get(name);
        var keepers = role == null ? List.<String>of() : InUse.keepers(account, role);
        if (!keepers.isEmpty()) {
            return Map.of(
                    "Status",
                    "FAILED",
                    "Reason",
                    Map.of(
                            "Reason",
                            "Resources use the role.",
                            "RoleUsageList",
                            List.of(Map.of("Region", "eu-west-1", "Resources", keepers))));
        }
        account.roles.remove(name);
        return Map.of("Status", "SUCCEEDED");
    }
}

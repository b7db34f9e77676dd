package dev.identityexplorer.strict;

import java.util.List;

/** One call as a person makes it: again where IAM says that it is too early, and waiting for a deletion task. */
record Attempt(Iam iam) {

    Attempt(Account account) {
        this(new Iam(account));
    }

    /** What IAM refuses it with; empty if it does as told. */
    String run(List<String> call) {
        var arguments = call.get(0).equals("aws") ? call.subList(1, call.size()) : call;
        for (int n = 0; ; n++) {
            try {
                var answer = iam.call(Command.parse(arguments));
                return answer.get("DeletionTaskId") instanceof String task ? end(task) : "";
            } catch (IamError e) {
                if (n == 3 || !e.code().equals("EntityTemporarilyUnmodifiable")) {
                    return e.code();
                }
            }
        }
    }

    private String end(String task) {
        var question = List.of("iam", "get-service-linked-role-deletion-status", "--deletion-task-id", task);
        while (true) {
            try {
                var status = iam.call(Command.parse(question)).get("Status");
                if (!"IN_PROGRESS".equals(status)) {
                    return "SUCCEEDED".equals(status) ? "" : "FAILED";
                }
            } catch (IamError e) {
                return e.code().equals("NoSuchEntity") ? "" : e.code();
            }
        }
    }
}

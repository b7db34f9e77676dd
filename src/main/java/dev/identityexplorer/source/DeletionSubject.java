package dev.identityexplorer.source;

import dev.identityexplorer.model.EntityKind;
import dev.identityexplorer.model.EntityRef;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the service-linked role that a deletion status is about; the answer itself does not name it. */
final class DeletionSubject {

    private static final Pattern TASK = Pattern.compile("task/aws-service-role/([^/]+)/([^/]+)(/[^/]+)?");
    private static final Pattern IN_REASON = Pattern.compile("SLR \\[([^\\]]+)\\]");
    private static final Pattern IN_NAME = Pattern.compile("AWSServiceRoleFor[\\w+=,.@-]*");

    private DeletionSubject() {}

    static boolean isTask(String text) {
        return TASK.matcher(text).matches();
    }

    /** The role, by the task's id; else by its name in the path, in AWS's reason or in the file's name. */
    static Optional<EntityRef> of(Document document, String taskId, String reason, Reading reading) {
        var task = TASK.matcher(taskId);
        if (task.matches()) {
            var arn = reading.names().arn("role/aws-service-role/" + task.group(1) + "/" + task.group(2));
            return Optional.of(new EntityRef(EntityKind.SERVICE_LINKED_ROLE, arn, task.group(2)));
        }
        var inReason = IN_REASON.matcher(reason);
        var file = BundlePath.decode(document.file().path().getFileName().toString())
                .replaceFirst("\\.json$", "");
        var inName = IN_NAME.matcher(file);
        return Stream.of(
                        document.parameter(),
                        inReason.find() ? inReason.group(1) : "",
                        inName.find() ? inName.group() : "")
                .flatMap(name -> reading.names().find("role", name).stream())
                .filter(role -> role.kind() == EntityKind.SERVICE_LINKED_ROLE)
                .findFirst();
    }
}

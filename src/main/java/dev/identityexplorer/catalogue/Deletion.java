package dev.identityexplorer.catalogue;

import dev.identityexplorer.model.EntityKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How IAM deletes one kind of entity: the final call, after all that blocks it was cleared. See the
 * <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_Operations.html">IAM API Reference</a>.
 *
 * @param kind what is deleted
 * @param variant where one kind has several ways: the label of the owner for an inline policy ({@code User},
 *     {@code Group}, {@code Role}), {@code virtual} or {@code hardware} for an MFA device; else empty
 * @param rank order in a set, lower first: an entity comes after those whose deletion frees it
 * @param command the AWS CLI command
 * @param api the API operation, {@code iam:DeleteRole}
 * @param statusCommand for an asynchronous deletion, the command that tells how it went
 * @param errors the error codes that the operation declares
 * @param docUrl the operation's page
 * @param note anything else that a person should know
 */
public record Deletion(
        EntityKind kind,
        Optional<String> variant,
        int rank,
        Template command,
        String api,
        Optional<Template> statusCommand,
        List<String> errors,
        String docUrl,
        Optional<String> note) {

    static final Set<String> COLUMNS = Set.of(
            "kind", "variant", "rank", "command", "api", "errors", "asynchronous", "statusCommand", "docUrl", "note");

    static Deletion of(Row row) {
        if (row.yesOrNo("asynchronous").orElse(false)
                != row.optional("statusCommand").isPresent()) {
            throw row.wrong("needs a 'statusCommand' exactly if it is 'asynchronous'");
        }
        return new Deletion(
                Words.of(EntityKind.values(), EntityKind::label, "kind", row),
                row.optional("variant"),
                row.number("rank"),
                new Template(row.text("command")),
                row.text("api"),
                row.optional("statusCommand").map(Template::new),
                row.texts("errors"),
                row.text("docUrl"),
                row.optional("note"));
    }

    /** Whether the call only starts a task whose end {@link #statusCommand()} tells. */
    public boolean asynchronous() {
        return statusCommand.isPresent();
    }
}

package dev.identityexplorer.catalogue;

import dev.identityexplorer.model.EvidenceKind;
import java.util.Optional;
import java.util.Set;

/**
 * The AWS CLI command that supplies a kind of evidence.
 *
 * @param kind what it supplies
 * @param variant the most specific label of the subject, where the command depends on it; else empty
 * @param command with placeholders such as {@code {subject.name}}, {@code {region}} and {@code {resourceType}}
 * @param file where a bundle keeps the output, {@code {accountId}/global/iam-list-access-keys/{subject.name}.json};
 *     what stands for a placeholder is percent-encoded there, so that an ARN is one file name
 * @param note what to heed when running it
 */
public record EvidenceCommand(
        EvidenceKind kind, Optional<String> variant, Template command, Template file, Optional<String> note) {

    static final Set<String> COLUMNS = Set.of("evidence", "variant", "command", "file", "note");

    static EvidenceCommand of(Row row) {
        return new EvidenceCommand(
                Words.of(EvidenceKind.values(), EvidenceKind::word, "evidence", row),
                row.optional("variant"),
                new Template(row.text("command")),
                new Template(row.text("file")),
                row.optional("note"));
    }
}

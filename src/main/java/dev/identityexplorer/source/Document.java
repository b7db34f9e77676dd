package dev.identityexplorer.source;

import dev.identityexplorer.model.Arn;
import java.util.Set;

/**
 * One answer of AWS within a file, as the scan recognised it.
 *
 * @param index its number in the file, from 0
 * @param error the error code, where it is an error instead of an answer; else empty
 * @param owners accounts that its entities and ARNs name, the most frequent first; empty if it names none
 * @param mixed the accounts of twelve digits whose entities stand in it, if there are several; else empty
 */
record Document(SourceFile file, int index, Form form, Format format, String error, Owners owners, Set<String> mixed) {

    enum Form {
        JSON,
        CSV,
        ERROR
    }

    /** Whether this document's entity with {@code arn} is to be read for {@code account}. */
    boolean belongsTo(Arn account, Arn arn) {
        if (mixed.isEmpty()) {
            return true;
        }
        return mixed.contains(arn.accountId())
                ? arn.accountId().equals(account.accountId())
                : owners.strongest().map(account::equals).orElse(true);
    }

    String name() {
        return file.name();
    }

    /** The operation's parameter, if the file stands at a path of this operation; else empty. */
    String parameter() {
        return format.operation().equals(file.operation()) ? file.parameter() : "";
    }
}

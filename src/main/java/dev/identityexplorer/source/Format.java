package dev.identityexplorer.source;

import dev.identityexplorer.model.EvidenceKey;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One kind of AWS answer.
 *
 * @param operation the AWS CLI's service and operation, as in a bundle's file name: {@code iam-list-access-keys}
 * @param keys the top-level keys, of which an answer has at least one
 * @param order files of lower order are read first: others need the names that they tell
 * @param byContent whether a document with such a key is one of these, where no path says it; never true for keys
 *     that several operations share
 * @param subject says whether the document tells whom it is about, where no path does
 * @param reader reads one document
 * @param coverage what a file at this path would prove, for errors in its place
 */
record Format(
        String operation,
        Set<String> keys,
        int order,
        Predicate<Shape> byContent,
        Predicate<Shape> subject,
        Reader reader,
        Coverage coverage) {

    /** Reads the document at which {@code json} stands. */
    interface Reader {
        void read(Document document, JsonFile json, Reading reading);
    }

    /** The evidence that a document's path promises. */
    interface Coverage {
        List<EvidenceKey> of(Document document, Reading reading);
    }

    /** A format whose keys say it all and whose documents are about a whole account. */
    static Format account(String operation, String key, Reader reader, Coverage coverage) {
        return new Format(operation, Set.of(key), 2, shape -> shape.has(key), shape -> true, reader, coverage);
    }

    /** Whether a bundle's folder decides whose an answer is: lists of resources hold those of other accounts, too. */
    boolean ownedByFolder() {
        return !tellsOwners()
                && !operation.startsWith("iam-")
                && !operation.startsWith("sts-")
                && !operation.startsWith(ConfigItems.ITEMS);
    }

    /**
     * Whether an answer says of each resource whose it is, since one account may search those of an organization; see
     * <a href="https://docs.aws.amazon.com/resource-explorer/latest/apireference/API_Resource.html">Resource</a>.
     */
    boolean tellsOwners() {
        return operation.startsWith("resource-explorer-2-");
    }

    boolean holds(Shape shape) {
        return keys.stream().anyMatch(shape::has);
    }
}

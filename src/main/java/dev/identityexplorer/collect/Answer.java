package dev.identityexplorer.collect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.identityexplorer.model.CollectedFile;
import java.util.Optional;

/**
 * What came of a call: an answer, its first pages and why the others are missing, or why there is none.
 *
 * @param content all pages in one; empty if there is none
 * @param failure why there is nothing, or nothing more
 */
record Answer(Optional<ObjectNode> content, Optional<Failure> failure) {

    static Answer whole(ObjectNode content) {
        return new Answer(Optional.of(content), Optional.empty());
    }

    static Answer failed(Failure failure) {
        return new Answer(Optional.empty(), Optional.of(failure));
    }

    CollectedFile.State state() {
        return content.isEmpty()
                ? CollectedFile.State.ERROR
                : failure.isEmpty() ? CollectedFile.State.WHOLE : CollectedFile.State.PARTIAL;
    }
}

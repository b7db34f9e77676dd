package dev.identityexplorer.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What was seen of one account, when, from which file, and whether all of it.
 *
 * @param key what it covers
 * @param state whether it covers all of that
 * @param observedAt when AWS was asked; the file's time of last change where the file itself does not say
 * @param source the file, relative to the imported folder where there is one
 * @param detail why it is not complete, as a sentence; empty when complete
 * @param toldAt when AWS told the newest piece of it, where that is later than the oldest one, which {@code observedAt} is; what
 *     is older than this tells nothing new. Where AWS refused the call, when it told it before; empty if it never did
 */
public record Evidence(
        EvidenceKey key, State state, Instant observedAt, String source, String detail, Optional<Instant> toldAt) {

    /** How far a piece of evidence can be trusted to show that something is <em>not</em> there. */
    public enum State {
        /** All there was. */
        COMPLETE,
        /** A page is missing, an entity was unreadable: what is there is true, what is missing may exist. */
        PARTIAL,
        /** An empty list where an export made with {@code --filter} looks the same: proof only with a second witness. */
        EMPTY,
        /** AWS refused the call. */
        DENIED;

        /** The lower-case word that answers and nodes use. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What was seen at one time. */
    public Evidence(EvidenceKey key, State state, Instant observedAt, String source, String detail) {
        this(key, state, observedAt, source, detail, Optional.empty());
    }

    public Evidence {
        if (state == State.COMPLETE != detail.isEmpty()) {
            throw new IllegalArgumentException("Evidence " + key + " is " + state.word() + " with detail '" + detail
                    + "': exactly what is not complete needs one.");
        }
    }
}

package dev.identityexplorer.deletion;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The answer to "would AWS let me?" and to "and what then?".
 *
 * @param verdict whether IAM would delete the entity
 * @param impact what stops working with it
 * @param gaps what the answers lack
 * @param provenAt the age of the oldest evidence that the verdict rests on
 */
public record Assessment(Verdict verdict, Impact impact, List<Gap> gaps, Optional<ZonedDateTime> provenAt) {

    /** Whether IAM would delete the entity. */
    public enum Verdict {
        /** IAM will not let anybody but its owner delete it. */
        PROTECTED,
        /** At least one known blocker. */
        BLOCKED,
        /** No known blocker, but evidence that the rules need is missing, partial, denied or stale. */
        UNPROVEN,
        /** No blocker, and every rule that applies had complete evidence. */
        CLEAR
    }

    /** What stops working when it is gone. */
    public enum Impact {
        /** These things. */
        BREAKS,
        /** Nothing, with complete evidence. */
        NONE_SEEN,
        /** Evidence is missing. */
        UNKNOWN
    }

    public Assessment {
        gaps = List.copyOf(gaps);
    }
}

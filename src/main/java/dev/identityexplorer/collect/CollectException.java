package dev.identityexplorer.collect;

/** Collecting cannot go on; the message is a full sentence that says what to do. */
public final class CollectException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CollectException(String sentence) {
        super(sentence);
    }

    CollectException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

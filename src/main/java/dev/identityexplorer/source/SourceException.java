package dev.identityexplorer.source;

/** Input that cannot be read at all. The message is one sentence: which file, where in it, what was expected. */
public final class SourceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SourceException(String message) {
        super(message);
    }

    public SourceException(String message, Throwable cause) {
        super(message, cause);
    }
}

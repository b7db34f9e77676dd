package dev.identityexplorer.graph;

/**
 * Why the graph could not be opened, read or written: one full sentence that says what to do.
 *
 * <p>{@link #unreachable()} tells a database that cannot be had (not there, refused, held by another program) from
 * one that answered and could not do what it was asked.
 */
public final class GraphException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean unreachable;

    public GraphException(String sentence) {
        super(sentence);
        unreachable = false;
    }

    public GraphException(String sentence, Throwable cause) {
        super(sentence, cause);
        unreachable = false;
    }

    private GraphException(boolean unreachable, String sentence, Throwable cause) {
        super(sentence, cause);
        this.unreachable = unreachable;
    }

    /** There is no database to talk to: the command line's exit code 3. */
    static GraphException unreachable(String sentence) {
        return unreachable(sentence, new IllegalStateException("no connection"));
    }

    static GraphException unreachable(String sentence, Throwable cause) {
        return new GraphException(true, sentence, cause);
    }

    public boolean unreachable() {
        return unreachable;
    }
}

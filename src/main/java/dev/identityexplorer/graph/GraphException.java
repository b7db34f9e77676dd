package dev.identityexplorer.graph;

import java.util.Optional;

/**
 * Why the graph could not be opened, read or written: one full sentence that says what to do.
 *
 * <p>{@link #unreachable()} tells a database that cannot be had (not there, refused, held by another program) from
 * one that answered and could not do what it was asked.
 */
public final class GraphException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What sort of trouble it is. */
    public enum Reason {
        /** There is no database to talk to. */
        UNREACHABLE,
        /** A query is wrong, or does what it may not. */
        REFUSED,
        /** A query took longer, or more memory, than it may. */
        TOO_SLOW,
        /** Nothing is called so. */
        NOT_FOUND,
        /** What was asked for cannot be, whatever the graph holds. */
        BAD_INPUT,
        /** Something of that name is there already. */
        CONFLICT,
        OTHER
    }

    /**
     * Where in a query it went wrong.
     *
     * @param line from 1
     * @param column from 1
     * @param offset from 0
     */
    public record Position(int line, int column, int offset) implements java.io.Serializable {}

    private final Reason reason;
    private final transient Optional<Position> position;

    public GraphException(String sentence) {
        this(Reason.OTHER, sentence);
    }

    public GraphException(String sentence, Throwable cause) {
        this(Reason.OTHER, sentence, cause, Optional.empty());
    }

    private GraphException(Reason reason, String sentence, Throwable cause, Optional<Position> position) {
        super(sentence, cause);
        this.reason = reason;
        this.position = position;
    }

    private GraphException(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
        this.position = Optional.empty();
    }

    /** Nothing is called so. */
    public static GraphException notFound(String sentence) {
        return new GraphException(Reason.NOT_FOUND, sentence);
    }

    /** What was asked for cannot be, whatever the graph holds. */
    static GraphException badInput(String sentence) {
        return new GraphException(Reason.BAD_INPUT, sentence);
    }

    /** Something of that name is there already. */
    static GraphException conflict(String sentence) {
        return new GraphException(Reason.CONFLICT, sentence);
    }

    /** There is no database to talk to: the command line's exit code 3. */
    static GraphException unreachable(String sentence) {
        return unreachable(sentence, new IllegalStateException("no connection"));
    }

    static GraphException unreachable(String sentence, Throwable cause) {
        return new GraphException(Reason.UNREACHABLE, sentence, cause, Optional.empty());
    }

    static GraphException refused(String sentence) {
        return refused(sentence, new IllegalArgumentException("refused"), Optional.empty());
    }

    static GraphException refused(String sentence, Throwable cause, Optional<Position> position) {
        return new GraphException(Reason.REFUSED, sentence, cause, position);
    }

    static GraphException tooSlow(String sentence, Throwable cause) {
        return new GraphException(Reason.TOO_SLOW, sentence, cause, Optional.empty());
    }

    public boolean unreachable() {
        return reason == Reason.UNREACHABLE;
    }

    public Reason reason() {
        return reason;
    }

    /** Where a query went wrong, if the database says. */
    public Optional<Position> position() {
        return position == null ? Optional.empty() : position;
    }
}

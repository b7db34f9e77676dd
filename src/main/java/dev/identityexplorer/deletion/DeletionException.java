package dev.identityexplorer.deletion;

/** A question about a deletion that has no answer: an id that nothing has, a rule file that cannot be understood. */
public final class DeletionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean unknown;

    public DeletionException(String sentence) {
        this(sentence, false);
    }

    private DeletionException(String sentence, boolean unknown) {
        super(sentence);
        this.unknown = unknown;
    }

    /** Nothing has this id. */
    static DeletionException unknown(String id) {
        return new DeletionException("Nothing with the id '" + id + "' was imported.", true);
    }

    /** Whether nothing has the id that was asked for. */
    public boolean unknown() {
        return unknown;
    }
}

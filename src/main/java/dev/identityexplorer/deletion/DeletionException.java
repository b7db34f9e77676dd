package dev.identityexplorer.deletion;

/** A question about a deletion that has no answer: an id that nothing has, a rule file that cannot be understood. */
public final class DeletionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DeletionException(String sentence) {
        super(sentence);
    }
}

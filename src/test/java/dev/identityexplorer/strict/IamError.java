package dev.identityexplorer.strict;

/** What IAM answers instead of doing it; the codes are those of the IAM API Reference. */
final class IamError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    IamError(String code, String message) {
        super(message);
        this.code = code;
    }

    String code() {
        return code;
    }

    static IamError conflict(String what) {
        return new IamError("DeleteConflict", "Cannot delete entity, must " + what + " first.");
    }

    static IamError none(String what) {
        return new IamError("NoSuchEntity", what + " cannot be found.");
    }
}

package dev.identityexplorer.source;

/**
 * An error where an answer was expected: a refused call is evidence of its own kind, and {@code NoSuchEntity} can be
 * the proof that there is none.
 */
final class ErrorAnswer {

    private ErrorAnswer() {}

    static void read(Document document, Reading reading) {
        var covers = document.format().coverage().of(document, reading);
        if (document.error().matches("AccessDenied.*|Unauthorized.*|.*NotAuthorized.*")) {
            covers.forEach(key -> reading.ledger().denied(key, document));
        } else if (document.error().startsWith("NoSuchEntity")
                && document.format().operation().equals("iam-get-login-profile")) {
            covers.forEach(key -> {
                reading.ledger().seen(key);
                reading.ledger().page(key, document, "", document.file().modified());
            });
        } else {
            reading.problem(document, "", "The call failed with " + document.error() + ", so it proves nothing.");
        }
    }
}

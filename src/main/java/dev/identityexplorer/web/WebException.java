package dev.identityexplorer.web;

/** Why a request was not answered: a sentence that says what to do, and the HTTP status for it. */
public final class WebException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;

    WebException(int status, String type, String sentence) {
        super(sentence);
        this.status = status;
        this.type = type;
    }

    WebException(int status, String type, String sentence, Throwable cause) {
        super(sentence, cause);
        this.status = status;
        this.type = type;
    }

    static WebException badRequest(String sentence) {
        return new WebException(400, "bad-request", sentence);
    }

    static WebException forbidden(String sentence) {
        return new WebException(403, "forbidden", sentence);
    }

    static WebException notFound(String sentence) {
        return new WebException(404, "not-found", sentence);
    }

    static WebException nothingWithId(String id) {
        return notFound(
                "Nothing with the id '" + id + "' was imported; ids are case-sensitive, and entities?q= searches.");
    }

    static WebException unavailable(String sentence) {
        return new WebException(503, "unavailable", sentence);
    }

    int status() {
        return status;
    }

    /** The word that a program can rely on. */
    String type() {
        return type;
    }
}

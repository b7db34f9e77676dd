package dev.identityexplorer.cli;

/** A command cannot do what was asked; the message is a full sentence that says what to do instead. */
final class CliException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CliException(String sentence) {
        super(sentence);
    }

    CliException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

package dev.identityexplorer.model;

/**
 * Something in the input that a person should know of: an unreadable entity, two accounts in one document.
 *
 * @param source the file
 * @param position where in the file, such as {@code RoleDetailList[3]} or {@code line 7, column 12}; may be empty
 * @param message a full sentence
 */
public record Problem(String source, String position, String message) {

    /** One line for people: {@code file (position): message}. */
    public String text() {
        return source + (position.isEmpty() ? "" : " (" + position + ")") + ": " + message;
    }
}

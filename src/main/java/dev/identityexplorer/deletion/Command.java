package dev.identityexplorer.deletion;

import java.util.List;

/**
 * A command.
 *
 * @param text for a POSIX shell
 * @param fillIn the placeholders that it still holds, which only a person can fill in: it never runs as printed
 */
record Command(String text, List<String> fillIn) {

    Command {
        fillIn = List.copyOf(fillIn);
    }
}

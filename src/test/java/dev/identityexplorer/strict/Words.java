package dev.identityexplorer.strict;

import java.util.ArrayList;
import java.util.List;

/** The words of a simple shell command, as a POSIX shell splits them; substitutions and lists are not simple. */
final class Words {

    private Words() {}

    static List<String> of(String command) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        boolean quoted = false;
        boolean any = false;
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
                any = true;
            } else if (quoted) {
                word.append(c);
            } else if (c == ' ') {
                if (any) {
                    words.add(word.toString());
                    word.setLength(0);
                    any = false;
                }
            } else if (c == '\\') {
                word.append(command.charAt(++i));
                any = true;
            } else if ("$`;&|<>()\"*?~#\n".indexOf(c) >= 0 && (c != '~' && c != '#' || !any)) {
                throw new IllegalArgumentException(command + " is no simple command: " + c);
            } else {
                word.append(c);
                any = true;
            }
        }
        if (any) {
            words.add(word.toString());
        }
        return words;
    }
}

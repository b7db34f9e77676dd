package dev.identityexplorer;

import dev.identityexplorer.cli.Explorer;

/** Starts the command line. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(Explorer.run(arguments));
    }
}

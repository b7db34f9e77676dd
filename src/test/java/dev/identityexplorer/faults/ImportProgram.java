package dev.identityexplorer.faults;

import dev.identityexplorer.cli.Explorer;
import dev.identityexplorer.launcher.JavaProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A process that imports one folder after the other into a store, over and over, until it is killed. */
final class ImportProgram {

    private ImportProgram() {}

    public static void main(String[] arguments) {
        for (int i = 0; ; i++) {
            int code = Explorer.run(
                    "import", "--format", "csv", "--store", arguments[0], arguments[1 + i % (arguments.length - 1)]);
            System.out.println("exit code " + code);
        }
    }

    /** Starts it in a Java VM of its own; what it says goes to a file. */
    static Process start(Path log, String... arguments) throws IOException {
        return startMain(log, ImportProgram.class.getName(), arguments);
    }

    /** Starts a class of the class path of the tests. */
    static Process startMain(Path log, String main, String... arguments) throws IOException {
        return JavaProgram.of(List.of("-Djava.io.tmpdir=" + log.getParent()), List.of(), main, List.of(arguments))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }
}

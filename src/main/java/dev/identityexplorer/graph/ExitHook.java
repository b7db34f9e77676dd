package dev.identityexplorer.graph;

import java.time.Duration;

/** Makes sure that a stop happens when the process is told to end, and that the process does not wait long for it. */
final class ExitHook {
    /** With the time that the Java VM needs for itself, Ctrl-C ends within a second. */
    private static final Duration LIMIT = Duration.ofMillis(800);

    private static volatile boolean ending;

    private ExitHook() {}

    /** Whether a hook runs: what fails now fails because the process was told to end. */
    static boolean ending() {
        return ending;
    }

    /** The same stop, done at the latest when the Java VM ends; once done by hand, the hook is forgotten. */
    static Runnable around(Runnable stop) {
        Thread hook = new Thread(() -> runFor(stop, LIMIT), "stop-the-database");
        Runtime.getRuntime().addShutdownHook(hook);
        return () -> {
            stop.run();
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The Java VM is ending already, and the hook has nothing left to do.
                return;
            }
        };
    }

    private static void runFor(Runnable stop, Duration limit) {
        ending = true;
        Thread stopping = new Thread(stop, "stopping-the-database");
        stopping.setDaemon(true);
        stopping.start();
        try {
            stopping.join(limit.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

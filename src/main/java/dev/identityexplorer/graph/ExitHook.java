package dev.identityexplorer.graph;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Makes sure that a stop happens when the process is told to end, and that the process does not wait long for it. */
final class ExitHook {
    /** With the time that the Java VM needs for itself, Ctrl-C ends within a second. */
    private static final Duration LIMIT = Duration.ofMillis(550);

    /** Neo4j tries for ever to write what a full disk does not take; then the next start recovers. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static volatile boolean ending;

    private ExitHook() {}

    /** Whether a hook runs: what fails now fails because the process was told to end. */
    static boolean ending() {
        return ending;
    }

    /** The same stop, done at the latest when the Java VM ends; once done by hand, the hook is forgotten. */
    static Runnable around(Runnable stop) {
        Thread hook = new Thread(
                () -> {
                    ending = true;
                    runFor(stop, LIMIT);
                },
                "stop-the-database");
        Runtime.getRuntime().addShutdownHook(hook);
        return () -> {
            Optional<RuntimeException> failure = runFor(stop, LONGEST);
            if (failure.isPresent()) {
                throw failure.get();
            }
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The Java VM is ending already, and the hook has nothing left to do.
                return;
            }
        };
    }

    /** Waits so long for the stop; what it threw, if it ended. */
    private static Optional<RuntimeException> runFor(Runnable stop, Duration limit) {
        AtomicReference<Optional<RuntimeException>> failure = new AtomicReference<>(Optional.empty());
        Thread stopping = new Thread(
                () -> {
                    try {
                        stop.run();
                    } catch (RuntimeException e) {
                        failure.set(Optional.of(e));
                    }
                },
                "stopping-the-database");
        stopping.setDaemon(true);
        stopping.start();
        try {
            stopping.join(limit.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return failure.get();
    }
}

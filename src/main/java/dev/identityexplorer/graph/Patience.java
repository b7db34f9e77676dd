package dev.identityexplorer.graph;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Waits for queries only so long. Neo4j ends a query at its time limit between rows, not within an expression: a loop
 * over a huge {@code range()} goes on. Nobody waits for such a one, and it keeps its place until it is over, so that
 * only a few can run.
 */
final class Patience {

    private static final int PLACES = 4;
    /** Neo4j looks at its own time limit now and then. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final Semaphore places = new Semaphore(PLACES);
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "cypher-console");
        thread.setDaemon(true);
        return thread;
    });

    /** The answer of {@code query}, if it comes within {@code time} and a little. */
    <T> T of(Duration time, Supplier<T> query) {
        try {
            if (!places.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw GraphException.tooSlow(
                        "Other queries are still running and take all places; try again in a minute.",
                        new IllegalStateException("no place"));
            }
            var answer = threads.submit(() -> {
                try {
                    return query.get();
                } finally {
                    places.release();
                }
            });
            return answer.get(time.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw over(time, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new GraphException("The query failed (" + e.getCause() + ").", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GraphException("Waiting for the query was interrupted; ask again.", e);
        }
    }

    static GraphException over(Duration time, Throwable cause) {
        return GraphException.tooSlow(
                "The query was ended after " + time.toSeconds()
                        + " seconds; ask for less, or start it at an indexed property such as id or name.",
                cause);
    }
}

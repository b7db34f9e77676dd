package dev.identityexplorer.collect;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Runs tasks, and the tasks that those beget, a few at a time, until all are done or one of them fails. */
final class Workers implements AutoCloseable {

    private final ExecutorService pool;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Object change = new Object();

    Workers(int count) {
        var number = new AtomicInteger();
        pool = Executors.newFixedThreadPool(count, task -> {
            var thread = new Thread(task, "collect-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** May be called by a task. */
    void submit(Runnable task) {
        open.incrementAndGet();
        pool.execute(() -> {
            try {
                if (failure.get() == null) {
                    task.run();
                }
            } catch (RuntimeException
                    | Error e) { // an answer that is missing without a word would look like an empty one
                failure.compareAndSet(null, e);
            } finally {
                synchronized (change) {
                    open.decrementAndGet();
                    change.notifyAll();
                }
            }
        });
    }

    /** Waits until nothing is left to do; throws what the first task that failed threw. */
    void await() {
        synchronized (change) {
            while (open.get() > 0) {
                try {
                    change.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new CollectException("Collecting was interrupted; run it again to go on.", e);
                }
            }
        }
        var thrown = failure.get();
        if (thrown instanceof Error error) {
            throw error;
        } else if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}

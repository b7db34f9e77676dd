package dev.identityexplorer.cli;

import dev.identityexplorer.source.AccountFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Works on several accounts at a time, and tells of them in their order. */
final class AccountThreads {

    /** While one is read, another is written; more of them would only hold more accounts in memory. */
    private static final int THREADS = 2;

    /**
     * Kibibytes of files that may be worked on at a time; what is larger is worked on alone. While an account is written, it
     * takes some 20 times the size of its files, and 8 times while it waits.
     */
    private static final int MOST_AT_A_TIME =
            (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 64 / 1024);

    private AccountThreads() {}

    /**
     * @param work what to do with an account, by any thread
     * @param done is told by the calling thread of each account that {@code work} was done with
     * @throws RuntimeException what {@code work} threw for the first account that failed; accounts that were begun by then
     *     are brought to their end, others are left alone
     */
    static <T> void run(List<AccountFiles> accounts, Function<AccountFiles, T> work, BiConsumer<AccountFiles, T> done) {
        var failed = new AtomicBoolean();
        var room = new Semaphore(MOST_AT_A_TIME, true);
        var threads = Executors.newFixedThreadPool(THREADS, task -> {
            var thread = new Thread(task, "account");
            thread.setDaemon(true);
            return thread;
        });
        try {
            var results = new ArrayList<Future<T>>();
            for (var files : accounts) {
                results.add(threads.submit(() -> {
                    int size = (int) Math.min(MOST_AT_A_TIME, 1 + files.bytes() / 1024);
                    room.acquire(size);
                    try {
                        if (failed.get()) {
                            throw new CancellationException("an account before this one failed");
                        }
                        return work.apply(files);
                    } catch (RuntimeException e) {
                        failed.set(true);
                        throw e;
                    } finally {
                        room.release(size);
                    }
                }));
            }
            for (int i = 0; i < results.size(); i++) {
                done.accept(accounts.get(i), results.get(i).get());
                results.set(i, null);
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new CliException("The import failed (" + e.getCause() + ").", e);
        } catch (InterruptedException e) {
            failed.set(true);
            Thread.currentThread().interrupt();
            throw new CliException("The import was interrupted.", e);
        } finally {
            threads.shutdown();
            if (!Thread.currentThread().isInterrupted()) {
                ended(threads);
            }
        }
    }

    /** What is still being written would meet a database that is closed, or the next import. */
    private static void ended(ExecutorService threads) {
        try {
            while (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
                // an account takes as long as it takes
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

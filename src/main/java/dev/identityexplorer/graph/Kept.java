package dev.identityexplorer.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Answers that are costly and hold until the graph changes; the least used ones are forgotten.
 *
 * <p>An import of many accounts changes the graph every second, and what is costly would be computed all the time. So while
 * one runs, an answer is shown a while longer: ten times as long as it took to compute. Then it is computed anew in the
 * background, one answer at a time. When the import has ended, everything is new.
 */
public final class Kept<T> {

    private static final int WHILE_IMPORTING = 10;

    private static final ExecutorService BACKGROUND = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "answering-anew");
        thread.setDaemon(true);
        return thread;
    });

    private final Map<String, Answer<T>> answers;

    /** @param most how many answers are kept */
    public Kept(int most) {
        this.answers = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Answer<T>> eldest) {
                return size() > most;
            }
        };
    }

    Kept() {
        this(256);
    }

    /** One answer, and the state of the graph that it was made from. */
    private static final class Answer<T> {
        private final String stamp;
        private final FutureTask<T> task;
        private volatile long took;
        private volatile long done;
        private boolean replaced;

        Answer(Stamp now, Supplier<T> compute) {
            this.stamp = now.text();
            this.task = new FutureTask<>(() -> {
                long start = System.nanoTime();
                var answer = compute.get();
                done = System.nanoTime();
                took = done - start;
                return answer;
            });
        }

        boolean there() {
            return task.isDone();
        }

        boolean due() {
            return System.nanoTime() - done > WHILE_IMPORTING * took;
        }
    }

    /** The answer to {@code question}, computed once for each state of the graph; who asks meanwhile waits for it. */
    public T get(Stamp now, String question, Supplier<T> compute) {
        var answer = answer(now, question, compute);
        answer.task.run(); // nothing where it runs already
        try {
            return answer.task.get();
        } catch (ExecutionException e) {
            forget(question, answer);
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new GraphException("The question '" + question + "' could not be answered.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw GraphException.unreachable("The program ends, and nobody waits for this answer any more.", e);
        }
    }

    private synchronized Answer<T> answer(Stamp now, String question, Supplier<T> compute) {
        var known = answers.get(question);
        if (known != null && known.stamp.equals(now.text())) {
            return known;
        }
        var fresh = new Answer<>(now, compute);
        if (known != null && known.there() && now.importing()) {
            if (known.due() && !known.replaced) {
                known.replaced = true;
                BACKGROUND.execute(() -> replace(question, known, fresh));
            }
            return known;
        }
        answers.put(question, fresh);
        return fresh;
    }

    /** Where it fails, who asks next learns why. */
    private void replace(String question, Answer<T> known, Answer<T> fresh) {
        fresh.task.run();
        synchronized (this) {
            answers.replace(question, known, fresh);
        }
    }

    private synchronized void forget(String question, Answer<T> failed) {
        answers.remove(question, failed);
    }
}

package dev.identityexplorer.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Answers that are costly and hold until the next import; the least used ones are forgotten. */
final class Kept<T> {

    private static final int MOST = 256;

    private String stamp = "";
    private final Map<String, FutureTask<T>> answers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, FutureTask<T>> eldest) {
            return size() > MOST;
        }
    };

    /** The answer to {@code question}, computed once for each state of the graph; who asks meanwhile waits for it. */
    T get(Stamp now, String question, Supplier<T> compute) {
        var answer = task(now, question, compute);
        answer.run(); // nothing where it runs already
        try {
            return answer.get();
        } catch (ExecutionException e) {
            forget(question, answer);
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new GraphException("The question '" + question + "' could not be answered.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GraphException("Nobody waits for the answer to '" + question + "' any more.", e);
        }
    }

    private synchronized FutureTask<T> task(Stamp now, String question, Supplier<T> compute) {
        if (!stamp.equals(now.text())) {
            answers.clear();
            stamp = now.text();
        }
        return answers.computeIfAbsent(question, key -> new FutureTask<>(compute::get));
    }

    private synchronized void forget(String question, FutureTask<T> failed) {
        answers.remove(question, failed);
    }
}

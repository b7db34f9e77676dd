package dev.identityexplorer.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Answers that are costly and hold until the next import; the least used ones are forgotten. */
final class Kept<T> {

    private static final int MOST = 256;

    private String stamp = "";
    private final Map<String, T> answers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > MOST;
        }
    };

    /** The answer to {@code question}, computed once for each state of the graph. */
    synchronized T get(Stamp now, String question, Supplier<T> compute) {
        if (!stamp.equals(now.text())) {
            answers.clear();
            stamp = now.text();
        }
        var known = answers.get(question);
        if (known == null) {
            known = compute.get();
            answers.put(question, known);
        }
        return known;
    }
}

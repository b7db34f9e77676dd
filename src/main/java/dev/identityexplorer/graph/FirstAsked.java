package dev.identityexplorer.graph;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Who asks what this process never asked before asks alone, until it is planned: that takes as long as a hundred answers, and
 * Neo4j lets all who ask the same meanwhile plan it, too, so that fifty users who come at once would wait for fifty plans of
 * each statement.
 */
final class FirstAsked {

    /** Neo4j keeps no more plans than these either. */
    private static final int MOST = 1_000;

    private final Map<String, CompletableFuture<Void>> planned = new ConcurrentHashMap<>();

    /**
     * Asks, after whoever asks the same for the first time has its plan; where that failed, as the next first one.
     *
     * @param ask sends the statement; its stage ends when the database runs it
     */
    <T> CompletionStage<T> ask(String statement, Supplier<CompletionStage<T>> ask) {
        var mine = new CompletableFuture<Void>();
        var first = planned.putIfAbsent(statement, mine);
        if (first != null) {
            Stages.await(first);
            return ask.get();
        }
        try {
            return ask.get().whenComplete((result, failure) -> end(statement, mine, failure == null));
        } catch (RuntimeException e) {
            end(statement, mine, false);
            throw e;
        }
    }

    private void end(String statement, CompletableFuture<Void> mine, boolean runs) {
        if (!runs || planned.size() > MOST) {
            planned.remove(statement, mine);
        }
        mine.complete(null);
    }
}

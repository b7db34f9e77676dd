package dev.identityexplorer.graph;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/** Waits for what the driver does asynchronously. */
final class Stages {

    private Stages() {}

    /**
     * What a stage ends with.
     *
     * @throws RuntimeException what it failed with
     * @throws GraphException if this thread was interrupted
     */
    static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GraphException("Waiting for the database was interrupted; ask again.", e);
        }
    }
}

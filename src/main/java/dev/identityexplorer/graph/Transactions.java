package dev.identityexplorer.graph;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.neo4j.driver.async.AsyncSession;
import org.neo4j.driver.exceptions.Neo4jException;

/** Transactions that write. All of them throw a {@link GraphException} in words for people where the database fails. */
final class Transactions {

    /** Where the work of a transaction is done: the driver's own threads must not wait. */
    private static final Executor THREAD = work -> {
        var thread = new Thread(work, "transaction");
        thread.setDaemon(true);
        thread.start();
    };

    private final Engine engine;

    Transactions(Engine engine) {
        this.engine = engine;
    }

    /** Does work in one transaction, and all of it again where the driver says that it may succeed then. */
    <T> T write(Function<Pipeline, T> work) {
        return in(
                engine.writingAsync(),
                session -> Stages.await(session.executeWriteAsync(
                        tx -> CompletableFuture.supplyAsync(() -> settled(Pipeline.within(tx), work), THREAD))));
    }

    /** Does work in one transaction, one statement after the other, and takes it back. */
    <T> T rolledBack(Function<Pipeline, T> work) {
        return in(engine.writingAsync(), session -> {
            var tx = Stages.await(session.beginTransactionAsync());
            try {
                return settled(Pipeline.oneByOne(tx), work);
            } finally {
                Stages.await(tx.closeAsync());
            }
        });
    }

    /** Does work of which each statement is a transaction of its own. */
    <T> T singly(Function<Pipeline, T> work) {
        return in(engine.writingInPages(), session -> settled(Pipeline.oneByOne(session), work));
    }

    private static <T> T settled(Pipeline pipeline, Function<Pipeline, T> work) {
        var result = work.apply(pipeline);
        pipeline.settle();
        return result;
    }

    private <T> T in(AsyncSession session, Function<AsyncSession, T> work) {
        try {
            return work.apply(session);
        } catch (Neo4jException e) {
            throw engine.explain(e);
        } finally {
            Stages.await(session.closeAsync().exceptionally(failure -> null)); // what matters was thrown before
        }
    }
}

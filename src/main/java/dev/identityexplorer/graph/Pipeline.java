package dev.identityexplorer.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Query;
import org.neo4j.driver.Record;
import org.neo4j.driver.async.AsyncQueryRunner;
import org.neo4j.driver.async.ResultCursor;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * A transaction of which statements are sent before those before them were answered (Bolt calls it pipelining), so that the
 * database works while rows for it are made, and while what it answered is looked at. It runs them in the order in which they were
 * sent. What a statement failed with is thrown by one of the next calls, {@link #settle} at the latest. For one thread.
 */
final class Pipeline {

    /** How many statements may wait for their answers: enough that the database always has one, each with all of its rows. */
    static final int AHEAD = 3;

    /** What a statement finds, to be looked at once and before what is asked after it. */
    interface Rows {
        Rows NONE = row -> {};

        /** Waits for each row. */
        void forEach(Consumer<Record> row);
    }

    private final AsyncQueryRunner runner;
    private final boolean ahead;
    private final Deque<CompletionStage<?>> sent = new ArrayDeque<>();

    private Pipeline(AsyncQueryRunner runner, boolean ahead) {
        this.runner = runner;
        this.ahead = ahead;
    }

    /** Within a transaction, of a session without a fetch size: all rows of a statement are read before the next one runs. */
    static Pipeline within(AsyncQueryRunner transaction) {
        return new Pipeline(transaction, true);
    }

    /** Each statement has been answered when the next one is sent: each is a transaction of its own, say. */
    static Pipeline oneByOne(AsyncQueryRunner runner) {
        return new Pipeline(runner, false);
    }

    /** Runs a statement of which nobody wants the rows. */
    void send(Query query) {
        while (sent.size() >= (ahead ? AHEAD : 1)) {
            Stages.await(sent.remove());
        }
        // a result that nobody consumed would be kept until the transaction ends, with the rows that were sent for it
        sent.add(runner.runAsync(query).thenCompose(ResultCursor::consumeAsync));
    }

    /** Asks; the answer may be looked at later. */
    Rows ask(Query query) {
        if (!ahead) {
            return row -> {
                settle();
                pass(runner.runAsync(query), row);
            };
        }
        var asked = runner.runAsync(query);
        return row -> pass(asked, row);
    }

    private void pass(CompletionStage<ResultCursor> asked, Consumer<Record> row) {
        try {
            var cursor = Stages.await(asked);
            for (var next = next(cursor); next != null; next = next(cursor)) {
                row.accept(next);
            }
        } catch (Neo4jException e) {
            settle(); // throws what an earlier statement failed with, for which this one was not run
            throw e;
        }
    }

    private static @Nullable Record next(ResultCursor cursor) {
        return Stages.await(cursor.nextAsync());
    }

    /** Waits until all that was sent has been answered. */
    void settle() {
        while (!sent.isEmpty()) {
            Stages.await(sent.remove());
        }
    }
}

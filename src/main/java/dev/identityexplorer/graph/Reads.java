package dev.identityexplorer.graph;

import dev.identityexplorer.cypher.CypherLibrary;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.async.AsyncTransaction;
import org.neo4j.driver.async.ResultCursor;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;

/**
 * Runs the files of {@code cypher/answer}; rows come in the wire form of {@link Wire}. A connection that broke while
 * nobody used it is replaced once; where the database is away, the driver's seconds of trying would only let people
 * wait for the same sentence.
 */
final class Reads {

    static final TransactionConfig LIMITS =
            TransactionConfig.builder().withTimeout(Duration.ofSeconds(60)).build();

    private final Engine engine;
    private final CypherLibrary library;
    private final @Nullable AsyncTransaction shared;

    Reads(Engine engine, CypherLibrary library) {
        this(engine, library, null);
    }

    private Reads(Engine engine, CypherLibrary library, @Nullable AsyncTransaction shared) {
        this.engine = engine;
        this.library = library;
        this.shared = shared;
    }

    /** Several reads in one transaction: fewer round trips, and still each of them sees what was written meanwhile. */
    <T> T together(Function<Reads, T> work) {
        return onceMore(engine, () -> {
            var session = engine.readingAsync();
            try {
                return work.apply(new Reads(engine, library, Stages.await(session.beginTransactionAsync(LIMITS))));
            } finally {
                session.closeAsync(); // rolls back, for which nobody waits
            }
        });
    }

    /**
     * Sends a read without waiting for those that were sent before; they run in the order in which they were sent, and are to be
     * waited for in that order, or an error of one would be told as another's. Only {@link #together} sends ahead.
     *
     * @return waits for the rows
     */
    Supplier<List<Record>> send(String name, Map<String, ? extends @Nullable Object> parameters) {
        return send(name, UnaryOperator.identity(), parameters);
    }

    private Supplier<List<Record>> send(
            String name, UnaryOperator<String> varied, Map<String, ? extends @Nullable Object> parameters) {
        var statement = AskedParts.of(varied.apply(library.file("answer", name).statement()), parameters);
        var values = new HashMap<String, @Nullable Object>(parameters);
        if (shared == null) {
            var rows = in(
                    engine,
                    LIMITS,
                    tx -> Stages.await(engine.firstAsked()
                                    .ask(statement, () -> CompletableFuture.completedStage(tx.run(statement, values))))
                            .list());
            return () -> rows;
        }
        var rows = engine.firstAsked()
                .ask(statement, () -> shared.runAsync(statement, values))
                .thenCompose(ResultCursor::listAsync);
        return () -> Stages.await(rows);
    }

    /** All rows of {@code cypher/answer/NAME.cypher}. */
    List<Map<String, @Nullable Object>> rows(String name, Map<String, @Nullable Object> parameters) {
        return rows(name, UnaryOperator.identity(), parameters);
    }

    /** As {@link #rows(String, Map)}, of a statement that differs in what Cypher takes no parameter for. */
    List<Map<String, @Nullable Object>> rows(
            String name, UnaryOperator<String> varied, Map<String, @Nullable Object> parameters) {
        return records(name, varied, parameters).stream().map(Wire::row).toList();
    }

    /** The first row, if there is one. */
    Optional<Map<String, @Nullable Object>> row(String name, Map<String, @Nullable Object> parameters) {
        return rows(name, parameters).stream().findFirst();
    }

    List<Record> records(String name, Map<String, ? extends @Nullable Object> parameters) {
        return records(name, UnaryOperator.identity(), parameters);
    }

    private List<Record> records(
            String name, UnaryOperator<String> varied, Map<String, ? extends @Nullable Object> parameters) {
        return send(name, varied, parameters).get();
    }

    /** Reads in a transaction, once more where the connection broke or the database asks for it, and no longer. */
    static <T> T in(Engine engine, TransactionConfig limits, Function<Transaction, T> work) {
        return onceMore(engine, () -> {
            try (var session = engine.reading();
                    var tx = session.beginTransaction(limits)) {
                return work.apply(tx);
            }
        });
    }

    private static <T> T onceMore(Engine engine, Supplier<T> work) {
        try {
            return work.get();
        } catch (Neo4jException e) {
            if (!(e instanceof RetryableException)) {
                throw engine.explain(e);
            }
            try {
                return work.get();
            } catch (Neo4jException again) {
                throw engine.explain(again);
            }
        }
    }
}

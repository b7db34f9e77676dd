package dev.identityexplorer.graph;

import dev.identityexplorer.cypher.CypherLibrary;
import java.util.Map;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * Which labels, relationships and properties mean what. A change that makes an older program misread the graph, or this
 * one misread an older graph, takes a new number, and a statement here that brings older graphs up to it.
 */
public final class GraphFormat {

    /** 1: from before graphs told their format. 2: nodes have a {@code searchText}. */
    private static final long CURRENT = 2;

    /** What {@link #written} says where no graph is. */
    private static final long NONE = 0;

    private final Engine engine;
    private final CypherLibrary library;

    public GraphFormat(Engine engine, CypherLibrary library) {
        this.engine = engine;
        this.library = library;
    }

    /**
     * Makes sure that this program understands the graph; an older one is brought up to this format.
     *
     * @throws GraphException if a newer program wrote it
     */
    public void require() {
        long found = written();
        if (found > CURRENT) {
            throw GraphException.unreachable("This graph was written by a newer Identity Explorer (format " + found
                    + "; this one knows " + CURRENT + "); use the newer one, or another store or database.");
        }
        if (found != NONE && found < CURRENT) {
            takeOver();
        }
    }

    /** Marks the graph, before an import writes to it. */
    public void mark() {
        require();
        if (written() != CURRENT) {
            write("graph-format", Map.of("format", CURRENT));
        }
    }

    /** Every step can be repeated, so that one that was interrupted goes on the next time. */
    private void takeOver() {
        try (var session = engine.writing()) {
            library.schema()
                    .statements()
                    .forEach(statement -> session.run(statement).consume());
        } catch (Neo4jException e) {
            throw engine.explain(e);
        }
        long left;
        do {
            left = write("graph-format-search-text", Map.of());
        } while (left > 0);
        write("graph-format", Map.of("format", CURRENT));
    }

    /** The number that a statement answers with; 0 where it answers nothing. */
    private long write(String name, Map<String, Object> parameters) {
        var statement = library.file("load", name).statement();
        try (var session = engine.writing()) {
            return session.executeWrite(tx -> tx.run(statement, parameters).list().stream()
                    .mapToLong(row -> row.get(0).asLong())
                    .sum());
        } catch (Neo4jException e) {
            throw engine.explain(e);
        }
    }

    private long written() {
        return new Reads(engine, library)
                .row("graph-format", Map.of())
                .map(row -> Wire.number(row, "format"))
                .orElse(NONE);
    }
}

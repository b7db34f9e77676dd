package dev.identityexplorer.graph;

import dev.identityexplorer.cypher.CypherLibrary;
import java.util.Map;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * Which labels, relationships and properties mean what. A change that makes an older program misread the graph, or this
 * one misread an older graph, takes a new number, and a statement here that brings older graphs up to it.
 */
public final class GraphFormat {

    private static final long CURRENT = 1;

    private final Engine engine;
    private final CypherLibrary library;

    public GraphFormat(Engine engine, CypherLibrary library) {
        this.engine = engine;
        this.library = library;
    }

    /**
     * Makes sure that this program understands the graph. One that tells no format is empty, or of the first.
     *
     * @throws GraphException if a newer program wrote it
     */
    public void require() {
        long found = written();
        if (found > CURRENT) {
            throw GraphException.unreachable("This graph was written by a newer Identity Explorer (format " + found
                    + "; this one knows " + CURRENT + "); use the newer one, or another store or database.");
        }
    }

    /** Marks the graph, before an import writes to it. */
    public void mark() {
        require();
        if (written() == CURRENT) {
            return;
        }
        var statement = library.file("load", "graph-format").statement();
        try (var session = engine.writing()) {
            session.executeWriteWithoutResult(
                    tx -> tx.run(statement, Map.of("format", CURRENT)).consume());
        } catch (Neo4jException e) {
            throw engine.explain(e);
        }
    }

    private long written() {
        return new Reads(engine, library)
                .row("graph-format", Map.of())
                .map(row -> Wire.number(row, "format"))
                .orElse(0L);
    }
}

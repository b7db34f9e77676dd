package dev.identityexplorer.cli;

import dev.identityexplorer.catalogue.Catalogue;
import dev.identityexplorer.cypher.CypherLibrary;
import dev.identityexplorer.deletion.Deletions;
import dev.identityexplorer.graph.Engine;
import dev.identityexplorer.graph.GraphFormat;
import dev.identityexplorer.graph.Identities;
import dev.identityexplorer.graph.Importer;
import dev.identityexplorer.graph.Queries;

/** The rooms put together around one open database. */
final class Workbench implements AutoCloseable {

    private final Engine engine;
    private final GraphFormat format;
    private final CypherLibrary library = CypherLibrary.load();
    private final Catalogue catalogue = Catalogue.load();
    private final Deletions deletions = new Deletions(library, catalogue);

    /** @throws dev.identityexplorer.graph.GraphException if the graph is a newer program's; the engine is closed then */
    Workbench(Engine engine) {
        this.engine = engine;
        this.format = new GraphFormat(engine, library);
        try {
            format.require();
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    Engine engine() {
        return engine;
    }

    CypherLibrary library() {
        return library;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Deletions deletions() {
        return deletions;
    }

    Identities identities() {
        return new Identities(engine, library);
    }

    Importer importer() {
        format.mark();
        return new Importer(engine, catalogue, library, deletions::judge, deletions.version());
    }

    Queries queries() {
        return new Queries(engine);
    }

    @Override
    public void close() {
        engine.close();
    }
}

package dev.identityexplorer.cli;

import dev.identityexplorer.catalogue.Catalogue;
import dev.identityexplorer.cypher.CypherLibrary;
import dev.identityexplorer.deletion.Deletions;
import dev.identityexplorer.graph.Engine;
import dev.identityexplorer.graph.GraphFormat;
import dev.identityexplorer.graph.Identities;
import dev.identityexplorer.graph.Importer;
import dev.identityexplorer.graph.Overview;
import dev.identityexplorer.graph.Queries;
import java.io.PrintWriter;

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
        return new Importer(engine, catalogue, library, deletions);
    }

    /** Judges again what was judged too long ago, without an import. */
    void judgeAgain() {
        new Importer(engine, catalogue, library, deletions).judgeAgain();
    }

    /**
     * Whoever mistyped an account must not read that nothing is wrong in it.
     *
     * @param account empty for all
     */
    void requireAccount(String account) {
        var overview = new Overview(engine, library);
        if (!account.isEmpty() && !overview.accountNames(overview.stamp()).containsKey(account)) {
            throw new CliException("The account " + account + " was not imported.");
        }
    }

    /** For commands that show verdicts as they are written: says so where some of them do not hold any more. */
    void warnOfAge(PrintWriter err) {
        int aged = new Overview(engine, library).judgedTooLongAgo().size();
        if (aged > 0) {
            err.println(
                    "The verdicts on " + (aged == 1 ? "an account" : aged + " accounts")
                            + " rest on evidence that is too old by now: what is CLEAR here may be UNPROVEN. Import newer files.");
        }
    }

    Queries queries() {
        return new Queries(engine);
    }

    @Override
    public void close() {
        engine.close();
    }
}

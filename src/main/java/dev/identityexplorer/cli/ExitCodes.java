package dev.identityexplorer.cli;

import dev.identityexplorer.catalogue.CatalogueException;
import dev.identityexplorer.collect.CollectException;
import dev.identityexplorer.cypher.CypherFileException;
import dev.identityexplorer.deletion.DeletionException;
import dev.identityexplorer.graph.Engine;
import dev.identityexplorer.graph.GraphException;
import dev.identityexplorer.source.SourceException;
import dev.identityexplorer.web.WebException;
import picocli.CommandLine;

/** Turns what a room throws into one line on standard error and an exit code; the only place that does. */
final class ExitCodes implements CommandLine.IExecutionExceptionHandler {

    static final int DONE = 0;
    static final int BAD_INPUT = 1;
    static final int USAGE = 2;
    static final int UNREACHABLE = 3;

    @Override
    public int handleExecutionException(Exception e, CommandLine command, CommandLine.ParseResult result) {
        if (Engine.ending()) {
            return DONE; // the signal decides the exit code
        }
        command.getErr().println(command.getColorScheme().errorText("explorer: " + Text.oneLine(sentence(e))));
        if (System.getenv("EXPLORER_DEBUG") != null) {
            e.printStackTrace(command.getErr());
        }
        return e instanceof GraphException graph && graph.unreachable() ? UNREACHABLE : BAD_INPUT;
    }

    private static String sentence(Exception e) {
        boolean expected = e instanceof CliException
                || e instanceof SourceException
                || e instanceof GraphException
                || e instanceof DeletionException
                || e instanceof CypherFileException
                || e instanceof CatalogueException
                || e instanceof CollectException
                || e instanceof WebException;
        return expected
                ? String.valueOf(e.getMessage())
                : "This should not have happened (" + e
                        + "). Run it again with EXPLORER_DEBUG=1 and report what it prints.";
    }
}

package dev.identityexplorer.web;

import dev.identityexplorer.cypher.CypherLibrary;
import dev.identityexplorer.deletion.Deletions;
import dev.identityexplorer.graph.Engine;
import java.util.function.Supplier;

/**
 * What the server answers from, once the database is open.
 *
 * @param imports a new import each time
 */
public record Workspace(Engine engine, CypherLibrary library, Deletions deletions, Supplier<ImportTask> imports) {}

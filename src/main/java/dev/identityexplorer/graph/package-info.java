/**
 * The graph and its engine: the only room that knows Neo4j and its driver.
 *
 * <p>{@link dev.identityexplorer.graph.Engine} is the way in. Whether Neo4j runs in this process, in another one that
 * holds the same store, or on a server somewhere: everything goes over Bolt through one driver, so there is one code path.
 */
@NullMarked
package dev.identityexplorer.graph;

import org.jspecify.annotations.NullMarked;

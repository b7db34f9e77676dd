/**
 * The {@code .cypher} files as values: header, parameters, text, statements.
 *
 * <p>Every Cypher text of the product is a file below {@code cypher/}, packed as a resource. Its leading comment is its
 * only metadata; {@code cypher/README.md} has the grammar. This room reads files and knows no database.
 */
@NullMarked
package dev.identityexplorer.cypher;

import org.jspecify.annotations.NullMarked;

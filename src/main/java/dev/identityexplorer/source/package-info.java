/**
 * AWS's files → model records: everything known about the shapes of AWS exports lives here.
 *
 * <p>{@link dev.identityexplorer.source.Source} is the door. It scans each file once ({@code Scan}: which
 * {@code Format}, whose), groups documents by account ({@code Grouping}), and reads one account at a time
 * ({@code Reading} collects entities, {@code Ledger} the evidence and how complete it is).
 *
 * <p><b>To read another AWS answer</b>, write one class with {@code static List<Format> formats()} and add it to
 * {@code Formats.ALL}. A {@code Format} is named like a bundle's file, {@code SERVICE-OPERATION}, says by which keys an
 * answer is recognised, what evidence it stands for, and has the function that reads one document: it walks the
 * document's keys ({@code JsonFile.nextKey()}), takes list elements as trees one at a time
 * ({@code JsonFile.elements}), adds entities to the {@code Reading}, and tells the {@code Ledger} each page and each gap.
 * Answers that are alike become rows of one table, as in {@code UserCredentials}.
 */
@NullMarked
package dev.identityexplorer.source;

import org.jspecify.annotations.NullMarked;

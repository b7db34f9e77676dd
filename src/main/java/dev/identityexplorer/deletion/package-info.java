/**
 * Verdicts, impacts and plans, from what the graph returns.
 *
 * <p>A verdict is drawn in one place, {@link dev.identityexplorer.deletion.Assessor}, from three things: the blockers
 * that the rules in {@code cypher/rules} found at import, the evidence that those rules need ({@code // evidence:} in
 * their headers), and the age of that evidence. The importer asks the same code for every identity of an account and
 * writes {@code verdict}, {@code impact} and, where it is {@code CLEAR}, {@code provenAt} on its node, so that Cypher can
 * filter by them. What is written rests on evidence of at most {@link Deletions#DEFAULT_MAX_AGE}, and is drawn again when some becomes older; an
 * answer is judged when somebody asks, with the age that they allow.
 */
@NullMarked
package dev.identityexplorer.deletion;

import org.jspecify.annotations.NullMarked;

/**
 * Measurements, as plain programs; no test runs them. {@link dev.identityexplorer.bench.OrganizationFiles} invents an
 * organization, {@link dev.identityexplorer.bench.ImportBenchmark} measures how it gets into the graph, {@link
 * dev.identityexplorer.bench.AnswerTimes} how long a server takes to answer. The README has the commands and what they said.
 *
 * <h2>What profiles showed, and what helped</h2>
 *
 * <p>On one machine of 2 cores that was up to four times slower on some days than on others, so that only what stands in one line was
 * measured in one hour. CPU samples are those of Java Flight Recorder.
 *
 * <ul>
 *   <li>Import of 20,000 entities, warm: 36 % running statements, 23 % planning some 140 of them, 12 % commit, 12 % Bolt, 12 %
 *       reading files. Statements sent before those before them were answered: 60 to 52 s cold, 40 to 32 s warm.
 *   <li>Import of 200,000: one thread of Neo4j executes, 66 % of the time, and collecting garbage stops it for 15 to 19 %. Changed
 *       by 1 %: a third goes to reading what verdicts rest on. Rules that name nothing that changed do not run: 29 to 22 s for one
 *       tag.
 *   <li>Twelve of the fourteen indexes for lists cost 9 % of the processor time of an import of a million.
 *   <li>Lists at a million: sorting took 10 to 57 s, walking along indexes takes 1 to 4 s at the first look. Planning was most of
 *       what was left: without the conditions that nobody asks for, 0.2 to 0.35 s a statement instead of 0.65. Of a tag that a
 *       third of all carry: 8.3 to 4.8 s by name, 15 to 1.2 s by creation, 27 to 2.3 s by last use, since kinds that carry no tag are
 *       not walked and dates are.
 *   <li>Deletion of one entity: half of the samples are Bolt and netty. Reads sent in two batches: 7.5 to 6.4 ms.
 *   <li>Load of 50 users: 22 % added up the counts of each account for each list; a hundred cells instead: 0.9 to 0.4 s at the
 *       99th percentile, two minutes after the start.
 *   <li>The same from the first second of a server on: planning, of each statement by all who asked it. Now one plans and the
 *       others wait, and a rehearsal asks first: 2.5 to 1.35 s. The longest, 11 s, are first lists of a common tag, which wait for
 *       each other so that they do not all take the same two processors.
 * </ul>
 */
@NullMarked
package dev.identityexplorer.bench;

import org.jspecify.annotations.NullMarked;

/**
 * The graph and its engine: the only room that knows Neo4j and its driver.
 *
 * <p>{@link dev.identityexplorer.graph.Engine} is the way in. Whether Neo4j runs in this process, in another one that
 * holds the same store, or on a server somewhere: everything goes over Bolt through one driver, so there is one code path.
 *
 * <h2>What an import costs</h2>
 *
 * <ul>
 *   <li>An account whose evidence is what the graph holds already costs two reads that know nothing of its entities.
 *   <li>Else the account is written in one transaction, in statements of 5,000 rows. The conclusions follow in the same transaction: each rule runs once, and what it finds comes back as rows, to
 *       be compared with what is written. (Statements that wrote what a rule finds without a row that leaves the database
 *       were no faster with 20,000 entities, and had 35 rules planned in a second form, at 0.1 s each.)
 *   <li>A later import runs only those rules again that name a label, a relationship type or a property of which something
 *       in the account changed ({@link dev.identityexplorer.graph.RuleChoice}); verdicts are drawn anew for all of the
 *       account, since evidence has other times. To run a rule for nothing but what changed would need it in a second
 *       form, which is planned anew, and the knowledge how far it looks.
 *   <li>A rule begins at labels that an account contains, and is not run, nor planned, for an account that contains nothing of
 *       them ({@link dev.identityexplorer.graph.RuleChoice#mayFind}); the snapshot and what was read of the account tell.
 *   <li>Every statement starts at a node by its unique id and is planned once for the life of the database: plans that
 *       follow the growing graph cost half of all time, and were the same plans. {@code GrowthIT} counts that nothing that
 *       is asked of an account looks at the others.
 *   <li>A database that was just started plans about 110 statements for its first account, some 0.1 s of processor time each
 *       in a warm Java VM and 0.2 s in a cold one: more than all else for a small account. So a second thread plans them from
 *       the last one on while the import comes from the first one ({@code PlanAhead}). Neo4j keeps plans for transactions
 *       that changed something apart from others, so that this has to happen in one that did.
 *   <li>Accounts are read in parallel and written one after the other. Two transactions that write at once meet at the tags,
 *       services and AWS managed policies that accounts share: Neo4j locks both ends of a relationship, so that one waits for
 *       the other's end, and in a circle at times (tried, 2 accounts at once: the driver's retries ran out).
 *   <li>Within a transaction statements are sent before those before them were answered ({@link
 *       dev.identityexplorer.graph.Pipeline}): rows are made while the database writes others, rules run while what others found
 *       is compared. It needs the driver's asynchronous sessions, and a thread of its own for each transaction, since work
 *       that waits must not be done by the driver's threads. With 20,000 entities imports take 52 s instead of 60 cold and 32
 *       instead of 40 warm, with 200,000 changed ones 50 s instead of 60; a first import of 200,000 takes as long as before, since one
 *       thread of Neo4j executes (66 % of the time, in which it may run 81 to 85 %: the rest is collecting garbage).
 *   <li>Neo4j makes the records of a transaction visible one after the other, not at once. So an import says, in a transaction
 *       of its own, that it is about to commit an account, and takes that back after ({@code AccountCommit}); answers about
 *       deletions are asked for again until nothing was committed between their first and last read ({@code
 *       AnswersDuringImportsIT}: without that, 8 of 2,566 answers mixed both states). What it costs: two small transactions
 *       an account, two small reads an answer; and reads that do not look, such as a query of one's own, may see a mixture.
 *   <li>Memory holds the snapshots of two accounts, and the transaction of one, at some 3 KiB a node or relationship. So the
 *       first import of an account with very many of them is a transaction for each statement; {@link
 *       dev.identityexplorer.graph.Importer} says what keeps that honest. What it costs: while it lasts, and after a kill
 *       until the next import, that account is not wholly old or wholly new but there in part, and nothing of it is
 *       {@code CLEAR}. Later imports write differences, in one transaction.
 * </ul>
 *
 * <h2>What an answer on a deletion costs</h2>
 *
 * <p>Six reads of 0.3 to 1.1 ms. Each wakes two threads of Neo4j, one of the driver and the one that asks, on two processors; so
 * they are sent in two batches ({@link dev.identityexplorer.graph.Reads#send}): all that is
 * asked by id, then the evidence that this asks for, and once more whether something was written meanwhile. With 10,000
 * entities the median went from 7.5 to 6.4 ms, and the 99th percentile stayed at 22 to 26 ms.
 *
 * <h2>Ten million entities, on a cluster</h2>
 *
 * <p>Reasoned, not measured: no cluster runs here.
 *
 * <ul>
 *   <li>{@code neo4j://} routes. The importer's transactions go to the leader, whatever asks goes to followers and read
 *       replicas; the driver's bookmarks let a session see what an earlier one of the same process wrote.
 *   <li>The leader alone writes, so that more members make no import faster. A commit is one message through Raft: an
 *       account just under the limit for one transaction is one of tens of MiB, which each member applies whole.
 *   <li>A round trip of 1 ms instead of 0.1 ms adds some 0.05 s an account: about 150 statements, of which four are on their way
 *       at a time. With 10,000 accounts that is 8 minutes; several small accounts in a transaction would take most
 *       of it away, and would stay atomic for each.
 *   <li>A first import could write accounts at the same time if relationships to shared nodes were written in an order that
 *       all follow, by type and shared end; later imports change few of them.
 *   <li>What is asked of one entity costs what it is joined to. What counts or lists everything (the summary, a list without an
 *       indexed filter) grows with the graph; the summary is kept until the next import.
 * </ul>
 */
@NullMarked
package dev.identityexplorer.graph;

import org.jspecify.annotations.NullMarked;

package dev.identityexplorer.graph;

import dev.identityexplorer.catalogue.Catalogue;
import dev.identityexplorer.cypher.CypherLibrary;
import dev.identityexplorer.model.Snapshot;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Query;

/**
 * Writes snapshots into the graph, one transaction an account, only what differs.
 *
 * <p>The first import of an account with very many elements would take a transaction of gigabytes, since Neo4j keeps all of
 * one in memory. It is written statement by statement. Until the last of them, which says by which rules the account was
 * judged, all evidence of the account counts as partial, so that nobody reads {@code CLEAR}; where an import is broken off
 * before that, it stays so until the next one, which completes it.
 *
 * <p>One importer is one {@code Import} node: {@link #begin}, {@link #write} for each account, {@link #finish}.
 */
public final class Importer {

    /**
     * What an import did to one account.
     *
     * @param accountId the account
     * @param unchanged whether the graph already held exactly this
     * @param first whether the account was not in the graph before
     * @param written what was written, by what it is: {@code nodes added}, {@code nodes changed} …
     */
    public record AccountResult(String accountId, boolean unchanged, boolean first, Map<String, Long> written) {}

    private static final System.Logger LOG = System.getLogger(Importer.class.getName());

    /**
     * Nodes and relationships, without conclusions, that one transaction takes: with those, about twice as many at 3 KiB each.
     */
    private static final long ONE_TRANSACTION = 100_000;

    private final Engine engine;
    private final Catalogue catalogue;
    private final LoadStatements load;
    private final CypherLibrary library;
    private final Judge judge;
    private final String id = UUID.randomUUID().toString();
    private final String derivedWith;
    private final ReentrantLock writing = new ReentrantLock();
    private final Transactions transactions;
    private final PlanAhead planAhead;
    /** Whether all rules were planned ahead, and whether the fewest were. */
    private final Set<Boolean> planned = ConcurrentHashMap.newKeySet();

    private final long oneTransaction;

    /**
     * @param judge draws the verdicts that are written
     */
    public Importer(Engine engine, Catalogue catalogue, CypherLibrary library, Judge judge) {
        this(engine, catalogue, library, new LoadStatements(library), judge, ONE_TRANSACTION);
    }

    /** With other statements, and another limit for what one transaction takes. */
    Importer(
            Engine engine,
            Catalogue catalogue,
            CypherLibrary library,
            LoadStatements load,
            Judge judge,
            long oneTransaction) {
        this.load = load;
        this.oneTransaction = oneTransaction;
        this.engine = engine;
        this.catalogue = catalogue;
        this.library = library;
        this.transactions = new Transactions(engine);
        this.planAhead = new PlanAhead(transactions, load);
        this.judge = judge;
        this.derivedWith =
                catalogue.version() + " " + Integer.toHexString(library.rules().hashCode()) + " " + judge.version();
    }

    /** Prepares the database: constraints and indexes, and the catalogue where the graph holds none or an older one. */
    public void begin(List<String> sources) {
        transactions.singly(tx -> {
            library.schema().statements().forEach(statement -> tx.send(new Query(statement)));
            return null;
        });
        var known = transactions.write(tx -> load.read(tx, "catalogue-state", Map.of()).stream()
                .map(row -> row.get("version").asString())
                .findFirst()
                .orElse(""));
        if (!known.equals(catalogue.version())) {
            transactions.write(tx -> {
                load.sendRows(tx, "catalogue-services", Map.of(), CatalogueNodes.services(catalogue));
                load.sendRows(tx, "catalogue-service-linked-role-types", Map.of(), CatalogueNodes.types(catalogue));
                load.send(tx, "catalogue-version", Map.of("version", catalogue.version()));
                return null;
            });
        }
        writeImport(Map.of("startedAt", now(), "sources", sources, "state", "running"));
    }

    /** What of a snapshot is not older than what the graph holds; its problems say what was left out. */
    public Snapshot newer(Snapshot snapshot) {
        return transactions.write(tx -> Outdated.without(snapshot, load, tx));
    }

    /**
     * Writes one account. Other threads may do so at the same time: they prepare theirs, and look whether anything is to be
     * written, while this one writes. Two that wrote would wait for each other at the tags, services and policies that
     * their accounts share, in a circle at times.
     */
    public AccountResult write(Snapshot snapshot) {
        var account = snapshot.account().toString();
        var work = new AccountImport(load, snapshot);
        var judged = new AtomicReference<Optional<String>>(Optional.empty());
        boolean unchanged = transactions.write(tx -> {
            judged.set(judgedWith(tx, account));
            return work.unchanged(tx);
        });
        if (unchanged && judged.get().equals(Optional.of(derivedWith))) {
            return new AccountResult(snapshot.accountId(), true, false, Map.of());
        }
        boolean unseen = work.first() || judged.get().isEmpty();
        boolean pieces = unseen && work.elements() > oneTransaction; // in which planning takes no part of the time
        boolean all = !judged.get().equals(Optional.of(derivedWith));
        if (!pieces && !planned.contains(true) && planned.add(all)) {
            planAhead.start((all ? RuleChoice.all() : RuleChoice.fewest()).within(work.labels()));
        }
        writing.lock();
        try {
            transactions.write(tx -> {
                work.writeShared(tx);
                return null;
            });
            return pieces ? inPieces(snapshot, work, account) : atOnce(snapshot, work, account);
        } finally {
            writing.unlock();
        }
    }

    /** In one transaction; who reads the account while that is being committed is told, see {@link Identities.Written}. */
    private AccountResult atOnce(Snapshot snapshot, AccountImport work, String account) {
        var commit = Map.<String, Object>of("accountId", snapshot.accountId(), "import", id);
        try {
            return transactions.write(tx -> {
                var result = write(tx, snapshot, work, account, false);
                tx.settle();
                transactions.write(other -> {
                    load.send(other, "commit-begins", commit);
                    return null;
                });
                return result;
            });
        } finally {
            transactions.write(tx -> {
                load.send(tx, "commit-ended", commit);
                return null;
            });
        }
    }

    private AccountResult inPieces(Snapshot snapshot, AccountImport work, String account) {
        return transactions.rolledBack(waiting -> {
            load.send(waiting, "one-at-a-time", Map.of());
            waiting.settle();
            return transactions.singly(tx -> {
                // another process may have imported it while this one waited; from here on it counts as unfinished
                judged(tx, account, null, null, Optional.empty());
                load.send(tx, "forget-verdicts", Map.of("account", account));
                return write(tx, snapshot, work, account, true);
            });
        });
    }

    private AccountResult write(Pipeline tx, Snapshot snapshot, AccountImport work, String account, boolean pieces) {
        var result = work.write(tx, pieces);
        boolean sameRules = !pieces && judgedWith(tx, account).equals(Optional.of(derivedWith));
        var judged = new Derivation(
                        load,
                        catalogue,
                        judge,
                        account,
                        sameRules ? result.concerned() : result.concerned().whole())
                .draw(tx);
        var changes = new ArrayList<>(result.changes());
        if (!result.first()) {
            var rows = new ChangeRows(snapshot);
            judged.changes().forEach(change -> changes.add(rows.verdict(change)));
            load.sendRows(tx, "changes", Map.of("import", id), changes);
        }
        judged(tx, account, derivedWith, now(), judged.until());
        var written = new HashMap<>(result.written());
        written.put("verdicts", judged.written());
        return new AccountResult(snapshot.accountId(), false, result.first(), written);
    }

    /**
     * Draws the verdicts again on accounts of which evidence has become too old since they were judged; an account that
     * another process writes meanwhile waits, or is left to it.
     */
    public void judgeAgain() {
        new Overview(engine, library).judgedTooLongAgo().forEach(this::judgeAgain);
    }

    private void judgeAgain(String account) {
        transactions.write(tx -> {
            if (load.read(tx, "account-judged-again", Map.of("account", account))
                    .isEmpty()) {
                return null;
            }
            var parameters = new HashMap<String, Object>();
            parameters.put("account", account);
            parameters.put(
                    "until",
                    new Derivation(load, catalogue, judge, account, RuleChoice.fewest())
                            .judgeAgain(tx)
                            .until()
                            .orElse(null));
            load.send(tx, "account-judged-until", parameters);
            return null;
        });
    }

    /** Ends the import; {@code properties} is what its node shows, such as counts. */
    public void finish(Map<String, Object> properties) {
        planAhead.stop();
        judgeAgain();
        var all = new HashMap<String, Object>(properties);
        all.put("finishedAt", now());
        all.put("state", "finished");
        writeImport(all);
    }

    /** Ends an import that cannot go on; says so in the graph, if the database still answers. */
    public void failed() {
        planAhead.stop();
        try {
            writeImport(Map.of("finishedAt", now(), "state", "failed"));
        } catch (GraphException e) {
            LOG.log(System.Logger.Level.DEBUG, "That an import failed could not be written.", e);
        }
    }

    /** The id of the {@code Import} node. */
    public String id() {
        return id;
    }

    private void writeImport(Map<String, Object> properties) {
        transactions.write(tx -> {
            load.send(tx, "import", Map.of("id", id, "properties", properties));
            return null;
        });
    }

    private void judged(
            Pipeline tx,
            String account,
            @Nullable String version,
            @Nullable ZonedDateTime at,
            Optional<ZonedDateTime> until) {
        var parameters = new HashMap<String, Object>();
        parameters.put("account", account);
        parameters.put("version", version);
        parameters.put("at", at);
        parameters.put("until", until.orElse(null));
        load.send(tx, "account-derivation", parameters);
    }

    /** Which rules, catalogue and judge an account was judged with; empty where its import did not end. */
    private Optional<String> judgedWith(Pipeline tx, String account) {
        return load.read(tx, "account-derivation-state", Map.of("account", account)).stream()
                .flatMap(row -> Facts.text(row.get("version")).stream())
                .findFirst();
    }

    private static ZonedDateTime now() {
        return ZonedDateTime.now(ZoneOffset.UTC);
    }
}

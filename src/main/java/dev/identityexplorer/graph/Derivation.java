package dev.identityexplorer.graph;

import dev.identityexplorer.catalogue.Catalogue;
import dev.identityexplorer.cypher.CypherFile;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Draws the conclusions about one account within the transaction that wrote it: who owns its service-linked roles,
 * what the files of {@code cypher/rules} find, and the verdicts. Everything is compared with what is written already,
 * so that an account whose conclusions stay the same is not written at all.
 */
final class Derivation {

    /** What the graph holds of the findings of rules of a severity. */
    static final Map<String, String> STATES = Map.of("protects", "protection-state", "doubts", "doubt-state");

    private final LoadStatements load;
    private final Catalogue catalogue;
    private final Judge judge;
    private final String account;
    private final RuleChoice concerned;

    /** @param concerned the rules that may find something else than what is written */
    Derivation(LoadStatements load, Catalogue catalogue, Judge judge, String account, RuleChoice concerned) {
        this.load = load;
        this.catalogue = catalogue;
        this.judge = judge;
        this.account = account;
        this.concerned = concerned;
    }

    /** A verdict that was another one before. */
    record VerdictChange(String id, String kind, String name, String from, String to) {}

    /**
     * What was written.
     *
     * @param written how many verdicts, impacts or times differed
     * @param changes the verdicts that were others before
     * @param until when some of the evidence that counted becomes too old, and the verdicts have to be drawn again
     */
    record Verdicts(long written, List<VerdictChange> changes, Optional<ZonedDateTime> until) {}

    /** Draws all conclusions. */
    Verdicts draw(Pipeline tx) {
        ownership(tx);
        if (!load.read(tx, "resource-absence", parameters()).isEmpty()) {
            concerned.changed("absentSince");
        }
        protections(tx);
        doubts(tx);
        var touched = new BlockerRules(load, account, concerned).write(tx);
        return verdicts(tx, touched);
    }

    private void ownership(Pipeline tx) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var role : load.read(tx, "service-linked-roles-of-account", parameters())) {
            var owner = role.get("owner").asString();
            var name = role.get("name").asString();
            var row = new HashMap<String, Object>();
            row.put("id", role.get("id").asString());
            row.put("owner", owner);
            row.put("type", catalogue.typeOf(owner, name).map(type -> type.id()).orElse(null));
            row.put("customSuffix", catalogue.suffix(owner, name).orElse(null));
            rows.add(row);
        }
        load.sendRows(tx, "ownership", Map.of(), rows);
    }

    /** The rules of one severity, in the order in which they run. */
    static List<CypherFile> rules(List<CypherFile> rules, String severity) {
        return rules.stream()
                .filter(rule -> rule.value("severity").orElse("").equals(severity))
                .toList();
    }

    private void protections(Pipeline tx) {
        var rules = rules(load.rules(), "protects");
        if (rules.stream().noneMatch(concerned::holds)) {
            return;
        }
        var found = new LinkedHashMap<String, String>();
        concerned.find(
                load,
                tx,
                rules,
                account,
                (rule, rows) -> rows.forEach(row -> found.putIfAbsent(
                        row.get("blocked").asString(), row.get("protection").asString())));
        var rows = new ArrayList<Map<String, Object>>();
        for (var row : load.read(tx, STATES.get("protects"), parameters())) {
            var id = row.get("id").asString();
            if (!found.containsKey(id)) {
                var gone = new HashMap<String, Object>();
                gone.put("id", id);
                gone.put("protection", null);
                rows.add(gone);
            } else if (found.get(id).equals(row.get("protection").asString())) {
                found.remove(id);
            }
        }
        found.forEach((id, protection) -> rows.add(Map.of("id", id, "protection", protection)));
        load.sendRows(tx, "protection", Map.of(), rows);
        if (!rows.isEmpty()) {
            concerned.changed("protection");
        }
    }

    private void doubts(Pipeline tx) {
        var written = new HashMap<String, List<String>>();
        load.read(tx, STATES.get("doubts"), parameters())
                .forEach(row ->
                        written.put(row.get("id").asString(), row.get("doubts").asList(v -> v.asString())));
        var found = new LinkedHashMap<String, List<String>>();
        var rules = rules(load.rules(), "doubts");
        var again = rules.stream().filter(concerned::holds).toList();
        var doubted = new HashMap<CypherFile, List<String>>();
        concerned.find(load, tx, again, account, (rule, rows) -> {
            var ids = new ArrayList<String>();
            rows.forEach(row -> ids.add(row.get("blocked").asString()));
            doubted.put(rule, ids);
        });
        for (var rule : rules) {
            Optional.ofNullable(doubted.get(rule))
                    .orElseGet(() -> doubtedBy(rule, written))
                    .forEach(id ->
                            found.computeIfAbsent(id, i -> new ArrayList<>()).add(rule.name()));
        }
        var rows = new ArrayList<Map<String, Object>>();
        written.forEach((id, doubts) -> {
            if (!found.containsKey(id)) {
                var gone = new HashMap<String, Object>();
                gone.put("id", id);
                gone.put("doubts", null);
                rows.add(gone);
            } else if (found.get(id).equals(doubts)) {
                found.remove(id);
            }
        });
        found.forEach((id, doubts) -> rows.add(Map.of("id", id, "doubts", doubts)));
        load.sendRows(tx, "doubts", Map.of(), rows);
    }

    /** The ids of what a rule doubted before, where it need not run again. */
    private static List<String> doubtedBy(CypherFile rule, Map<String, List<String>> written) {
        return written.entrySet().stream()
                .filter(doubts -> doubts.getValue().contains(rule.name()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Draws the verdicts alone, where nothing but time has changed. */
    Verdicts judgeAgain(Pipeline tx) {
        return verdicts(tx, Set.of());
    }

    private Verdicts verdicts(Pipeline tx, Set<String> others) {
        var now = ZonedDateTime.now(ZoneOffset.UTC);
        var touched = new HashSet<>(others);
        var evidence = AccountEvidence.of(load.read(tx, "evidence-of-account", parameters()));
        var ids = new LinkedHashMap<Facts.Judgement, List<String>>();
        var changes = new ArrayList<VerdictChange>();
        load.ask(tx, "facts-of-account", parameters()).forEach(row -> {
            var facts = Facts.of(row);
            touched.remove(facts.id());
            judge(facts, evidence, ids, changes);
        });
        var foreign = new HashMap<String, AccountEvidence>();
        for (var row : load.readIds(tx, "facts-of-others", List.copyOf(touched))) {
            var facts = Facts.of(row);
            facts.account()
                    .ifPresent(other -> judge(
                            facts,
                            foreign.computeIfAbsent(
                                    other,
                                    id -> AccountEvidence.of(
                                            load.read(tx, "evidence-of-account", Map.of("account", id)))),
                            ids,
                            changes));
        }
        ids.forEach((judgement, same) -> {
            var parameters = new HashMap<String, Object>();
            parameters.put("verdict", judgement.verdict());
            parameters.put("impact", judgement.impact());
            parameters.put("provenAt", judgement.provenAt().orElse(null));
            load.sendBatches(tx, "verdicts", "ids", parameters, same);
        });
        return new Verdicts(
                ids.values().stream().mapToLong(List::size).sum(), changes, evidence.freshUntil(now, judge.maxAge()));
    }

    private void judge(
            Facts facts,
            AccountEvidence evidence,
            Map<Facts.Judgement, List<String>> ids,
            List<VerdictChange> changes) {
        var judgement = judge.judge(facts, evidence);
        if (judgement.isEmpty() || judgement.equals(facts.written())) {
            return;
        }
        var verdict = judgement.get().verdict();
        ids.computeIfAbsent(judgement.get(), j -> new ArrayList<>()).add(facts.id());
        facts.written()
                .map(Facts.Judgement::verdict)
                .filter(before -> !before.equals(verdict))
                .ifPresent(before ->
                        changes.add(new VerdictChange(facts.id(), facts.kind(), facts.name(), before, verdict)));
    }

    private Map<String, Object> parameters() {
        return Map.of("account", account);
    }
}

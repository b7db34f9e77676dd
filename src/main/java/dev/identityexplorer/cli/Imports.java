package dev.identityexplorer.cli;

import dev.identityexplorer.graph.Importer;
import dev.identityexplorer.model.Evidence;
import dev.identityexplorer.model.Problem;
import dev.identityexplorer.model.Snapshot;
import dev.identityexplorer.source.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** Reads a source account by account, writes each, and keeps the counts. */
final class Imports {

    private final List<Map<String, Object>> accounts = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Told> evidence = new ArrayList<>();
    private final Map<String, Long> written = new TreeMap<>();

    /**
     * @param workbench empty for a dry run
     * @param read is told of the bytes of each account that was read
     */
    void run(Source source, Optional<Workbench> workbench, List<String> paths, LongConsumer read) {
        run(source, workbench, workbench.map(Workbench::importer), paths, read);
    }

    /** The same with an importer whose id is known already. */
    void run(
            Source source,
            Optional<Workbench> workbench,
            Optional<Importer> importer,
            List<String> paths,
            LongConsumer read) {
        importer.ifPresent(i -> i.begin(paths));
        try {
            each(source, workbench, importer, read);
        } catch (RuntimeException | Error e) {
            importer.ifPresent(Importer::failed);
            throw e;
        }
        importer.ifPresent(
                i -> i.finish(Map.of("accounts", (long) accounts.size(), "problems", (long) problems.size())));
    }

    private void each(Source source, Optional<Workbench> workbench, Optional<Importer> importer, LongConsumer read) {
        AccountThreads.run(
                source.accounts(),
                told -> {
                    // files without an ARN do not tell the partition, which an earlier import may have
                    var files = workbench
                            .filter(w -> told.account().partition().equals("aws"))
                            .flatMap(w -> w.identities().account(told.accountId()))
                            .map(told::of)
                            .orElse(told);
                    var whole = source.read(
                            files,
                            named -> workbench.flatMap(w -> w.identities().known(files.accountId(), named)));
                    var snapshot = importer.map(i -> i.newer(whole)).orElse(whole);
                    return Done.of(snapshot, importer.map(i -> i.write(snapshot)));
                },
                (files, done) -> {
                    note(done);
                    read.accept(files.bytes());
                });
    }

    private void note(Done done) {
        accounts.add(done.row());
        done.written().forEach((what, n) -> written.merge(what, n, Long::sum));
        evidence.addAll(done.evidence());
        problems.addAll(done.problems());
    }

    /** A piece of evidence; rows of it would take many times as much memory, and are made when they are printed. */
    private record Told(String accountId, Evidence evidence) {}

    /** What is kept of an account when its snapshot is gone. */
    private record Done(
            Map<String, Object> row, Map<String, Long> written, List<Told> evidence, List<Problem> problems) {

        static Done of(Snapshot snapshot, Optional<Importer.AccountResult> result) {
            var row = new LinkedHashMap<String, Object>();
            row.put("accountId", snapshot.accountId());
            row.put(
                    "state",
                    result.map(r -> r.unchanged() ? "unchanged" : r.first() ? "new" : "updated")
                            .orElse("not written"));
            row.put("counts", counts(snapshot));
            return new Done(
                    row,
                    result.map(Importer.AccountResult::written).orElse(Map.of()),
                    snapshot.evidence().stream()
                            .map(e -> new Told(snapshot.accountId(), e))
                            .toList(),
                    snapshot.problems());
        }
    }

    /** Entities by kind, each once however many pieces of evidence tell it. */
    private static Map<String, Long> counts(Snapshot snapshot) {
        var counts = new TreeMap<String, Long>();
        var seen = new java.util.HashSet<String>();
        for (var entity : snapshot.entities()) {
            if (seen.add(entity.id())) {
                counts.merge(entity.kind().label(), 1L, Long::sum);
            }
        }
        return counts;
    }

    private static Map<String, Object> row(Told told) {
        var evidence = told.evidence();
        var row = new LinkedHashMap<String, Object>();
        row.put("accountId", told.accountId());
        row.put("evidence", evidence.key().text());
        row.put("state", evidence.state().word());
        row.put("observedAt", evidence.observedAt().toString());
        row.put("source", evidence.source());
        row.put("detail", evidence.detail());
        return row;
    }

    /** What {@code import --format json} prints. */
    Map<String, Object> toMap(Source source) {
        var map = new LinkedHashMap<String, Object>();
        map.put("accounts", accounts);
        map.put("written", written);
        map.put(
                "skipped",
                source.skipped().stream()
                        .map(s -> Map.of("file", s.file(), "reason", s.reason()))
                        .toList());
        map.put("evidence", evidence().toList());
        map.put("problems", problems.stream().map(Imports::problem).toList());
        return map;
    }

    private static Map<String, Object> problem(Problem problem) {
        return Map.of("file", problem.source(), "position", problem.position(), "message", problem.message());
    }

    List<Map<String, Object>> accounts() {
        return accounts;
    }

    Stream<Map<String, Object>> evidence() {
        return evidence.stream().map(Imports::row);
    }

    List<Problem> problems() {
        return problems;
    }

    Map<String, Long> written() {
        return written;
    }

    /** Why there is nothing to import. */
    static String nothing(Source source) {
        var expected = "; files with what the AWS CLI prints, as JSON, or a credential report as CSV were expected.";
        if (source.skipped().isEmpty()) {
            return "Nothing was found to import: there is no file" + expected;
        }
        var first = source.skipped().get(0);
        var more = source.skipped().size() - 1;
        return "Nothing that Explorer reads was found: " + first.file() + ": "
                + first.reason().replaceFirst("\\.$", "")
                + (more == 0 ? "" : ", and " + more + " more that it does not know") + expected;
    }
}

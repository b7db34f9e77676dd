package dev.identityexplorer.source;

import dev.identityexplorer.model.EntityRef;
import dev.identityexplorer.model.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The files of an import. {@link #of} looks at each once and keeps only what it is and whose; {@link #read} then reads
 * one account's files, so that memory depends on the largest account and not on the whole import.
 */
public final class Source {

    private final List<AccountFiles> accounts;
    private final List<Skipped> skipped;

    private Source(List<AccountFiles> accounts, List<Skipped> skipped) {
        this.accounts = List.copyOf(accounts);
        this.skipped =
                skipped.stream().sorted(Comparator.comparing(Skipped::file)).toList();
    }

    /**
     * Recognises all files in {@code paths}, which are files or folders.
     *
     * @throws SourceException if one does not exist, cannot be read, or is a broken AWS answer
     */
    public static Source of(List<Path> paths) {
        var skipped = new ArrayList<Skipped>();
        var scan = new Scan(skipped);
        var documents = FileTree.under(paths, skipped).stream()
                .flatMap(file -> scan.of(file).stream())
                .toList();
        return new Source(new Grouping(documents, skipped).accounts(), skipped);
    }

    /** The accounts that the files are about, by id. */
    public List<AccountFiles> accounts() {
        return accounts;
    }

    /** What was not read, and why. */
    public List<Skipped> skipped() {
        return skipped;
    }

    /** As {@link #read(AccountFiles, Function)} where nothing was imported before. */
    public Snapshot read(AccountFiles files) {
        return read(files, name -> Optional.empty());
    }

    /**
     * All that {@code files} say about their account.
     *
     * @param imported an entity of the account that an earlier import told, by {@code user/NAME}, {@code role/NAME} … or by
     *     the unique id that IAM made ({@code AROA…}): lists and policies hold those without the path, which only the
     *     entity's own record tells
     * @throws SourceException if a file changed since {@link #of}, or cannot be read any more
     */
    public Snapshot read(AccountFiles files, Function<String, Optional<EntityRef>> imported) {
        var first = read(files, imported, Set.of());
        var older = first.exports().superseded(first.ledger().pages());
        if (older.isEmpty()) {
            return first.snapshot();
        }
        var reading = read(files, imported, older.parts());
        older.problems().forEach(reading::problem);
        return reading.snapshot();
    }

    private static Reading read(
            AccountFiles files, Function<String, Optional<EntityRef>> imported, Set<Exports.Part> ignored) {
        var reading = new Reading(files.account(), imported, ignored);
        // what is about the account as a whole is told last by the newest
        var order = Comparator.<Document>comparingInt(d -> d.format().order())
                .thenComparing(d -> d.file().modified());
        for (var run : runs(files.documents().stream().sorted(order).toList())) {
            switch (run.get(0).form()) {
                case CSV -> {
                    reading.begin(run.get(0));
                    CredentialReport.readCsv(run.get(0), reading);
                }
                case ERROR ->
                    run.forEach(document -> {
                        reading.begin(document);
                        ErrorAnswer.read(document, reading);
                    });
                case JSON -> read(run, reading);
            }
        }
        return reading;
    }

    /** Neighbours that stand in the same file, in the same form. */
    private static List<List<Document>> runs(List<Document> documents) {
        var runs = new ArrayList<List<Document>>();
        for (var document : documents) {
            var last = runs.isEmpty() ? List.<Document>of() : runs.get(runs.size() - 1);
            if (!last.isEmpty()
                    && last.get(0).file().equals(document.file())
                    && last.get(0).form() == document.form()) {
                last.add(document);
            } else {
                runs.add(new ArrayList<>(List.of(document)));
            }
        }
        return runs;
    }

    private static void read(List<Document> run, Reading reading) {
        try (var json = new JsonFile(run.get(0).file())) {
            for (var document : run) {
                while (json.index() < document.index()) {
                    if (!json.nextDocument()) {
                        throw new SourceException(document.name() + " changed while it was read; import it again.");
                    }
                }
                reading.begin(document);
                document.format().reader().read(document, json, reading);
            }
        }
    }
}

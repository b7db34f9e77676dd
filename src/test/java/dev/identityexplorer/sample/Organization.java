package dev.identityexplorer.sample;

import dev.identityexplorer.catalogue.Catalogue;
import dev.identityexplorer.cypher.CypherLibrary;
import dev.identityexplorer.deletion.Answer;
import dev.identityexplorer.deletion.Deletions;
import dev.identityexplorer.graph.Identities;
import dev.identityexplorer.graph.Importer;
import dev.identityexplorer.graph.TestDatabase;
import dev.identityexplorer.source.Source;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The rooms put together around the test database, as the command line does it. */
public final class Organization {

    public static final CypherLibrary LIBRARY = CypherLibrary.load();
    public static final Catalogue CATALOGUE = Catalogue.load();

    /** The sample was collected on a day that lies longer back each day: its verdicts are written as if it were fresh. */
    private static final Duration EVER = Duration.ofDays(36_500);

    public static final Deletions DELETIONS = new Deletions(LIBRARY, CATALOGUE, EVER);
    public static final Path SAMPLE = Path.of("src/main/resources/sample");

    private Organization() {}

    /** An empty database with the sample organization in it. */
    public static void importSample() {
        TestDatabase.reset();
        importPaths(SAMPLE);
    }

    public static List<Importer.AccountResult> importPaths(Path... paths) {
        return importPaths(new Importer(TestDatabase.engine(), CATALOGUE, LIBRARY, DELETIONS), paths);
    }

    /** By an importer that has begun nothing yet. */
    public static List<Importer.AccountResult> importPaths(Importer importer, Path... paths) {
        var source = Source.of(List.of(paths));
        importer.begin(List.of("test"));
        var results = new ArrayList<Importer.AccountResult>();
        source.accounts().forEach(files -> results.add(importer.write(source.read(files))));
        importer.finish(java.util.Map.of());
        return results;
    }

    public static Identities identities() {
        return new Identities(TestDatabase.engine(), LIBRARY);
    }

    /** Answers as if all evidence were fresh. */
    public static List<Answer> answers(String... ids) {
        return DELETIONS.answers(identities(), List.of(ids), EVER);
    }
}

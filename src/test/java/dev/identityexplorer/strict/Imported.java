package dev.identityexplorer.strict;

import dev.identityexplorer.catalogue.Catalogue;
import dev.identityexplorer.cypher.CypherLibrary;
import dev.identityexplorer.deletion.Answer;
import dev.identityexplorer.deletion.Deletions;
import dev.identityexplorer.deletion.Plan;
import dev.identityexplorer.deletion.Planner;
import dev.identityexplorer.graph.Identities;
import dev.identityexplorer.graph.Importer;
import dev.identityexplorer.graph.TestDatabase;
import dev.identityexplorer.model.Problem;
import dev.identityexplorer.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A bundle as the program took it in: imported into the test database, and asked about. */
final class Imported {

    private static final CypherLibrary LIBRARY = CypherLibrary.load();
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final Deletions DELETIONS = new Deletions(LIBRARY, CATALOGUE);

    private final Identities identities = new Identities(TestDatabase.engine(), LIBRARY);
    private final List<Problem> problems = new ArrayList<>();

    private Imported() {}

    /** Writes the files below {@code folder/account} and imports that folder. */
    static Imported of(Path folder, String account, Map<String, String> files) throws IOException {
        for (var file : files.entrySet()) {
            var path = folder.resolve(account).resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        var imported = new Imported();
        var source = Source.of(List.of(folder));
        var importer = new Importer(TestDatabase.engine(), CATALOGUE, LIBRARY, DELETIONS);
        importer.begin(List.of("a random account"));
        for (var accountFiles : source.accounts()) {
            var snapshot = source.read(accountFiles);
            imported.problems.addAll(snapshot.problems());
            importer.write(snapshot);
        }
        source.skipped().forEach(s -> imported.problems.add(new Problem(s.file(), "", s.reason())));
        importer.finish(Map.of());
        return imported;
    }

    List<Problem> problems() {
        return problems;
    }

    /** What the graph holds of the account and IAM deletes. */
    List<String> judged(String account) {
        return TestDatabase.query("MATCH (n:Entity {accountId: '" + account
                        + "'}) WHERE n.verdict IS NOT NULL RETURN n.id AS id ORDER BY id")
                .stream()
                .map(row -> row.get("id").asString())
                .toList();
    }

    Map<String, Answer> answers(Collection<String> ids) {
        return DELETIONS.answers(identities, ids, Deletions.DEFAULT_MAX_AGE).stream()
                .collect(Collectors.toMap(answer -> answer.facts().id(), answer -> answer));
    }

    Plan plan(List<String> ids) {
        return new Planner(DELETIONS).plan(DELETIONS.answers(identities, ids, Deletions.DEFAULT_MAX_AGE));
    }
}

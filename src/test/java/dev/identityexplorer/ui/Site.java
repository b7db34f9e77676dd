package dev.identityexplorer.ui;

import dev.identityexplorer.graph.Importer;
import dev.identityexplorer.graph.TestDatabase;
import dev.identityexplorer.sample.Organization;
import dev.identityexplorer.source.Source;
import dev.identityexplorer.web.Access;
import dev.identityexplorer.web.ImportTask;
import dev.identityexplorer.web.WebOptions;
import dev.identityexplorer.web.WebServer;
import dev.identityexplorer.web.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A server on the test database, as a person would open it. */
final class Site implements AutoCloseable {

    private final WebServer server;

    private Site() {
        this(Access.OPEN);
    }

    private Site(Access access) {
        try {
            var uploads = Files.createTempDirectory("uploads-test-");
            server = WebServer.start(new WebOptions("127.0.0.1", 0, access, "test", uploads));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One whose database is not there yet. */
    static Site starting() {
        return new Site();
    }

    /** One that asks for a token. */
    static Site asking(Access access) {
        var site = new Site(access);
        site.databaseComes();
        return site;
    }

    static Site open() {
        var site = new Site();
        site.databaseComes();
        return site;
    }

    void databaseComes() {
        server.open(new Workspace(TestDatabase.engine(), Organization.LIBRARY, Organization.DELETIONS, Task::new));
    }

    /** The address of a view such as {@code identities?kind=Role}. */
    String at(String view) {
        return server.uri().resolve("/") + "#/" + view;
    }

    @Override
    public void close() {
        server.close();
    }

    /** What the command line does with an upload, without its words. */
    private static final class Task implements ImportTask {

        private final Importer importer = new Importer(
                TestDatabase.engine(), Organization.CATALOGUE, Organization.LIBRARY, Organization.DELETIONS);

        @Override
        public String id() {
            return importer.id();
        }

        @Override
        public Map<String, Object> run(Path folder, List<String> sources, Consumer<Progress> progress) {
            var source = Source.of(List.of(folder));
            importer.begin(sources);
            var accounts = new ArrayList<Map<String, Object>>();
            for (var files : source.accounts()) {
                var total = source.accounts().size();
                progress.accept(new Progress(
                        "writing", Optional.of(files.accountId()), accounts.size(), total, 0, files.bytes()));
                var result = importer.write(source.read(files));
                accounts.add(Map.of("accountId", result.accountId(), "state", "new", "counts", Map.of()));
            }
            importer.finish(Map.of("accounts", (long) accounts.size(), "problems", 0L));
            return Map.of(
                    "accounts", accounts,
                    "written", Map.of(),
                    "skipped", List.of(),
                    "evidence", List.of(),
                    "problems", List.of());
        }
    }
}

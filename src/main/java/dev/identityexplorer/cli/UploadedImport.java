package dev.identityexplorer.cli;

import dev.identityexplorer.graph.Importer;
import dev.identityexplorer.source.AccountFiles;
import dev.identityexplorer.source.Source;
import dev.identityexplorer.source.SourceException;
import dev.identityexplorer.web.ImportTask;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** An import of files that the web server received. */
final class UploadedImport implements ImportTask {

    private final Workbench workbench;
    private final Importer importer;

    UploadedImport(Workbench workbench) {
        this.workbench = workbench;
        this.importer = workbench.importer();
    }

    @Override
    public String id() {
        return importer.id();
    }

    @Override
    public Map<String, Object> run(Path folder, List<String> sources, Consumer<Progress> progress) {
        var source = Source.of(List.of(folder));
        if (source.accounts().isEmpty()) {
            throw new SourceException(Imports.nothing(source));
        }
        var imports = new Imports();
        imports.run(
                source, Optional.of(workbench), Optional.of(importer), sources, new Steps(source.accounts(), progress));
        return imports.toMap(source);
    }

    /** Turns "an account is done" into how far the whole is. */
    private static final class Steps implements LongConsumer {
        private final List<AccountFiles> accounts;
        private final Consumer<Progress> progress;
        private final long total;
        private int done;
        private long bytes;

        Steps(List<AccountFiles> accounts, Consumer<Progress> progress) {
            this.accounts = accounts;
            this.progress = progress;
            this.total = accounts.stream().mapToLong(AccountFiles::bytes).sum();
            tell();
        }

        @Override
        public void accept(long read) {
            done++;
            bytes += read;
            tell();
        }

        private void tell() {
            var account =
                    done < accounts.size() ? Optional.of(accounts.get(done).accountId()) : Optional.<String>empty();
            progress.accept(new Progress("writing", account, done, accounts.size(), bytes, total));
        }
    }
}

package dev.identityexplorer.web;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One import that the server is asked to run; what puts the rooms together knows how. */
public interface ImportTask {

    /**
     * How far an import is.
     *
     * @param phase {@code recognising} or {@code writing}
     * @param accountId the account at work
     * @param accounts those done
     * @param bytes of the files of accounts that are done
     */
    record Progress(
            String phase, Optional<String> accountId, int accounts, int accountsTotal, long bytes, long bytesTotal) {

        static final Progress START = new Progress("recognising", Optional.empty(), 0, 0, 0, 0);
    }

    /** The id that the import will have in the history. */
    String id();

    /**
     * Reads a folder and writes what it holds.
     *
     * @param sources what the history calls it
     * @return what {@code explorer import --format json} prints
     */
    Map<String, Object> run(Path folder, List<String> sources, Consumer<Progress> progress);
}

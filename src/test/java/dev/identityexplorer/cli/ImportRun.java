package dev.identityexplorer.cli;

import dev.identityexplorer.graph.Engine;
import dev.identityexplorer.source.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole of {@code explorer import} on an open database, for benchmarks. */
public final class ImportRun {

    private ImportRun() {}

    /** What was written, by what it is. */
    public static Map<String, Long> of(Engine engine, Path folder) {
        var imports = new Imports();
        // not closed: closing it would close the engine, which is the caller's
        var workbench = new Workbench(engine);
        imports.run(Source.of(List.of(folder)), Optional.of(workbench), List.of(folder.toString()), read -> {});
        return imports.written();
    }
}

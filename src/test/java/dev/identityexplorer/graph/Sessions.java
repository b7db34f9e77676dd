package dev.identityexplorer.graph;

import org.neo4j.driver.Session;

/** Sessions for the benchmarks, which compare the importer with loaders that write by themselves. */
public final class Sessions {

    private Sessions() {}

    /** A session that may write. */
    public static Session writing(Engine engine) {
        return engine.writing();
    }
}

package dev.identityexplorer.graph;

import dev.identityexplorer.launcher.JavaProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.neo4j.driver.Session;
import org.neo4j.driver.exceptions.Neo4jException;

/** A second process on a store: says how it opened it, then does what it was asked until it is ended. */
final class StoreProgram {
    private StoreProgram() {}

    public static void main(String[] args) {
        try (Engine engine = Engine.open(Path.of(args[0]))) {
            System.out.println(engine.shared() ? "shared" : "embedded");
            switch (args[1]) {
                case "count" -> System.out.println(count(engine));
                case "write" -> write(engine);
                default -> throw new IllegalArgumentException(args[1]);
            }
        } catch (Neo4jException e) {
            if (!Engine.ending()) {
                throw e;
            }
        }
    }

    static long count(Engine engine) {
        try (Session session = engine.reading()) {
            return session.run("MATCH (n:Written) RETURN count(n) AS n")
                    .single()
                    .get("n")
                    .asLong();
        }
    }

    /** One transaction after the other, each of ten nodes, and a word on each that is done. */
    private static void write(Engine engine) {
        try (Session session = engine.writing()) {
            for (long batch = 1; ; batch++) {
                session.run(
                                "UNWIND range(1, 10) AS i CREATE (:Written {batch: $batch, i: i})",
                                java.util.Map.of("batch", batch))
                        .consume();
                System.out.println("batch " + batch);
            }
        }
    }

    /** Starts this program. */
    static Process start(Path store, String what) throws IOException {
        return JavaProgram.of(List.of(), List.of(), StoreProgram.class.getName(), List.of(store.toString(), what))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static String line(BufferedReader output) throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IOException("The program ended.");
        }
        return line;
    }
}

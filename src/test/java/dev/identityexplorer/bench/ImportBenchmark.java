package dev.identityexplorer.bench;

import dev.identityexplorer.cli.ImportRun;
import dev.identityexplorer.graph.Engine;
import dev.identityexplorer.graph.Sessions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Measures how fast an organization gets into an empty embedded Neo4j: {@code content FOLDER FILE} imports once and keeps
 * the rows for the loaders; {@code product FOLDER [ROUNDS [CHANGED]]}, {@code usual FILE}, {@code bare FILE} and {@code bare-derived FILE}
 * write into a fresh store twice in one process, first cold, then warm. Each belongs into a process of its own.
 */
public final class ImportBenchmark {

    private static final int THREADS = 2;

    private ImportBenchmark() {}

    public static void main(String[] args) throws Exception {
        var path = Path.of(args[1]);
        switch (args[0]) {
            case "content" -> content(path, Path.of(args[2]));
            case "product" ->
                product(
                        path,
                        args.length > 2 ? Integer.parseInt(args[2]) : 2,
                        args.length > 3 ? Optional.of(Path.of(args[3])) : Optional.empty());
            case "usual" -> loader(Loader.USUAL, Content.read(path).told());
            case "bare" -> loader(Loader.BARE, Content.read(path).told());
            case "bare-derived" -> loader(Loader.BARE, Content.read(path));
            default -> throw new IllegalArgumentException("What is " + args[0] + "?");
        }
    }

    private static void content(Path folder, Path file) throws Exception {
        var store = Files.createTempDirectory("bench");
        try (var engine = Engine.embedded(store)) {
            ImportRun.of(engine, folder);
            var content = Content.of(engine);
            content.write(file);
            content.nodes().forEach((labels, list) -> System.out.println(labels + " " + list.size()));
            content.relationships().forEach((group, list) -> System.out.println(group + " " + list.size()));
            System.out.println(
                    "all " + content.count() + ", told " + content.told().count());
        }
        delete(store);
    }

    /** @param changed the same organization with changes, which is imported after it */
    private static void product(Path folder, int rounds, Optional<Path> changed) throws Exception {
        for (int round = 0; round < rounds; round++) {
            var store = Files.createTempDirectory("bench");
            try (var engine = Engine.embedded(store)) {
                measure("product" + round, engine, () -> ImportRun.of(engine, folder));
                measure("product" + round + " again", engine, () -> ImportRun.of(engine, folder));
                if (changed.isPresent()) {
                    measure("product" + round + " changed", engine, () -> ImportRun.of(engine, changed.get()));
                }
            }
            delete(store);
        }
    }

    private static void loader(Loader loader, Content content) throws Exception {
        for (int round = 0; round < 2; round++) {
            var store = Files.createTempDirectory("bench");
            try (var engine = Engine.embedded(store)) {
                try (var session = Sessions.writing(engine)) {
                    loader.prepare(session, content);
                }
                measure(loader.name() + round, engine, () -> {
                    loader.load(() -> Sessions.writing(engine), content, THREADS);
                    return content.count();
                });
            }
            delete(store);
        }
    }

    private static void measure(String what, Engine engine, Callable<?> work) throws Exception {
        long cpu = cpu();
        long start = System.nanoTime();
        var result = work.call();
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = (cpu() - cpu) / 1e9;
        long elements;
        try (var session = Sessions.writing(engine)) {
            elements = session.run("MATCH (n) RETURN count(n) AS n")
                            .single()
                            .get("n")
                            .asLong()
                    + session.run("MATCH ()-[r]->() RETURN count(r) AS n")
                            .single()
                            .get("n")
                            .asLong();
        }
        System.out.printf(
                Locale.ROOT,
                "%-20s %7.2f s  %7.2f s CPU  %,d elements  %,.0f a second  %s%n",
                what,
                seconds,
                cpuSeconds,
                elements,
                elements / seconds,
                result);
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

package dev.identityexplorer.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Classes of the tests in a Java VM of their own, with the class path of the tests. Where the launcher has made its class-data
 * archive, they start with it, as the product does: 9 s instead of 14 s until an empty store was there, measured here.
 */
public final class JavaProgram {

    private static final Path TARGET = Path.of("target");
    private static final Path JAR = TARGET.resolve("identity-explorer.jar");

    private JavaProgram() {}

    /** Has the launcher make its archive, in the background, if it has not: within Maven's build, which made the jar just now. */
    public static void prepare() {
        if (System.getProperty("identityexplorer.maven") == null || archive().isPresent()) {
            return;
        }
        try {
            new ProcessBuilder("./explorer", "--version")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            // no shell here: programs start without it
        }
    }

    /**
     * A program that is not started yet.
     *
     * @param options more options for the Java VM
     * @param plugins more of the class path
     * @param main the class
     */
    public static ProcessBuilder of(List<String> options, List<Path> plugins, String main, List<String> arguments) {
        var classPath = new ArrayList<String>();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        archive().ifPresent(archive -> {
            command.addAll(List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:disable", "-Xlog:all=error:stderr"));
            classPath.add(JAR.toAbsolutePath().toString()); // first, or the archive does not fit
        });
        classPath.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        plugins.forEach(plugin -> classPath.add(plugin.toString()));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
        command.addAll(options);
        command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath), main));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }

    /** The launcher's archive for this Java VM; one of another jar would be an older file than the jar. */
    private static Optional<Path> archive() {
        try (var files = Files.newDirectoryStream(
                Files.createDirectories(TARGET.resolve("cds")),
                Runtime.version().feature() + "-*.jsa")) {
            for (var file : files) {
                if (Files.exists(JAR)
                        && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(JAR)) > 0) {
                    return Optional.of(file.toAbsolutePath());
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

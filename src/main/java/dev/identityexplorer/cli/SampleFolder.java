package dev.identityexplorer.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The sample organization that comes with the program, copied out of the jar to where import can read it. */
final class SampleFolder {

    private SampleFolder() {}

    /** Copies the sample below {@code folder}; the folder to import. */
    static Path copyTo(Path folder) {
        var target = folder.resolve("sample");
        try {
            var place = Path.of(SampleFolder.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(place)) {
                copy(place.resolve("sample"), target);
            } else {
                try (var jar = FileSystems.newFileSystem(place)) {
                    copy(jar.getPath("sample"), target);
                }
            }
            return target;
        } catch (IOException | URISyntaxException e) {
            throw new CliException("The sample organization could not be copied to " + target + ".", e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (var path : (Iterable<Path>) paths::iterator) {
                var copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
        }
    }
}

package dev.identityexplorer.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/** The sample organization that comes with the program, copied out of the jar to where import can read it. */
final class SampleFolder {

    private SampleFolder() {}

    /** Copies the sample below {@code folder}, its dates moved as if it had been made yesterday; the folder to import. */
    static Path copyTo(Path folder) {
        return copyTo(folder, SampleDates.asOf(LocalDate.now(ZoneOffset.UTC)));
    }

    static Path copyTo(Path folder, SampleDates dates) {
        var target = folder.resolve("sample");
        try {
            var place = Path.of(SampleFolder.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(place)) {
                copy(place.resolve("sample"), target, dates);
            } else {
                try (var jar = FileSystems.newFileSystem(place)) {
                    copy(jar.getPath("sample"), target, dates);
                }
            }
            return target;
        } catch (IOException | URISyntaxException e) {
            throw new CliException("The sample organization could not be copied to " + target + ".", e);
        }
    }

    private static void copy(Path from, Path to, SampleDates dates) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (var path : (Iterable<Path>) paths::iterator) {
                var copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.writeString(copy, dates.moved(Files.readString(path)));
                }
            }
        }
    }
}

package dev.identityexplorer.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * One file of an import.
 *
 * @param name what evidence and messages call it: relative to the given folder, with a bundle's account and region
 * @param given whether the user named this very file, rather than a folder that holds it
 * @param modified when AWS was asked, where {@code collect} noted that; else when the file last changed: the time of
 *     observation where the content tells none
 */
record SourceFile(Path path, String name, boolean given, Optional<BundlePath> bundle, Instant modified, long size) {

    static SourceFile of(Path path, Path base, boolean given, Collected collected) {
        var bundle = BundlePath.of(path);
        var file = path.toAbsolutePath().normalize();
        var from = base.toAbsolutePath().normalize();
        var start = bundle.map(b -> b.folder().getParent())
                .filter(p -> p != null && from.startsWith(p))
                .orElse(from);
        var name = start.relativize(file).toString().replace('\\', '/');
        try {
            long size = Files.size(path);
            var modified = Files.getLastModifiedTime(path).toInstant();
            var observed = bundle.flatMap(b -> collected.observed(b.folder(), file, size));
            return new SourceFile(path, name, given, bundle, observed.orElse(modified), size);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    String operation() {
        return bundle.map(BundlePath::operation).orElse("");
    }

    String parameter() {
        return bundle.map(BundlePath::parameter).orElse("");
    }

    InputStream open() {
        try {
            return Files.newInputStream(path);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    static SourceException unreadable(String name, IOException e) {
        return new SourceException(
                name + " cannot be read (" + e.getClass().getSimpleName() + ": " + e.getMessage()
                        + "); check that it exists and that you may read it.",
                e);
    }
}

package dev.identityexplorer.source;

import dev.identityexplorer.model.CollectedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The files below the given paths, sorted, each once; folders that link to themselves are entered once. */
final class FileTree {

    private final Set<Path> seen = new HashSet<>();
    private final Collected collected = new Collected();
    private final List<SourceFile> files = new ArrayList<>();
    private final List<Skipped> skipped;

    private FileTree(List<Skipped> skipped) {
        this.skipped = skipped;
    }

    static List<SourceFile> under(List<Path> paths, List<Skipped> skipped) {
        var tree = new FileTree(skipped);
        for (var path : paths) {
            if (Files.isDirectory(path)) {
                tree.folder(path, path);
            } else if (Files.exists(path)) {
                tree.file(path, path.toAbsolutePath().getParent(), true);
            } else {
                throw new SourceException("There is no file or folder " + path + "; check the path.");
            }
        }
        return tree.files;
    }

    private void folder(Path folder, Path base) {
        List<Path> children;
        try (var list = Files.list(folder)) {
            if (!seen.add(folder.toRealPath())) {
                return;
            }
            children = list.sorted().toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new SourceException("The folder " + folder + " cannot be listed; check that you may read it.", e);
        }
        for (var child : children) {
            if (!Files.isDirectory(child)) {
                file(child, base, false);
            } else if (child.getFileName().toString().startsWith(".")) {
                skipped.add(new Skipped(base.relativize(child).toString(), "It is a hidden folder."));
            } else {
                folder(child, base);
            }
        }
    }

    private void file(Path file, Path base, boolean given) {
        if (!Files.isRegularFile(file)) {
            skipped.add(new Skipped(
                    base.toAbsolutePath().relativize(file.toAbsolutePath()).toString(), "It is not a regular file."));
            return;
        }
        if (!given && file.getFileName().toString().equals(CollectedFile.MANIFEST)) {
            return;
        }
        try {
            if (seen.add(file.toRealPath())) {
                files.add(SourceFile.of(file, base, given, collected));
            }
        } catch (IOException e) {
            throw SourceFile.unreadable(file.toString(), e);
        }
    }
}

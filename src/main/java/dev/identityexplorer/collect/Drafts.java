package dev.identityexplorer.collect;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;

/** A hidden folder for files that are being written, which import passes over; whoever has it locked collects alone. */
final class Drafts implements AutoCloseable {

    private final Path folder;
    private final FileChannel lock;

    private Drafts(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    static Drafts in(Path out) {
        var folder = out.resolve(".collect");
        try {
            Files.createDirectories(folder);
            var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw busy(out);
            }
            return new Drafts(folder, channel);
        } catch (OverlappingFileLockException e) {
            throw busy(out);
        } catch (IOException e) {
            throw Bundle.unwritable(folder, e);
        }
    }

    private static CollectException busy(Path out) {
        return new CollectException("Another process collects into " + out + "; wait for it, or give another folder.");
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        try {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    if (!file.equals(folder) && !file.endsWith("lock")) {
                        Files.deleteIfExists(file);
                    }
                }
            }
            lock.close();
            Files.deleteIfExists(folder.resolve("lock"));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw Bundle.unwritable(folder, e);
        }
    }
}

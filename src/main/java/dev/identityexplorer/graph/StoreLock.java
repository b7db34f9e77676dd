package dev.identityexplorer.graph;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The right to run the database of a store; the operating system takes it back from a process that dies. */
final class StoreLock implements AutoCloseable {
    /** Closing a second channel to a locked file would give the lock up (POSIX), so this process never opens one. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private StoreLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** The lock, unless someone holds it already. */
    static Optional<StoreLock> tryHold(StoreFolder store) {
        Path file = store.lock();
        if (!HELD_HERE.add(file)) {
            return Optional.empty();
        }
        Optional<StoreLock> lock = Optional.empty();
        try {
            lock = tryLock(file);
            return lock;
        } catch (IOException e) {
            throw new GraphException(
                    "The file " + file + " cannot be locked (" + e + "); use a store on a file system"
                            + " with file locks.",
                    e);
        } finally {
            if (lock.isEmpty()) {
                HELD_HERE.remove(file);
            }
        }
    }

    private static Optional<StoreLock> tryLock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        return lock == null ? Optional.empty() : Optional.of(new StoreLock(file, channel));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new GraphException("The lock " + file + " could not be given back (" + e + ").", e);
        } finally {
            HELD_HERE.remove(file);
        }
    }
}

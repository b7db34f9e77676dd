package dev.identityexplorer.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/** The folder of an embedded database: found or made, readable by its owner alone, and never somebody's documents. */
record StoreFolder(Path path) {

    static StoreFolder of(Path given) {
        Path path = given.toAbsolutePath().normalize();
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new GraphException(
                    "The store " + path + " is a file; name a folder, or one that does not exist yet.");
        }
        try {
            Files.createDirectories(path, ownerOnly(path, "rwx------"));
            StoreFolder folder = new StoreFolder(path.toRealPath());
            folder.check();
            return folder;
        } catch (IOException e) {
            throw new GraphException(
                    "The store folder " + path + " cannot be made or read (" + e + "); name another one.", e);
        }
    }

    private void check() throws IOException {
        if (!Files.isWritable(path)) {
            throw new GraphException("The store folder " + path + " cannot be written to; give yourself the permission,"
                    + " or name another folder.");
        }
        try (Stream<Path> entries = Files.list(path)) {
            if (!Files.exists(lock())
                    && !Files.exists(connection())
                    && entries.findAny().isPresent()) {
                throw new GraphException("The folder " + path + " holds other files and no store; name an empty folder,"
                        + " or one that does not exist yet.");
            }
        }
    }

    /** Locked by the process that runs the database. */
    Path lock() {
        return path.resolve("lock");
    }

    /** How to connect to that process: address, user name, password. */
    Path connection() {
        return path.resolve("bolt.properties");
    }

    Path log() {
        return path.resolve("logs").resolve("debug.log");
    }

    /** Permissions for a new file or folder, where the file system knows POSIX permissions. */
    static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}

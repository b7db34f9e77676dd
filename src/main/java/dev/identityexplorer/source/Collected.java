package dev.identityexplorer.source;

import dev.identityexplorer.model.CollectedFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** When {@code collect} asked AWS for what a file holds, as it noted in the account's folder. */
final class Collected {

    private final Map<Path, Map<String, CollectedFile>> folders = new HashMap<>();

    /** Empty where nothing was noted, or the file is not what was noted: somebody changed it since. */
    Optional<Instant> observed(Path folder, Path file, long size) {
        return Optional.ofNullable(folders.computeIfAbsent(folder, Collected::read)
                        .get(folder.relativize(file).toString().replace('\\', '/')))
                .filter(noted -> noted.size() == size && noted.is(digest(file)))
                .map(CollectedFile::started);
    }

    private static Map<String, CollectedFile> read(Path folder) {
        var manifest = folder.resolve(CollectedFile.MANIFEST);
        var noted = new HashMap<String, CollectedFile>();
        if (Files.isRegularFile(manifest)) {
            try (var lines = Files.newBufferedReader(manifest, StandardCharsets.UTF_8)) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    CollectedFile.parse(line).ifPresent(file -> noted.put(file.file(), file));
                }
            } catch (IOException e) {
                throw SourceFile.unreadable(manifest.toString(), e);
            }
        }
        return noted;
    }

    private static byte[] digest(Path file) {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.getMessageDigest().digest();
        } catch (IOException e) {
            throw SourceFile.unreadable(file.toString(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}

package dev.identityexplorer.collect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.identityexplorer.model.CollectedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** The folder of one account. A file is there as a whole or not at all, however the program ends. */
final class Bundle {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectWriter PRINTER = JSON.writer(new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("    ", "\n"))
            .withArrayIndenter(new DefaultIndenter("    ", "\n")));

    private final Path folder;
    private final Path drafts;
    private final String version;
    private final AtomicLong draft = new AtomicLong();
    private final Map<String, CollectedFile> noted = new ConcurrentHashMap<>();

    /**
     * @param drafts a hidden folder on the same file system, for files that are being written
     * @param version of the program
     */
    Bundle(Path folder, Path drafts, String version) {
        this.folder = folder;
        this.drafts = drafts;
        this.version = version;
        try {
            Files.createDirectories(folder);
            Files.createDirectories(drafts);
            var manifest = folder.resolve(CollectedFile.MANIFEST);
            if (Files.exists(manifest)) {
                Files.readAllLines(manifest, StandardCharsets.UTF_8)
                        .forEach(line -> CollectedFile.parse(line).ifPresent(file -> noted.put(file.file(), file)));
                // a line that was cut off must not swallow the next one
                Files.writeString(manifest, "\n", StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** The answer in a file that an earlier run wrote as a whole, since {@code notBefore}, and nobody changed. */
    Optional<ObjectNode> kept(String file, Instant notBefore) {
        var known = noted.get(file);
        if (known == null
                || known.state() != CollectedFile.State.WHOLE
                || known.started().isBefore(notBefore)) {
            return Optional.empty();
        }
        try {
            var path = folder.resolve(file);
            var bytes = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
            return bytes.length == known.size()
                            && known.is(digest(bytes))
                            && JSON.readTree(bytes) instanceof ObjectNode object
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Writes an answer, or the error that came instead. */
    void write(String file, String api, Answer answer, Instant started) {
        var bytes = bytes(api, answer);
        var path = folder.resolve(file);
        try {
            Files.createDirectories(path.getParent());
            var whole =
                    Files.write(drafts.resolve(ProcessHandle.current().pid() + "-" + draft.incrementAndGet()), bytes);
            Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable(path, e);
        }
        note(new CollectedFile(
                file,
                started,
                Instant.now(),
                answer.state(),
                bytes.length,
                HexFormat.of().formatHex(digest(bytes)),
                version));
    }

    /** Removes files of earlier runs of which AWS no longer has what they are about: other files stay. */
    void remove(Predicate<String> which) {
        for (var known : noted.values()) {
            if (known.state() != CollectedFile.State.GONE && which.test(known.file())) {
                try {
                    Files.deleteIfExists(folder.resolve(known.file()));
                } catch (IOException e) {
                    throw unwritable(folder.resolve(known.file()), e);
                }
                var now = Instant.now();
                note(new CollectedFile(known.file(), now, now, CollectedFile.State.GONE, 0, "", version));
            }
        }
    }

    private synchronized void note(CollectedFile file) {
        noted.put(file.file(), file);
        try {
            Files.writeString(
                    folder.resolve(CollectedFile.MANIFEST),
                    file.line() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** An error as the AWS CLI prints it, an answer as JSON. */
    private static byte[] bytes(String api, Answer answer) {
        try {
            return answer.content().isPresent()
                    ? (PRINTER.writeValueAsString(answer.content().get()) + "\n").getBytes(StandardCharsets.UTF_8)
                    : answer.failure().orElseThrow().text(api).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new CollectException("The answer of " + api + " cannot be written as JSON.", e);
        }
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    static CollectException unwritable(Path path, IOException e) {
        return new CollectException(
                path + " cannot be written (" + e.getClass().getSimpleName() + ": " + e.getMessage()
                        + "); give another folder with --out, or make room.",
                e);
    }
}

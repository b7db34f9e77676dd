package dev.identityexplorer.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who logged in, asked, planned and imported: a line of JSON each, in a file that its owner alone reads, or in the log
 * of the program. A line is plain ASCII, so that no name in it can play with the terminal of whoever reads it.
 */
final class AuditLog {

    private static final System.Logger LOG = System.getLogger("dev.identityexplorer.audit");
    private static final String ATTRIBUTE = AuditLog.class.getName();
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** What a request is about, until its status is known. */
    private record Note(String event, Map<String, ?> details, long since) {}

    private final Optional<Path> file;
    private final boolean wanted;
    private final Clock clock;
    private final Metrics metrics;

    /** @throws WebException if the file cannot be written */
    AuditLog(Access access, Metrics metrics, Clock clock) {
        this.file = access.auditLog();
        this.wanted = file.isPresent() || access.token().isPresent();
        this.clock = clock;
        this.metrics = metrics;
        file.ifPresent(path -> {
            try {
                append(path, "");
            } catch (IOException e) {
                throw new WebException(
                        400, "bad-request", "The audit log " + path + " cannot be written; name another file.", e);
            }
        });
    }

    /** Says what a request is about; {@link #finish} writes it with its outcome. */
    static void note(Context ctx, String event, Map<String, ?> details) {
        ctx.attribute(ATTRIBUTE, new Note(event, details, System.nanoTime()));
    }

    /** Writes what {@link #note} said, once the status is known. */
    void finish(Context ctx) {
        Note note = ctx.attribute(ATTRIBUTE);
        if (note != null) {
            var details = new LinkedHashMap<String, Object>(note.details());
            details.put("status", ctx.statusCode());
            details.put("millis", (System.nanoTime() - note.since()) / 1_000_000);
            Visitor.of(ctx).ifPresent(visitor -> write(visitor, note.event(), details));
        }
    }

    synchronized void write(Visitor visitor, String event, Map<String, ?> details) {
        metrics.count(event);
        if (!wanted) {
            return;
        }
        var line = new LinkedHashMap<String, Object>();
        line.put("at", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        line.put("event", event);
        line.put("role", visitor.role().map(Role::word).orElse("none"));
        line.put("session", visitor.session());
        line.put("address", visitor.peer().address());
        line.putAll(details);
        try {
            var text = JSON.writeValueAsString(line);
            if (file.isPresent()) {
                append(file.get(), text + "\n");
            } else {
                LOG.log(System.Logger.Level.INFO, text);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An audit entry is made of text and numbers.", e);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "The audit log could not be written; is the disk full?", e);
        }
    }

    /** Opened for each line, so that a tool that rotates logs may move the file away at any time. */
    private static void append(Path path, String text) throws IOException {
        var attributes = path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (var channel =
                FileChannel.open(path, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), attributes)) {
            var bytes = StandardCharsets.US_ASCII.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }
}

package dev.identityexplorer.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts uploaded files where import can read them, under the names that they had, and takes them away again. */
final class Uploads {

    static final int MOST_FILES = 50_000;
    static final long MOST_BYTES = 2L << 30;

    private static final int DEEPEST = 20;

    /** A folder that was uploaded. */
    record Folder(Path path, List<String> sources, int files, long bytes) {}

    private final Path place;

    Uploads(Path place) {
        this.place = place;
    }

    /** Writes the files of a request into a folder of their own. */
    Folder receive(Context ctx) {
        if (!ctx.isMultipartFormData()) {
            throw new WebException(
                    415, "unsupported-media-type", "Files come as multipart/form-data, each part with a file name.");
        }
        var files = files(ctx);
        if (files.isEmpty()) {
            throw WebException.badRequest("The request holds no file; send at least one part with a file name.");
        }
        var modified = modified(ctx);
        try {
            Files.createDirectories(place);
            var folder = Files.createTempDirectory(place, "upload");
            try {
                return write(folder, files, modified);
            } catch (IOException | WebException e) {
                remove(folder);
                throw e;
            }
        } catch (IOException e) {
            throw new WebException(507, "no-space", "The files could not be stored; is there space on the disk?", e);
        }
    }

    /** The parts of the request that are files. */
    private static List<UploadedFile> files(Context ctx) {
        try {
            return ctx.uploadedFiles();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) { // Javalin, in Kotlin, declares none of those that Jetty throws
            throw new WebException(
                    400, "bad-request", "The files did not arrive whole (" + e.getMessage() + "); send them again.", e);
        }
    }

    private static Folder write(Path folder, List<UploadedFile> files, Map<String, @Nullable Object> modified)
            throws IOException {
        long bytes = 0;
        var sources = new ArrayList<String>();
        for (var file : files) {
            var parts = parts(file.filename());
            var target = unused(folder, parts);
            Files.createDirectories(target.getParent());
            try (var in = file.content()) {
                bytes += Files.copy(in, target);
            }
            if (modified.get(file.filename()) instanceof Number millis) {
                Files.setLastModifiedTime(target, FileTime.fromMillis(millis.longValue()));
            }
            if (!sources.contains(parts.get(0)) && sources.size() < 20) {
                sources.add(parts.get(0));
            }
        }
        return new Folder(folder, sources, files.size(), bytes);
    }

    /** When each file last changed on the machine that it comes from: the age of evidence where the content tells none. */
    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> modified(Context ctx) {
        var text = ctx.formParam("modified");
        if (text == null || text.isBlank()) {
            return Map.of();
        }
        try {
            return Json.MAPPER.readValue(text, Map.class);
        } catch (JsonProcessingException e) {
            throw new WebException(
                    400, "bad-request", "The part modified must be a JSON object of milliseconds by file name.", e);
        }
    }

    /** The parts of a relative path that leads nowhere else. */
    static List<String> parts(String name) {
        var parts = Arrays.stream(name.split("[/\\\\]"))
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .toList();
        boolean fine = !parts.isEmpty()
                && parts.size() <= DEEPEST
                && parts.stream()
                        .allMatch(part -> part.length() <= 255
                                && !part.equals("..")
                                && part.chars().noneMatch(c -> c < 32 || c == 127 || c == ':'));
        if (!fine) {
            throw WebException.badRequest(
                    "A file's name must be a relative path without '..', colons and control characters.");
        }
        return parts;
    }

    /** Files of the same name stand beside each other. */
    private static Path unused(Path folder, List<String> parts) {
        for (int n = 1; ; n++) {
            var path = n == 1 ? folder : folder.resolve("file-" + n);
            try {
                for (var part : parts) {
                    path = path.resolve(part);
                }
            } catch (InvalidPathException e) {
                throw new WebException(
                        400, "bad-request", "This computer has no file named '" + e.getInput() + "'.", e);
            }
            if (!path.normalize().startsWith(folder)) {
                throw WebException.badRequest("A file's name must be a relative path.");
            }
            if (!Files.exists(path)) {
                return path;
            }
        }
    }

    static void remove(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            System.getLogger(Uploads.class.getName())
                    .log(System.Logger.Level.WARNING, "Uploaded files could not be removed: " + folder, e);
        }
    }
}

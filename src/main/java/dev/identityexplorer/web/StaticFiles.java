package dev.identityexplorer.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * The pages: what is in {@code web/} on the class path, and the files of WebJars under {@code /webjars/NAME/FILE}, with
 * or without the version after the name.
 */
final class StaticFiles {

    /** One file as it is sent. */
    private record File(byte[] content, String type, String tag) {}

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("txt", "text/plain; charset=utf-8"));

    /** No dots at the start of a part, so nothing climbs out. */
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_@-][A-Za-z0-9._@-]*)+");

    private static final Pattern WEBJAR = Pattern.compile("/webjars/([a-z0-9_.-]+)/(.+)");

    private final Map<String, Optional<File>> files = new ConcurrentHashMap<>();

    /** The page that a person opens; a view of it for each path that is no file. */
    static String page() {
        return read("web/index.html")
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
    }

    /** Answers with a file, or with the page for the path of a view. */
    void serve(Context ctx) {
        var path = ctx.path();
        boolean view = view(path);
        var file = find(view ? "/index.html" : path)
                .orElseThrow(() -> WebException.notFound("There is no file " + ctx.path() + "."));
        send(ctx, file);
    }

    /** Whether a path is that of a view of the page rather than of a file. */
    static boolean view(String path) {
        return path.lastIndexOf('.') <= path.lastIndexOf('/') && !path.contains("/.");
    }

    private static void send(Context ctx, File file) {
        ctx.header("Cache-Control", "no-cache");
        ctx.header("ETag", file.tag());
        if (file.tag().equals(ctx.header("If-None-Match"))) {
            ctx.status(304);
            return;
        }
        ctx.contentType(file.type()).result(file.content());
    }

    private Optional<File> find(String path) {
        if (!PATH.matcher(path).matches() || !TYPES.containsKey(ending(path))) {
            return Optional.empty();
        }
        var known = files.get(path);
        if (known == null) {
            known = resource(path)
                    .flatMap(StaticFiles::read)
                    .map(content -> new File(content, TYPES.getOrDefault(ending(path), ""), tag(content)));
            if (known.isPresent()) {
                files.put(path, known);
            }
        }
        return known;
    }

    private static Optional<String> resource(String path) {
        var jar = WEBJAR.matcher(path);
        if (!jar.matches()) {
            return Optional.of("web" + path);
        }
        return version(jar.group(1)).map(version -> {
            var file = jar.group(2).startsWith(version + "/") ? jar.group(2) : version + "/" + jar.group(2);
            return "META-INF/resources/webjars/" + jar.group(1) + "/" + file;
        });
    }

    private static Optional<String> version(String name) {
        return read("META-INF/maven/org.webjars.npm/" + name + "/pom.properties")
                .flatMap(bytes -> {
                    try {
                        var properties = new Properties();
                        properties.load(new java.io.ByteArrayInputStream(bytes));
                        return Optional.ofNullable(properties.getProperty("version"));
                    } catch (IOException e) {
                        throw new WebException(
                                500, "internal", "The properties of the WebJar " + name + " cannot be read.", e);
                    }
                });
    }

    static Optional<byte[]> read(String resource) {
        try (InputStream in = StaticFiles.class.getClassLoader().getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new WebException(500, "internal", "A file of the pages cannot be read.", e);
        }
    }

    private static String ending(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static String tag(byte[] content) {
        var sum = new CRC32C();
        sum.update(content);
        return "W/\"" + HexFormat.of().toHexDigits((int) sum.getValue()) + "-" + content.length + "\"";
    }
}

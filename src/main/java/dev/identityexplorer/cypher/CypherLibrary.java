package dev.identityexplorer.cypher;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All files below {@code cypher/} on the class path, by folder and name. They are found in a jar as well as in a folder
 * of classes. A file is parsed when it is first asked for, so that one question does not wait for all the others; a
 * wrong one throws {@link CypherFileException} then.
 */
public final class CypherLibrary {

    private static final String ROOT = "cypher/";
    /** The file that is always there, by which the others are found. */
    private static final String ANCHOR = "/" + ROOT + "schema.cypher";

    /** Where a file stands and what it says. */
    private record Source(String kind, String name, String path, String text) {

        CypherFile parse() {
            return CypherFile.parse(kind, name, ROOT + path, text);
        }
    }

    private final SortedMap<String, Source> sources;
    private final Map<String, CypherFile> parsed = new ConcurrentHashMap<>();

    private CypherLibrary(SortedMap<String, Source> sources) {
        this.sources = sources;
    }

    /**
     * Finds every file.
     *
     * @throws CypherFileException if they cannot be read
     */
    public static CypherLibrary load() {
        var anchor = CypherLibrary.class.getResource(ANCHOR);
        if (anchor == null) {
            throw new CypherFileException(
                    "The resources of cypher/ are not on the class path: the build is incomplete.");
        }
        try {
            return of(
                    anchor.getProtocol().equals("jar")
                            ? fromJar(anchor)
                            : fromFolder(Path.of(URI.create(anchor.toString())).getParent()));
        } catch (IOException e) {
            throw new CypherFileException("The resources of cypher/ cannot be read from " + anchor + ".", e);
        }
    }

    /** A library of {@code texts} by path below {@code cypher/}, such as {@code explore/old-access-keys.cypher}. */
    static CypherLibrary of(SortedMap<String, String> texts) {
        var sources = new TreeMap<String, Source>();
        texts.forEach((path, text) -> {
            var name = path.substring(path.lastIndexOf('/') + 1, path.length() - ".cypher".length());
            var kind = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : name;
            sources.put(kind + "/" + name, new Source(kind, name, path, text));
        });
        return new CypherLibrary(sources);
    }

    private Optional<CypherFile> parsed(String key) {
        return Optional.ofNullable(sources.get(key))
                .map(source -> parsed.computeIfAbsent(key, absent -> source.parse()));
    }

    private Stream<CypherFile> parsed(Stream<String> keys) {
        return keys.flatMap(key -> parsed(key).stream());
    }

    private Stream<String> keys(String kind) {
        return sources.keySet().stream().filter(key -> sources.get(key).kind().equals(kind));
    }

    private static SortedMap<String, String> fromJar(URL anchor) throws IOException {
        var texts = new TreeMap<String, String>();
        var connection = (JarURLConnection) anchor.openConnection();
        connection.setUseCaches(false);
        try (var jar = connection.getJarFile()) {
            for (var entry : jar.stream().filter(e -> isCypher(e.getName())).toList()) {
                try (InputStream in = jar.getInputStream(entry)) {
                    texts.put(
                            entry.getName().substring(ROOT.length()),
                            new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return texts;
    }

    private static boolean isCypher(String entry) {
        return entry.startsWith(ROOT) && entry.endsWith(".cypher");
    }

    private static SortedMap<String, String> fromFolder(Path folder) throws IOException {
        var texts = new TreeMap<String, String>();
        try (var paths = Files.walk(folder)) {
            for (var path : paths.filter(p -> p.toString().endsWith(".cypher")).toList()) {
                texts.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        }
        return texts;
    }

    /** All files of one folder by name: {@code explore}, {@code rules}, {@code load} …; empty if there is no such folder. */
    public List<CypherFile> files(String kind) {
        return parsed(keys(kind)).toList();
    }

    /** The questions that people ask, by name. */
    public List<CypherFile> explore() {
        return files("explore");
    }

    /** The rules of deletion, by name. */
    public List<CypherFile> rules() {
        return files("rules");
    }

    /** {@code cypher/schema.cypher}. */
    public CypherFile schema() {
        return file("schema", "schema");
    }

    /** The file {@code cypher/load/NAME.cypher}. */
    public CypherFile load(String name) {
        return file("load", name);
    }

    /**
     * The file {@code name} of folder {@code kind}, for callers that know it is there.
     *
     * @throws CypherFileException if it is not
     */
    public CypherFile file(String kind, String name) {
        return parsed(kind + "/" + name)
                .orElseThrow(() -> new CypherFileException("There is no " + ROOT + kind + "/" + name
                        + ".cypher; there are "
                        + keys(kind).map(key -> sources.get(key).name()).collect(Collectors.joining(", ")) + "."));
    }

    /** The question called {@code name}. */
    public Optional<CypherFile> find(String name) {
        return parsed("explore/" + name);
    }

    /** All files there are. */
    public List<CypherFile> all() {
        return parsed(sources.keySet().stream()).toList();
    }
}

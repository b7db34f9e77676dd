package dev.identityexplorer.cypher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CypherLibraryTest {

    private static final String FILE = "// title: T\n// description: D\nRETURN 1\n";

    private final CypherLibrary library = CypherLibrary.load();

    @Test
    void every_file_of_the_project_is_found_and_reads() throws IOException {
        try (var paths = Files.walk(Path.of("cypher"))) {
            assertThat(library.all())
                    .extracting(CypherFile::text)
                    .containsExactlyInAnyOrderElementsOf(
                            paths.filter(path -> path.toString().endsWith(".cypher"))
                                    .map(CypherLibraryTest::read)
                                    .toList());
        }
        assertThat(library.schema().statements()).hasSizeGreaterThan(5);
    }

    @Test
    void folders_are_kinds_and_file_names_are_names() {
        var library = CypherLibrary.of(new TreeMap<>(Map.of(
                "schema.cypher", FILE, "explore/b.cypher", FILE, "explore/a.cypher", FILE, "load/user.cypher", FILE)));

        assertThat(library.explore()).extracting(CypherFile::name).containsExactly("a", "b");
        assertThat(library.find("b")).isPresent();
        assertThat(library.find("user")).isEmpty();
        assertThat(library.load("user").kind()).isEqualTo("load");
        assertThat(library.rules()).isEmpty();
        assertThatThrownBy(() -> library.load("role"))
                .hasMessage("There is no cypher/load/role.cypher; there are user.");
    }

    @Test
    void the_files_are_found_in_a_jar_too(@TempDir Path folder) throws ReflectiveOperationException, IOException {
        var jar = folder.resolve("a jar.jar");
        var classes = Path.of("target/classes");
        try (var zip = FileSystems.newFileSystem(jar, Map.of("create", "true"));
                var paths = Files.walk(classes)) {
            for (var path : paths.filter(CypherLibraryTest::isOfThisRoom).toList()) {
                var target = zip.getPath(classes.relativize(path).toString());
                Files.createDirectories(target.getParent() == null ? zip.getPath("/") : target.getParent());
                Files.copy(path, target);
            }
        }
        assertThat(namesIn(jar))
                .isEqualTo(library.all().stream().map(CypherFile::name).toList());
    }

    private static boolean isOfThisRoom(Path path) {
        return Files.isRegularFile(path) && path.toString().contains("cypher");
    }

    /** The names that the library finds when its class and its files come from {@code jar} alone. */
    private static List<?> namesIn(Path jar) throws ReflectiveOperationException, IOException {
        try (var loader = new URLClassLoader(new URL[] {url(jar)}, ClassLoader.getPlatformClassLoader())) {
            var type = loader.loadClass(CypherLibrary.class.getName());
            var all = (List<?>)
                    type.getMethod("all").invoke(type.getMethod("load").invoke(null));
            return all.stream().map(CypherLibraryTest::name).toList();
        }
    }

    private static Object name(Object file) {
        try {
            return file.getClass().getMethod("name").invoke(file);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new AssertionError(e);
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

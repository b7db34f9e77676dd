package dev.identityexplorer.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What {@code mvn package} says of what it packs. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BillOfMaterialsIT {

    private static final Path TARGET = Path.of("target");

    /** The CycloneDX plugin does nothing without a network. */
    @BeforeAll
    static void online() {
        assumeFalse(
                "offline: true".equals(System.getProperty("identityexplorer.maven")),
                "mvn -o writes no bill of materials");
    }

    private static JsonNode bill() throws IOException {
        return new ObjectMapper().readTree(TARGET.resolve("bom.json").toFile());
    }

    @Test
    void every_library_beside_the_program_is_in_it_with_its_hash_and_a_license() throws IOException {
        var listed = new TreeSet<String>();
        for (var component : bill().path("components")) {
            listed.add(component.path("name").asText() + "-"
                    + component.path("version").asText());
            assertThat(component.path("hashes")).as(component.toString()).isNotEmpty();
        }
        try (var libraries = Files.list(TARGET.resolve("lib"))) {
            var names = libraries
                    .map(file -> file.getFileName().toString().replaceFirst("\\.jar$", ""))
                    .toList();
            assertThat(names).hasSizeGreaterThan(50);
            assertThat(names).allSatisfy(name -> assertThat(listed).anyMatch(known -> name.startsWith(known)));
        }
    }

    @Test
    void the_program_can_say_its_version() throws IOException {
        try (var program = new JarFile(TARGET.resolve("identity-explorer.jar").toFile())) {
            assertThat(program.getManifest().getMainAttributes().getValue("Implementation-Version"))
                    .matches("\\d+\\.\\d+\\.\\d+.*");
        }
    }

    @Test
    void the_license_of_the_embedded_engine_is_told_where_it_matters() throws IOException {
        assertThat(bill().path("components"))
                .anyMatch(component -> component.path("name").asText().equals("neo4j-kernel")
                        && component.path("licenses").toString().contains("GPL"));
        var list = Files.readString(TARGET.resolve("THIRD-PARTY.txt"));
        assertThat(list).contains("org.neo4j:neo4j-kernel:", "org.eclipse.jetty:jetty-server:", "io.netty:");
        assertThat(list.lines().filter(line -> line.contains("org.neo4j:neo4j-kernel:")))
                .allMatch(line -> line.contains("GPL-3.0"));
        assertThat(Files.readString(Path.of("README.md"))).contains("GPLv3");
    }
}

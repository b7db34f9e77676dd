package dev.identityexplorer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The rooms, and which arrows go between them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchitectureTest {

    private static final String ROOT = "dev.identityexplorer";
    private static JavaClasses all;

    @BeforeAll
    static void read_the_classes() {
        all = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ROOT);
    }

    @Test
    void arrows_between_rooms_go_one_way() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
                .layer("model")
                .definedBy(ROOT + ".model..")
                .layer("cypher")
                .definedBy(ROOT + ".cypher..")
                .layer("catalogue")
                .definedBy(ROOT + ".catalogue..")
                .layer("source")
                .definedBy(ROOT + ".source..")
                .optionalLayer("collect")
                .definedBy(ROOT + ".collect..")
                .layer("graph")
                .definedBy(ROOT + ".graph..")
                .layer("deletion")
                .definedBy(ROOT + ".deletion..")
                .layer("report")
                .definedBy(ROOT + ".report..")
                .optionalLayer("web")
                .definedBy(ROOT + ".web..")
                .layer("cli")
                .definedBy(ROOT + ".cli..")
                .layer("main")
                .definedBy(ROOT)
                .whereLayer("main")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("cli")
                .mayOnlyBeAccessedByLayers("main")
                .whereLayer("web")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("web", "cli")
                .whereLayer("deletion")
                .mayOnlyBeAccessedByLayers("report", "web", "cli")
                .whereLayer("graph")
                .mayOnlyBeAccessedByLayers("deletion", "report", "web", "cli")
                .whereLayer("source")
                .mayOnlyBeAccessedByLayers("web", "cli")
                .whereLayer("collect")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("model")
                .mayNotAccessAnyLayer()
                .whereLayer("cypher")
                .mayNotAccessAnyLayer()
                .check(all);
    }

    @Test
    void rooms_do_not_go_in_circles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(all);
    }

    @Test
    void each_library_has_one_room() {
        oneRoom("org.neo4j..", "graph");
        oneRoom("io.javalin..", "web");
        oneRoom("picocli..", "cli");
        oneRoom("software.amazon..", "collect");
    }

    private static void oneRoom(String library, String room) {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(all);
    }

    @Test
    void no_room_is_called_by_what_it_is_not() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..service..", "..dto..", "..impl..")
                .check(all);
    }

    @Test
    void a_room_throws_its_own_exception() {
        classes()
                .that()
                .areAssignableTo(RuntimeException.class)
                .and()
                .resideInAPackage(ROOT + "..")
                .should()
                .haveSimpleNameEndingWith("Exception")
                .check(all);
    }

    @Test
    void the_driver_is_opened_in_one_place() throws IOException {
        assertThat(filesWith("GraphDatabase.driver(")).hasSize(1);
    }

    @Test
    void java_files_stay_small() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                assertThat(Files.readAllLines(file).size()).as(file.toString()).isLessThanOrEqualTo(300);
            }
        }
    }

    @Test
    void cypher_files_stay_small() throws IOException {
        try (var files = Files.walk(Path.of("cypher"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".cypher")).toList()) {
                assertThat(Files.readAllLines(file).size()).as(file.toString()).isLessThanOrEqualTo(60);
            }
        }
    }

    private static java.util.List<Path> filesWith(String text) throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> {
                        try {
                            return Files.readString(f).contains(text);
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }
}

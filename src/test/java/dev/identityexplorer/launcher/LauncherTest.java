package dev.identityexplorer.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final String BUILDING = "explorer: building";

    @TempDir
    Path folder;

    private Path project = Path.of("");

    private record Outcome(int exitCode, String out, String err) {}

    @BeforeEach
    void make_a_project_with_a_stand_in_for_maven_and_java() throws IOException {
        project = Files.createDirectories(folder.resolve("a project"));
        Files.copy(Path.of("explorer"), project.resolve("explorer"));
        Files.createDirectories(project.resolve("src/main"));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        script(
                "bin/mvn",
                "echo built >> \"$PWD/builds\"; sleep 0.3; mkdir -p target; echo jar > target/identity-explorer.jar");
        Files.createDirectories(folder.resolve("jdk"));
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");
        script("jdk/bin/javac", "exit 0");
        script("jdk/bin/java", """
                for argument; do
                  echo "[$argument]"
                  case $argument in -XX:ArchiveClassesAtExit=*) : > "${argument#*=}"; exit 0 ;; esac
                done
                read -r line && echo "read $line"
                exit 7
                """);
    }

    @Test
    void arguments_standard_input_and_exit_code_go_unharmed() throws Exception {
        Outcome outcome = run(List.of("query", "two words", "", "a\"quote'$HOME*", "-p", "x=ä"), "hello\n");
        assertThat(outcome.out()).contains("[query]\n[two words]\n[]\n[a\"quote'$HOME*]\n[-p]\n[x=ä]\nread hello\n");
        assertThat(outcome.exitCode()).isEqualTo(7);
    }

    @Test
    void it_builds_once_and_again_after_a_change() throws Exception {
        assertThat(run(List.of(), "").err()).startsWith(BUILDING);
        assertThat(run(List.of(), "").err()).isEmpty();
        Path source = Files.writeString(project.resolve("src/main/New.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(run(List.of(), "").err()).startsWith(BUILDING);
        assertThat(Files.readAllLines(project.resolve("builds"))).hasSize(2);
    }

    @Test
    void it_builds_again_while_an_earlier_start_still_makes_its_archive() throws Exception {
        run(List.of(), "");
        Files.createDirectories(project.resolve("target/cds/17-1-1.jsa.making"));
        Path old = Files.writeString(project.resolve("target/cds/17-1-1.jsa"), "");
        Path source = Files.writeString(project.resolve("src/main/New.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));

        Outcome outcome = run(List.of("owner"), "");

        assertThat(outcome.err()).startsWith(BUILDING).hasLineCount(1);
        assertThat(outcome.out()).contains("[owner]");
        assertThat(old).doesNotExist();
    }

    @Test
    void a_build_that_fails_is_not_taken_for_one() throws Exception {
        script("bin/mvn", "echo 'cannot compile'; exit 1");
        Outcome outcome = run(List.of(), "");
        assertThat(outcome.exitCode()).isOne();
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("cannot compile", "the build failed");
        assertThat(run(List.of(), "").err()).startsWith(BUILDING);
    }

    @Test
    void two_first_calls_at_once_build_once() throws Exception {
        Process first = start(project.resolve("explorer"), List.of("first"), Map.of());
        Process second = start(project.resolve("explorer"), List.of("second"), Map.of());
        assertThat(outcome(first, "").out()).contains("[first]");
        assertThat(outcome(second, "").out()).contains("[second]");
        assertThat(Files.readAllLines(project.resolve("builds"))).hasSize(1);
    }

    @Test
    void a_lock_that_a_killed_build_left_counts_for_nothing() throws Exception {
        Files.createDirectories(project.resolve("target"));
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.createSymbolicLink(project.resolve("target/.building"), Path.of(String.valueOf(gone.pid())));
        assertThat(run(List.of("after"), "").out()).contains("[after]");
    }

    @Test
    void it_works_through_a_symbolic_link_from_elsewhere() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("ie"), Path.of("a project", "explorer"));
        Outcome outcome = outcome(start(link, List.of("--help"), Map.of()), "");
        assertThat(outcome.out()).contains("[" + project.toRealPath().resolve("target/identity-explorer.jar") + "]");
    }

    @Test
    void options_for_the_java_vm_come_before_the_program() throws Exception {
        Process process =
                start(project.resolve("explorer"), List.of("owner"), Map.of("EXPLORER_JAVA_OPTS", "-Xmx2g -Dx=*"));
        assertThat(outcome(process, "").out()).containsSubsequence("[-Xmx2g]\n[-Dx=*]\n", "[-jar]\n", "[owner]\n");
    }

    @Test
    void a_class_data_archive_is_made_aside_and_used_from_then_on() throws Exception {
        Map<String, String> with = Map.of("EXPLORER_CDS", "on");
        Outcome first = outcome(start(project.resolve("explorer"), List.of("owner"), with), "");
        assertThat(first.out()).doesNotContain("Archive");
        assertThat(first.exitCode()).isEqualTo(7);
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        String later = first.out();
        while (!later.contains("-XX:SharedArchiveFile=") && Instant.now().isBefore(end)) {
            later = outcome(start(project.resolve("explorer"), List.of("owner"), with), "")
                    .out();
        }
        assertThat(later)
                .contains("[-XX:SharedArchiveFile=" + project.toRealPath().resolve("target/cds/17-"));
    }

    private Outcome run(List<String> arguments, String input) throws Exception {
        return outcome(start(project.resolve("explorer"), arguments, Map.of()), input);
    }

    private Process start(Path launcher, List<String> arguments, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("EXPLORER_CDS", "off");
        builder.environment().remove("EXPLORER_JAVA_OPTS");
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Outcome outcome(Process process, String input) throws Exception {
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), out, err);
    }

    private void script(String name, String lines) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + lines + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}

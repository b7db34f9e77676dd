package dev.identityexplorer.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EngineTest {
    private static final Credentials NOBODY = new Credentials("neo4j", "secret");

    @TempDir
    Path folder;

    @Test
    void a_closed_port_is_named_in_a_sentence() throws IOException {
        URI uri;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            uri = URI.create("bolt://127.0.0.1:" + socket.getLocalPort());
        }
        assertThatThrownBy(() -> Engine.remote(uri, NOBODY))
                .isInstanceOfSatisfying(
                        GraphException.class, e -> assertThat(e.unreachable()).isTrue())
                .hasMessageContaining("No Neo4j answers at " + uri);
    }

    @Test
    void a_password_in_the_address_is_refused_and_not_repeated() {
        assertThatThrownBy(() -> Engine.remote(URI.create("bolt://neo4j:hunter2@127.0.0.1:7687"), NOBODY))
                .isInstanceOf(GraphException.class)
                .hasMessageContaining("NEO4J_PASSWORD")
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:7474", "localhost:7687", "bolt:7687", "neo4j+x://host"})
    void an_address_that_is_not_neo4j_s_is_refused(String address) {
        assertThatThrownBy(() -> Engine.remote(URI.create(address), NOBODY))
                .isInstanceOf(GraphException.class)
                .hasMessageContaining("neo4j://host:7687");
    }

    @Test
    void a_store_that_is_a_file_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "text");
        assertThatThrownBy(() -> Engine.open(file))
                .isInstanceOf(GraphException.class)
                .hasMessageContaining("is a file");
        assertThatThrownBy(() -> Engine.open(file.resolve("store")))
                .isInstanceOf(GraphException.class)
                .hasMessageContaining("cannot be made");
    }

    @Test
    void a_folder_with_other_files_does_not_become_a_store() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "text");
        assertThatThrownBy(() -> Engine.open(folder)).hasMessageContaining("holds other files");
        assertThat(folder).isDirectoryContaining("glob:**thesis.txt").isDirectoryNotContaining("glob:**lock");
    }

    @Test
    void a_store_of_a_newer_neo4j_is_left_alone() {
        new ConnectionFile("neo4j", "secret", "2031.01.0", Optional.empty()).write(folder.resolve("bolt.properties"));
        assertThatThrownBy(() -> Engine.open(folder))
                .isInstanceOf(GraphException.class)
                .hasMessageContaining("2031.01.0")
                .hasMessageContaining(Neo4jServer.version());
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.26.30", "5.26.0", "5.25.9", "4.4.1", "unknown", ""})
    void a_store_of_this_neo4j_or_an_older_one_is_not_newer(String version) {
        assertThat(Versions.newer(version, "5.26.30")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.27.0", "6.0.0", "2026.08.1"})
    void a_store_of_a_later_neo4j_is_newer(String version) {
        assertThat(Versions.newer(version, "5.26.30")).isTrue();
    }
}

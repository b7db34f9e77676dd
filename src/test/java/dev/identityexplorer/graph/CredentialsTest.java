package dev.identityexplorer.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CredentialsTest {
    private static final Path FILE = Path.of("credentials.txt");

    @Test
    void the_text_form_hides_the_password() {
        assertThat(new Credentials("neo4j", "hunter2"))
                .asString()
                .contains("neo4j")
                .doesNotContain("hunter2");
        assertThat(new ConnectionFile("neo4j", "hunter2", "5.26.30", Optional.empty()))
                .asString()
                .doesNotContain("hunter2");
    }

    @Test
    void a_file_holds_the_user_name_and_the_password_on_a_line_each() {
        assertThat(Credentials.parse(List.of(" neo4j ", "with space "), FILE))
                .isEqualTo(new Credentials("neo4j", "with space "));
    }

    @Test
    void a_file_without_a_password_is_refused_by_name() {
        assertThatThrownBy(() -> Credentials.parse(List.of("neo4j"), FILE))
                .isInstanceOf(GraphException.class)
                .hasMessageContaining("credentials.txt")
                .hasMessageContaining("second");
        assertThatThrownBy(() -> Credentials.parse(List.of("", "password"), FILE))
                .isInstanceOf(GraphException.class);
    }
}

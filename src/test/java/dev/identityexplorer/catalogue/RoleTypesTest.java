package dev.identityexplorer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the bundled types do not show today: fixed names of one principal that continue one another. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RoleTypesTest {

    @Test
    void the_longest_fixed_name_wins() {
        var types = types(type("Role", true), type("Role_Long", true));

        assertThat(types.match("a.amazonaws.com", "Role_Long_x")).hasValueSatisfying(match -> {
            assertThat(match.type().roleName()).isEqualTo("Role_Long");
            assertThat(match.suffix()).isEqualTo("x");
        });
        assertThat(types.match("a.amazonaws.com", "Role_Longer")).hasValueSatisfying(match -> {
            assertThat(match.type().roleName()).isEqualTo("Role");
            assertThat(match.suffix()).isEqualTo("Longer");
        });
    }

    @Test
    void a_shorter_name_does_not_stand_in_for_a_longer_one_that_takes_no_suffix() {
        var types = types(type("Role", true), type("Role_Long", false));

        assertThat(types.match("a.amazonaws.com", "Role_Long"))
                .map(match -> match.type().roleName())
                .contains("Role_Long");
        assertThat(types.match("a.amazonaws.com", "Role_Long_x")).isEmpty();
    }

    private static RoleTypes types(String... rows) {
        var json = "{\"rows\": [" + String.join(",", rows) + "]}";
        return new RoleTypes(DataFile.parse("test.json", json.getBytes(StandardCharsets.UTF_8))
                .rows("rows", ServiceLinkedRoleType.COLUMNS, ServiceLinkedRoleType::of));
    }

    private static String type(String roleName, boolean customSuffix) {
        return String.join(
                ",",
                List.of(
                        "{\"principal\": \"a.amazonaws.com\", \"roleName\": \"" + roleName + "\"",
                        "\"customSuffix\": " + customSuffix,
                        "\"service\": \"A\", \"deletableBy\": \"iam\", \"confidence\": \"inferred\", \"source\": \"test\"}"));
    }
}

package dev.identityexplorer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DataFileTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "service-linked-role-types.json",
                "services.json",
                "deletions.json",
                "evidence.json",
                "regions.json",
                "service-roles.json",
                "unmapped-slr-policies.json"
            })
    void a_bundled_file_says_where_it_comes_from_and_keeps_one_row_a_line(String name) {
        var file = DataFile.read(name);
        var text = new String(file.bytes(), StandardCharsets.UTF_8);

        assertThat(file.content()).containsKeys("title", "source", "collected", "origin", "columns", "rows");
        assertThat(file.content().get("collected")).asString().matches("20\\d\\d-\\d\\d-\\d\\d");
        var rows = file.content().values().stream()
                .filter(List.class::isInstance)
                .mapToInt(list -> ((List<?>) list).size())
                .sum();
        assertThat(text.lines().filter(line -> line.matches(" {4}\\{.*},?"))).hasSize(rows);
    }

    @Test
    void a_missing_file_is_named() {
        assertThatThrownBy(() -> DataFile.read("no.json"))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("aws/no.json");
    }

    @Test
    void broken_JSON_is_told_with_its_place() {
        assertThatThrownBy(() -> parse("{\"rows\": [\n{\"a\": }]}"))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("aws/test.json is not JSON at line 2");
        assertThatThrownBy(() -> parse("[]"))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("must be one JSON object");
    }

    @Test
    void a_misspelt_column_is_refused_with_the_row_and_the_known_ones() {
        assertThatThrownBy(() -> rows("{\"rows\": [{\"name\": \"a\"}, {\"name\": \"b\", \"multiregion\": true}]}"))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("test.json, rows[1] has the unknown columns [multiregion]")
                .hasMessageContaining("[kind, multiRegion, name]");
    }

    @Test
    void a_missing_or_wrong_value_is_refused_with_the_row() {
        assertThatThrownBy(() -> rows("{\"rows\": [{\"multiRegion\": true}]}"))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("test.json, rows[0] needs a text in 'name'");
        assertThatThrownBy(() -> rows("{\"rows\": [{\"name\": \"a\", \"multiRegion\": \"yes\"}]}"))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("has no Boolean in 'multiRegion'");
        assertThatThrownBy(() -> rows("{\"rows\": [\"a\"]}"))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("must be a JSON object, not 'a'");
        assertThatThrownBy(() -> rows("{}"))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("has no list 'rows'");
    }

    @Test
    void a_word_outside_the_closed_set_is_refused_with_the_set() {
        var row = new Row("test.json, rows", 0, Map.of("deletableBy", "anyone"));

        assertThatThrownBy(() -> Words.of(
                        ServiceLinkedRoleType.DeletableBy.values(),
                        ServiceLinkedRoleType.DeletableBy::word,
                        "deletableBy",
                        row))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("'anyone' in 'deletableBy', which is none of [iam, service, never]");
    }

    @Test
    void the_version_of_the_catalogue_is_the_same_each_time() {
        assertThat(Catalogue.load().version())
                .matches("[0-9a-f]{16}")
                .isEqualTo(Catalogue.load().version());
    }

    private static DataFile parse(String json) {
        return DataFile.parse("test.json", json.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Optional<Boolean>> rows(String json) {
        return parse(json).rows("rows", Set.of("name", "multiRegion", "kind"), row -> {
            row.text("name");
            return row.yesOrNo("multiRegion");
        });
    }
}

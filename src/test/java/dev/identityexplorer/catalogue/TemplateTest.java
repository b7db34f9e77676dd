package dev.identityexplorer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TemplateTest {

    @Test
    void known_placeholders_are_filled_and_the_others_stay() {
        var template = new Template("aws eks delete-nodegroup --cluster-name {cluster} --nodegroup-name {name}");

        assertThat(template.placeholders()).containsExactly("cluster", "name");
        assertThat(template.fill(
                        key -> Optional.ofNullable(Map.of("name", "$1 {x}").get(key))))
                .isEqualTo("aws eks delete-nodegroup --cluster-name {cluster} --nodegroup-name $1 {x}");
    }

    @Test
    void braces_of_the_CLI_shorthand_are_text() {
        var template = new Template("--replica-updates Delete={RegionName={region}} --network {EgressType=DEFAULT} {}");

        assertThat(template.placeholders()).containsExactly("region");
        assertThat(template.fill(key -> Optional.of("eu-west-1")))
                .isEqualTo("--replica-updates Delete={RegionName=eu-west-1} --network {EgressType=DEFAULT} {}");
    }

    @Test
    void a_placeholder_may_name_a_property_of_another_entity() {
        assertThat(new Template("{owner.name}/{id}").placeholders()).containsExactly("owner.name", "id");
    }

    @Test
    void an_empty_template_is_refused() {
        assertThatThrownBy(() -> new Template(" ")).isInstanceOf(IllegalArgumentException.class);
    }
}

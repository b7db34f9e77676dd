package dev.identityexplorer.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.sample.Organization;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A list is the same whether it is gathered and sorted, or walked along an index because it is long. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("once") // what lists hold, not what the engine answers
class EntitiesIT {

    private static Entities gathering;
    private static Entities walking;

    @BeforeAll
    static void importSample() {
        Organization.importSample();
        var engine = TestDatabase.engine();
        var overview = new Overview(engine, Organization.LIBRARY);
        gathering = new Entities(engine, Organization.LIBRARY, overview);
        walking = new Entities(engine, Organization.LIBRARY, overview, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"role", "SHOP", "ro", "arn:aws:iam::111122223333:role/", "AROA", "-", "keller"})
    void walked_and_gathered_searches_find_the_same(String text) {
        var gathered = ids(gathering, searched(text), "");
        assertThat(gathered).doesNotHaveDuplicates().hasSizeGreaterThan(1);
        assertThat(ids(walking, searched(text), ""))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(gathered);
        assertThat(ids(walking, searched(text), "name"))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(gathered);
    }

    @Test
    void what_starts_with_the_text_comes_before_what_holds_it() {
        var names = all(walking, searched("shop"), "").stream()
                .map(row -> String.valueOf(row.get("name")).toLowerCase(java.util.Locale.ROOT))
                .toList();
        int starting =
                (int) names.stream().filter(name -> name.startsWith("shop")).count();
        assertThat(starting).isBetween(2, names.size() - 1);
        assertThat(names.subList(0, starting)).allMatch(name -> name.startsWith("shop"));
    }

    @Test
    void a_number_that_nobody_counted_to_its_end_says_so() {
        var page = walking.page(searched("role"), "", false, Entities.Place.START, 5);
        assertThat(page.atLeast()).isTrue();
        assertThat(page.total()).isEqualTo(2);
        assertThat(gathering
                        .page(searched("role"), "", false, Entities.Place.START, 5)
                        .atLeast())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Team", "aws:cloudformation:stack-name"})
    void walked_and_gathered_lists_of_a_tag_are_the_same(String key) {
        var filter = new EntityFilter(
                "",
                List.of(),
                List.of(),
                "",
                List.of(new EntityFilter.TagFilter(key, Optional.empty())),
                "",
                List.of(),
                List.of(),
                Optional.empty());
        assertThat(ids(walking, filter, ""))
                .hasSizeGreaterThan(1)
                .containsExactlyElementsOf(ids(gathering, filter, ""));
    }

    @ParameterizedTest
    @CsvSource({"111122223333, ''", "444455556666, ''", "111122223333, Team"})
    void the_list_of_an_account_is_the_same_walked_and_gathered(String account, String lacksTag) {
        var filter = new EntityFilter(
                "", List.of(), List.of(account), "", List.of(), lacksTag, List.of(), List.of(), Optional.empty());
        var names = all(walking, filter, "").stream()
                .map(row -> String.valueOf(row.get("name")).toLowerCase(java.util.Locale.ROOT))
                .toList();
        assertThat(names).hasSizeGreaterThan(10).isSorted();
        assertThat(ids(walking, filter, ""))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(all(gathering, filter, "name", true).stream()
                        .map(row -> row.get("id"))
                        .toList());
    }

    private static EntityFilter searched(String text) {
        return new EntityFilter(text, List.of(), List.of(), "", List.of(), "", List.of(), List.of(), Optional.empty());
    }

    private static List<Object> ids(Entities entities, EntityFilter filter, String sort) {
        return all(entities, filter, sort).stream().map(row -> row.get("id")).toList();
    }

    private static List<java.util.Map<String, Object>> all(Entities entities, EntityFilter filter, String sort) {
        return all(entities, filter, sort, false);
    }

    private static List<java.util.Map<String, Object>> all(
            Entities entities, EntityFilter filter, String sort, boolean descending) {
        var rows = new ArrayList<java.util.Map<String, Object>>();
        var place = Optional.of(Entities.Place.START);
        while (place.isPresent()) {
            var page = entities.page(filter, sort, descending, place.get(), 3);
            rows.addAll(page.items());
            place = page.next();
        }
        return rows;
    }
}

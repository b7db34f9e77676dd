package dev.identityexplorer.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.sample.Organization;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
    /** What lists by name are in the order of, by id. */
    private static final Map<Object, String> SEARCHED = new HashMap<>();

    @BeforeAll
    static void importSample() {
        Organization.importSample();
        var engine = TestDatabase.engine();
        var overview = new Overview(engine, Organization.LIBRARY);
        gathering = new Entities(engine, Organization.LIBRARY, overview);
        walking = new Entities(engine, Organization.LIBRARY, overview, 2);
        TestDatabase.query("MATCH (n:Entity) RETURN n.id, n.searchText")
                .forEach(row -> SEARCHED.put(row.get(0).asString(), row.get(1).asString()));
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
                .map(row -> String.valueOf(row.get("name")).toLowerCase(Locale.ROOT))
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
                .map(row -> String.valueOf(row.get("name")).toLowerCase(Locale.ROOT))
                .toList();
        assertThat(names).hasSizeGreaterThan(10).isSorted();
        assertThat(ids(walking, filter, ""))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(all(gathering, filter, "name", true).stream()
                        .map(row -> row.get("id"))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"name, ''", "name, Role User", "kind, Principal", "accountId, ''", "createDate, ''"})
    void a_list_has_the_order_of_the_column_and_the_other_way_round(String sort, String kinds) {
        var filter = ofKinds(kinds.isEmpty() ? List.of() : List.of(kinds.split(" ")));
        var all = all(gathering, filter, "", false, 1_000);
        assertThat(all.stream().map(row -> row.get("id"))).doesNotHaveDuplicates();
        for (var descending : List.of(false, true)) {
            assertThat(all(walking, filter, sort, descending, 40).stream().map(row -> row.get("id")))
                    .as("descending: " + descending)
                    .hasSizeGreaterThan(10)
                    .containsExactlyElementsOf(all.stream()
                            .sorted(order(sort, descending))
                            .map(row -> row.get("id"))
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "User"})
    void what_was_used_last_comes_first_or_at_the_end_of_what_was_used(String kinds) {
        var filter = ofKinds(kinds.isEmpty() ? List.of() : List.of(kinds.split(" ")));
        var newest = all(walking, filter, "lastUsed", true, 4);
        var dates = newest.stream()
                .map(row -> text(row, "lastUsed"))
                .filter(date -> !date.isEmpty())
                .map(Instant::parse)
                .toList();
        assertThat(dates).hasSizeGreaterThan(4).isSortedAccordingTo(Comparator.reverseOrder());
        var ids = newest.stream().map(row -> row.get("id")).toList();
        assertThat(ids).doesNotHaveDuplicates().hasSameSizeAs(all(gathering, filter, "", false, 1_000));
        var oldest = new ArrayList<>(ids.subList(0, dates.size()));
        Collections.reverse(oldest);
        assertThat(ids(walking, filter, "lastUsed")).hasSameSizeAs(ids).startsWith(oldest.toArray());
    }

    /** By the column, then by name unless it is a date, then by id; what has no date comes last either way. */
    private static Comparator<Map<String, Object>> order(String sort, boolean descending) {
        boolean date = sort.equals("createDate");
        Comparator<Map<String, Object>> order = Comparator.comparing(
                row -> date && row.get(sort) != null ? Instant.parse(String.valueOf(row.get(sort))) : Instant.EPOCH);
        order = order.thenComparing(row -> date || sort.equals("name") ? "" : text(row, sort))
                .thenComparing(row -> date ? "" : SEARCHED.getOrDefault(row.get("id"), ""))
                .thenComparing(row -> text(row, "id"));
        Comparator<Map<String, Object>> dated = Comparator.comparing(row -> date && row.get(sort) == null);
        return dated.thenComparing(descending ? order.reversed() : order);
    }

    private static String text(Map<String, Object> row, String column) {
        return Objects.toString(row.get(column), "");
    }

    @Test
    void where_no_such_kind_is_there_the_list_is_empty() {
        var page = walking.page(ofKinds(List.of("Nonsense")), "", false, Entities.Place.START, 5);
        assertThat(page.items()).isEmpty();
        assertThat(page.total()).isZero();
    }

    /** Nothing tags an access key, and of what is tagged some is left. */
    @Test
    void what_cannot_be_in_a_list_is_not_and_what_can_be_is() {
        for (var kinds : List.of(List.of("AccessKey"), List.of("AccessKey", "Role"))) {
            var tagged = new EntityFilter(
                    "",
                    kinds,
                    List.of(),
                    "",
                    List.of(new EntityFilter.TagFilter("Team", Optional.empty())),
                    "",
                    List.of(),
                    List.of(),
                    Optional.empty());
            assertThat(all(walking, tagged, "").stream()
                            .map(row -> row.get("kind"))
                            .distinct()
                            .toList())
                    .isEqualTo(kinds.contains("Role") ? List.of("Role") : List.of());
        }
    }

    private static EntityFilter ofKinds(List<String> kinds) {
        return new EntityFilter("", kinds, List.of(), "", List.of(), "", List.of(), List.of(), Optional.empty());
    }

    private static EntityFilter searched(String text) {
        return new EntityFilter(text, List.of(), List.of(), "", List.of(), "", List.of(), List.of(), Optional.empty());
    }

    private static List<Object> ids(Entities entities, EntityFilter filter, String sort) {
        return all(entities, filter, sort).stream().map(row -> row.get("id")).toList();
    }

    private static List<Map<String, Object>> all(Entities entities, EntityFilter filter, String sort) {
        return all(entities, filter, sort, false);
    }

    private static List<Map<String, Object>> all(
            Entities entities, EntityFilter filter, String sort, boolean descending) {
        return all(entities, filter, sort, descending, 3);
    }

    private static List<Map<String, Object>> all(
            Entities entities, EntityFilter filter, String sort, boolean descending, int limit) {
        var rows = new ArrayList<Map<String, Object>>();
        var place = Optional.of(Entities.Place.START);
        while (place.isPresent()) {
            var page = entities.page(filter, sort, descending, place.get(), limit);
            rows.addAll(page.items());
            place = page.next();
        }
        return rows;
    }
}

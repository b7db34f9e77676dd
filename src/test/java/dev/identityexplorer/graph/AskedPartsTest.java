package dev.identityexplorer.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.identityexplorer.cypher.CypherFile;
import dev.identityexplorer.cypher.CypherLibrary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AskedPartsTest {

    private static final CypherLibrary LIBRARY = CypherLibrary.load();

    /** All that may be asked, and each alone; the others as they are where nobody asks. */
    private static final Map<String, Object> ASKED = Map.of(
            "kinds", List.of("Role"),
            "accounts", List.of("111122223333"),
            "verdicts", List.of("CLEAR"),
            "impacts", List.of("BREAKS"),
            "tags", List.of(Map.of("key", "team")),
            "lacksTag", "owner",
            "service", "eks.amazonaws.com",
            "unusedSince", "2026-01-01");

    private static Map<String, @Nullable Object> asking(String... names) {
        var filter = new HashMap<String, @Nullable Object>();
        ASKED.forEach((name, value) ->
                filter.put(name, value instanceof List ? List.of() : name.equals("unusedSince") ? null : ""));
        Stream.of(names).forEach(name -> filter.put(name, ASKED.get(name)));
        return new HashMap<>(Map.of("filter", filter, "anchor", "everything", "part", "", "unlike", ""));
    }

    static Stream<CypherFile> lists() {
        return LIBRARY.files("answer").stream().filter(file -> file.statement().contains("$filter.kinds = []"));
    }

    @Test
    void these_are_all_lists() {
        assertThat(lists()).hasSizeGreaterThan(6);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void what_nobody_asks_is_left_out(CypherFile list) {
        var asked = AskedParts.of(list.statement(), asking());
        assertThat(ASKED.keySet().stream().filter(name -> asked.contains("$filter." + name)))
                .isEmpty();
        assertThat(asked).contains("$filter.owned");
    }

    @ParameterizedTest
    @MethodSource("lists")
    void a_condition_goes_and_comes_as_one_whole(CypherFile list) {
        var all = AskedParts.of(list.statement(), asking(ASKED.keySet().toArray(String[]::new)));
        for (var name : ASKED.keySet()) {
            var others = ASKED.keySet().stream().filter(other -> !other.equals(name));
            var without = AskedParts.of(list.statement(), asking(others.toArray(String[]::new)));
            int start = all.indexOf("\n  AND ($filter." + name + " ");
            if (start < 0) { // not every list is filtered by everything
                assertThat(without).isEqualTo(all);
                continue;
            }
            int end = start + all.length() - without.length();
            assertThat(all.substring(0, start) + all.substring(end)).isEqualTo(without);
            assertThat(closes(all.substring(start + "\n  AND ".length(), end)))
                    .as(all.substring(start, end))
                    .isTrue();
        }
    }

    /** Whether the first parenthesis is closed by the last character. */
    private static boolean closes(String condition) {
        int open = 0;
        for (int i = 0; i < condition.length(); i++) {
            open += condition.charAt(i) == '(' ? 1 : condition.charAt(i) == ')' ? -1 : 0;
            if (open == 0) {
                return i == condition.length() - 1;
            }
        }
        return false;
    }

    @ParameterizedTest
    @CsvSource({
        "part, 2",
        "start, 1",
        "tag, 1",
        "service, 1",
        "account, 1",
        "accounts, 1",
        "verdict, 1",
        "everything, 1"
    })
    void one_place_to_start_from_is_left(String anchor, int matches) {
        var parameters = asking();
        parameters.put("anchor", anchor);
        var asked = AskedParts.of(LIBRARY.file("answer", "entities").statement(), parameters);
        assertThat(asked).doesNotContain("UNION ALL");
        assertThat(asked.substring(0, asked.indexOf("WITH n WHERE")).split("MATCH"))
                .hasSize(matches + 1);
    }
}

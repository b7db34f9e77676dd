package dev.identityexplorer.cypher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CypherFileTest {

    private static final String QUESTION = """
            // title: Roles nobody used lately
            // description: Empty means no use in the tracking period,
            //   not never.
            // :param days => 90
            //   Days without a use.
            // :param limit => 10
            :param days => 90;
            :param limit => 10;

            MATCH (r:Role) WHERE r.name <> '; $none' // a comment; with $nothing
            RETURN r.`odd;name`, $days LIMIT $limit;
            """;

    private static CypherFile explore(String text) {
        return CypherFile.parse("explore", "unused-roles", "cypher/explore/unused-roles.cypher", text);
    }

    @Test
    void a_header_gives_title_description_and_parameters() {
        var file = explore(QUESTION);

        assertThat(file.title()).isEqualTo("Roles nobody used lately");
        assertThat(file.description()).isEqualTo("Empty means no use in the tracking period, not never.");
        assertThat(file.parameters())
                .containsExactly(new Parameter("days", "90", "Days without a use."), new Parameter("limit", "10", ""));
        assertThat(file.text()).isEqualTo(QUESTION);
    }

    @Test
    void a_statement_has_no_header_no_commands_and_no_semicolon() {
        assertThat(explore(QUESTION).statement())
                .startsWith("MATCH (r:Role)")
                .endsWith("LIMIT $limit")
                .contains("'; $none'", "`odd;name`", "// a comment; with $nothing");
    }

    @Test
    void statements_end_at_semicolons_outside_strings_comments_and_backticks() {
        var file = CypherFile.parse("schema", "schema", "cypher/schema.cypher", """
                // title: Schema
                // description: Several

                // first; comment
                CREATE (:A {text: "it's; \\"; fine"});
                /* second;
                   one */
                CREATE (:`B;`);
                // nothing follows;
                """);

        assertThat(file.statements())
                .containsExactly(
                        "// first; comment\nCREATE (:A {text: \"it's; \\\"; fine\"})",
                        "/* second;\n   one */\nCREATE (:`B;`)");
        assertThatThrownBy(file::statement).hasMessageContaining("holds 2 statements");
    }

    @Test
    void further_fields_of_a_rule_may_repeat() {
        var rule = CypherFile.parse("rules", "group-member", "cypher/rules/group-member.cypher", """
                // title: A member
                // description: See http://example.com
                // severity: blocks
                // evidence: users
                // evidence: groups
                RETURN 1
                """);

        assertThat(rule.value("severity")).contains("blocks");
        assertThat(rule.values("evidence")).containsExactly("users", "groups");
        assertThat(rule.values("step")).isEmpty();
        assertThat(rule.value("step")).isEmpty();
    }

    @Test
    void arguments_are_the_examples_unless_given_in_the_type_of_the_example() {
        var file = explore(QUESTION);

        assertThat(file.arguments(Map.of())).isEqualTo(Map.of("days", 90L, "limit", 10L));
        assertThat(file.arguments(Map.of("days", " 30"))).isEqualTo(Map.of("days", 30L, "limit", 10L));
    }

    @Test
    void arguments_that_do_not_fit_are_explained() {
        var file = explore(QUESTION);

        assertThatThrownBy(() -> file.arguments(Map.of("days", "soon")))
                .isInstanceOf(CypherFileException.class)
                .hasMessage("Parameter 'days' wants a whole number such as 90, not 'soon'.");
        assertThatThrownBy(() -> file.arguments(Map.of("day", "1")))
                .hasMessage("'unused-roles' has no parameter [day]; it has [days, limit].");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    90          | 7         | 7
                    0.5         | 7         | 7.0
                    -1e3        | -2.5      | -2.5
                    true        | False     | false
                    'x'         | it's null | it's null
                    null        | 0123      | 0123
                    ['a']       | b, c      | [b, c]
                    [1]         | 2,3       | [2, 3]
                    []          | a         | [a]
                    ['a']       | ['b,c']   | [b,c]
                    {a: 1}      | {b: [2]}  | {b=[2]}
                    """)
    void a_given_text_takes_the_type_of_the_example(String example, String given, String converted) {
        var value = new Parameter("x", example, "").convert(given);

        assertThat(String.valueOf(value)).isEqualTo(converted);
        assertThat(new Parameter("x", "[1]", "").convert("2")).isEqualTo(List.of(2L));
    }

    @Test
    void an_example_is_any_cypher_literal() {
        assertThat(Literal.parse("['it\\'s', \"\\u00e9\\n\", -1, 2.5, TRUE, null, {a: [1]}]"))
                .isEqualTo(Arrays.asList("it's", "é\n", -1L, 2.5, true, null, Map.of("a", List.of(1L))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "'open", "[1", "[1 2]", "{a 1}", "1 2", "date()", "'\\q'", "nul", "99999999999999999999"})
    void anything_else_is_no_example(String text) {
        assertThatThrownBy(() -> Literal.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    // description: d\\nRETURN 1                                        | line 1 | '// title: …' and has 0
                    // title: a\\n// title: b\\n// description: d\\nRETURN 1            | line 1 | has 2
                    // title: a\\n// description: d\\n// so what\\nRETURN 1             | line 3 | no line of a header
                    // title: a\\n// description: d\\n// :param x = 1\\nRETURN $x       | line 3 | no line of a header
                    // title: a\\n// description: d\\n// :param x => soon\\nRETURN $x   | line 3 | 'soon' is not a Cypher literal
                    // title: a\\n// description: d\\n// :param x => 1\\nRETURN 1       | line 1 | never uses parameter [x]
                    // title: a\\n// description: d\\nRETURN $x, $`y`                   | line 1 | declares no parameter [x, y]
                    // title: a\\n// description: d\\n// :param x => 1\\n// :param x => 1\\nRETURN $x | line 4 | twice
                    // title: a\\n// description: d\\n// :param x => 1\\n:param x => 2;\\nRETURN $x   | line 4 | must be alike
                    // title: a\\n// description: d\\n\\n:use neo4j\\nRETURN 1          | line 4 | only command
                    // title: a\\n// description: d\\n// finding: high\\nRETURN 1     | line 1 | at least one '// source: …'
                    // title: a\\n// description: d\\n// fix: f\\nRETURN 1            | line 1 | A finding has one
                    // title: a\\n// description: d\\n// finding: bad\\n// fix: f\\n// source: s\\nRETURN 1  | line 1 | 'bad' is none of high, medium, low
                    // title: a\\n// description: d\\n// finding: low\\n// fix: f\\n// source: http://docs.aws.amazon.com/\\nRETURN 1 | line 1 | no address of an AWS document
                    """)
    void a_wrong_header_fails_with_file_line_and_grammar(String text, String line, String problem) {
        assertThatThrownBy(() -> explore(text.replace("\\n", "\n")))
                .isInstanceOf(CypherFileException.class)
                .hasMessageStartingWith("cypher/explore/unused-roles.cypher, " + line + ":")
                .hasMessageContaining(problem)
                .hasMessageContaining("// :param name => example");
    }

    @Test
    void a_finding_says_how_bad_it_is_where_it_comes_from_and_what_fixes_it() {
        var file = explore("""
                // title: a
                // description: d
                // finding: medium
                // source: https://docs.aws.amazon.com/IAM/latest/UserGuide/a.html
                // source: https://docs.aws.amazon.com/IAM/latest/UserGuide/b.html
                // fix: Do this,
                //   then that.
                RETURN 1""");

        assertThat(file.finding())
                .contains(new Finding(
                        Finding.Severity.medium,
                        List.of(
                                "https://docs.aws.amazon.com/IAM/latest/UserGuide/a.html",
                                "https://docs.aws.amazon.com/IAM/latest/UserGuide/b.html"),
                        "Do this, then that."));
        assertThat(explore(QUESTION).finding()).isEmpty();
    }

    @Test
    void a_file_without_a_statement_is_refused() {
        assertThatThrownBy(() -> explore("// title: a\n// description: d\n\n// RETURN 1;\n"))
                .hasMessageContaining("holds no Cypher statement");
    }

    @Test
    void a_file_with_windows_line_ends_and_a_byte_order_mark_reads_the_same() {
        var windows = explore("\uFEFF" + QUESTION.replace("\n", "\r\n"));

        assertThat(windows).isEqualTo(explore(QUESTION));
    }

    @Test
    void a_persons_own_file_needs_no_header(@TempDir Path folder) throws IOException {
        var path = Files.writeString(
                folder.resolve("mine.cypher"),
                "// Just looking.\n:param days => 7\nMATCH (r) WHERE r.x > $days RETURN r");

        var file = CypherFile.parse(path);

        assertThat(file.kind()).isEqualTo("own");
        assertThat(file.name()).isEqualTo("mine");
        assertThat(file.title()).isEqualTo("mine");
        assertThat(file.statement()).isEqualTo("MATCH (r) WHERE r.x > $days RETURN r");
        assertThat(file.arguments(Map.of())).isEqualTo(Map.of("days", 7L));
    }

    @Test
    void a_file_that_cannot_be_read_says_so(@TempDir Path folder) throws IOException {
        var binary = Files.write(folder.resolve("binary.cypher"), new byte[] {(byte) 0xc3, 0x28});

        assertThatThrownBy(() -> CypherFile.parse(binary)).hasMessageContaining("is not UTF-8 text");
        assertThatThrownBy(() -> CypherFile.parse(folder.resolve("none.cypher")))
                .hasMessageContaining("none.cypher cannot be read");
    }
}

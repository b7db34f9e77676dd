package dev.identityexplorer.source;

import static dev.identityexplorer.source.Folder.entity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BadInputTest {

    Folder folder;

    @BeforeEach
    void folder(@TempDir Path path) {
        folder = new Folder(path);
    }

    private void given(String name, byte[] content, String... expected) {
        folder.with(name, content);
        var file = folder.path().resolve(name);
        assertThatThrownBy(() -> Source.of(List.of(file)))
                .isInstanceOf(SourceException.class)
                .message()
                .contains(name)
                .contains(expected)
                .doesNotContain("\n");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_given_file_that_is_cut_off_is_an_error_with_its_position() {
        given(
                "a.json",
                utf8("{\"UserDetailList\": [\n  {\"UserName\": \"u\""),
                "cut off",
                "line 2, column",
                "expected");
    }

    @Test
    void a_given_file_that_is_broken_is_an_error_with_its_position() {
        given("a.json", utf8("{\"UserDetailList\": [\n  oops]}"), "not valid JSON", "line 2, column");
        given("b.json", utf8("{\"UserDetailList\": []} 17"), "line 1, column", "a JSON object was expected");
    }

    @Test
    void a_given_file_that_is_empty_binary_or_prose_is_an_error() {
        given("empty.json", new byte[0], "is empty", "expected");
        given("binary.json", new byte[] {0x1f, (byte) 0x8b, 0, 0, 1, 2, 3}, "is a binary file", "expected");
        given("prose.txt", utf8("Dear diary"), "neither JSON nor a credential report");
    }

    @Test
    void a_path_that_does_not_exist_is_an_error() {
        assertThatThrownBy(() -> Source.of(List.of(folder.path().resolve("nowhere"))))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void in_a_folder_only_broken_AWS_answers_are_errors() {
        folder.with("README.md", "# hello")
                .with(".DS_Store", new byte[] {0, 0, 0, 1})
                .with("empty.json", "")
                .with("tsconfig.json", "{ // comment\n}")
                .with("package.json", "{\"name\": \"x\"}")
                .with(".git/config.json", "{\"UserDetailList\": [");

        assertThat(folder.source().accounts()).isEmpty();
        assertThat(folder.source().skipped())
                .extracting(Skipped::file)
                .containsExactly(".DS_Store", ".git", "README.md", "empty.json", "package.json", "tsconfig.json");

        folder.with("export.json", "{\"UserDetailList\": [");
        assertThatThrownBy(folder::source).isInstanceOf(SourceException.class).hasMessageContaining("export.json");
    }

    @Test
    void a_bundle_file_of_a_known_operation_that_is_cut_off_is_an_error() {
        folder.with("111122223333/global/iam-list-access-keys/Bob.json", "{\"AccessK");

        assertThatThrownBy(folder::source).isInstanceOf(SourceException.class).hasMessageContaining("cut off");
    }

    @Test
    void a_string_or_a_line_without_end_is_refused_before_it_fills_the_memory() {
        var long1 = "x".repeat(21_000_000);
        given("long.json", utf8("{\"UserDetailList\": [{\"UserName\": \"" + long1 + "\"}]}"), "too large", "line 1");
        given("report.csv", utf8("user,arn\nu," + long1), "line 2 has more than 1000000 characters");
    }

    @Test
    void a_key_that_comes_twice_is_refused_since_the_second_would_hide_the_first() throws Exception {
        given(
                "twice.json",
                utf8("{\"UserDetailList\": [], \"IsTruncated\": true,\n \"IsTruncated\": false}"),
                "not there before",
                "line 2");
        Files.delete(folder.path().resolve("twice.json"));
        folder.with(
                Folder.DETAILS,
                "{\"UserDetailList\": [{\"UserName\": \"u\", \"GroupList\": [\"g\"], \"GroupList\": []}]}");
        assertThatThrownBy(folder::snapshot).isInstanceOf(SourceException.class).hasMessageContaining("GroupList");
    }

    @Test
    void ten_answers_one_after_the_other_are_all_read_and_so_are_ten_in_a_list() {
        var pages = new StringBuilder();
        var list = new StringBuilder("[");
        for (int i = 0; i < 10; i++) {
            var page =
                    "{\"UserDetailList\": [{\"UserName\": \"u%d\", \"Arn\": \"arn:aws:iam::111122223333:user/u%d\"}], \"IsTruncated\": false}"
                            .formatted(i, i);
            pages.append(page).append(i % 2 == 0 ? "\n" : "");
            list.append(i == 0 ? "" : ",").append(page);
        }
        folder.with("pages.json", pages.toString());
        assertThat(folder.snapshot().entities()).hasSize(10);
        folder.with("pages.json", list.append("]").toString());
        assertThat(folder.snapshot().entities()).hasSize(10);
    }

    @Test
    void half_characters_NUL_and_numbers_without_end_are_read_or_refused_and_never_taken_for_others() {
        folder.with(
                Folder.DETAILS,
                "{\"UserDetailList\": [{\"UserName\": \"a\\u0000b\", \"Arn\": \"arn:aws:iam::111122223333:user/a\\u0000b\"},"
                        + "{\"UserName\": \"\\ud800\", \"Arn\": \"arn:aws:iam::111122223333:user/\\ud800\", \"CreateDate\": 1e400}]}");
        assertThat(folder.snapshot().entities())
                .extracting(dev.identityexplorer.model.Entity::name)
                .doesNotContain("a", "ab", "");
        given("number.json", utf8("{\"UserDetailList\": [{\"X\": " + "9".repeat(2_000) + "}]}"), "too large");
        given("raw.json", new byte[] {'{', '"', 'a', 0, '"', ':', 1, '}'}, "expected");
        given(
                "latin1.json",
                "{\"UserDetailList\": [{\"UserName\": \"J\u00fcrgen\"}]}".getBytes(StandardCharsets.ISO_8859_1),
                "not valid JSON");
    }

    @Test
    void a_compressed_file_is_not_unpacked_but_named() throws Exception {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var gzip = new java.util.zip.GZIPOutputStream(bytes)) {
            gzip.write(new byte[10_000_000]);
        }
        given("bomb.json.gz", bytes.toByteArray(), "is a binary file");
    }

    @Test
    void nesting_without_end_is_refused() {
        given("deep.json", utf8("{\"UserDetailList\": " + "[".repeat(300)), "too large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void a_byte_order_mark_and_UTF_16_are_read(String charset) throws Exception {
        folder.with("d.json", ("\uFEFF" + AuthorizationDetailsTest.WHOLE).getBytes(charset))
                .with("r.csv", ("\uFEFF" + CredentialReportTest.HEADER).getBytes(charset));

        var snapshot = folder.snapshot();
        assertThat(snapshot.evidence()).hasSize(5);
        assertThat(entity(snapshot, AuthorizationDetailsTest.USER).relationships())
                .anyMatch(r -> r.target().name().equals("Ünï code=a=b/ü"));
    }

    @Test
    void a_file_from_the_future_is_no_fresher_than_now() throws Exception {
        folder.with(Folder.DETAILS, AuthorizationDetailsTest.WHOLE);
        Files.setLastModifiedTime(
                folder.path().resolve(Folder.DETAILS), FileTime.from(Instant.parse("2199-01-01T00:00:00Z")));

        assertThat(folder.snapshot().evidence())
                .isNotEmpty()
                .allMatch(e -> !e.observedAt().isAfter(Instant.now()));
    }

    @Test
    void a_folder_that_links_to_itself_and_a_file_given_twice_are_read_once() throws Exception {
        folder.with(Folder.DETAILS, AuthorizationDetailsTest.WHOLE);
        Files.createSymbolicLink(folder.path().resolve("111122223333/loop"), folder.path());

        var source = Source.of(List.of(folder.path(), folder.path().resolve(Folder.DETAILS)));

        assertThat(source.accounts()).hasSize(1);
        assertThat(source.accounts().get(0).files()).containsExactly(Folder.DETAILS);
        assertThat(source.read(source.accounts().get(0)).problems()).isEmpty();
    }
}

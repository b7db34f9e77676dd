package dev.identityexplorer.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContentPolicyTest {

    @Test
    void only_the_import_map_of_the_page_may_run_inline_by_its_hash() {
        var policy = new ContentPolicy("<script type=\"importmap\">{}</script><script>alert(1)</script>").text();
        // echo -n '{}' | openssl dgst -sha256 -binary | base64
        assertThat(policy).contains("script-src 'self' 'sha256-RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=';");
        assertThat(policy.split("sha256")).hasSize(2);
    }

    @Test
    void a_page_without_an_import_map_runs_nothing_inline() {
        assertThat(new ContentPolicy("").text()).contains("script-src 'self';");
    }

    @Test
    void the_name_of_an_uploaded_file_is_a_path_below_its_folder() {
        assertThat(Uploads.parts("sample/111122223333/global/x.json"))
                .isEqualTo(List.of("sample", "111122223333", "global", "x.json"));
        assertThat(Uploads.parts("/a\\b/./c.json")).isEqualTo(List.of("a", "b", "c.json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "..",
                "a/../b",
                "..\\x",
                "C:\\x",
                "a\u0000b",
                "a/b\nc",
                "1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18/19/20/21"
            })
    void a_name_that_leads_elsewhere_is_refused(String name) {
        assertThatThrownBy(() -> Uploads.parts(name)).isInstanceOf(WebException.class);
    }
}

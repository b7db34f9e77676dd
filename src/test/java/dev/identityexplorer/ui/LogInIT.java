package dev.identityexplorer.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.identityexplorer.sample.Organization;
import dev.identityexplorer.web.Access;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logging in, and out again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("browser")
class LogInIT {

    private static final String EDITOR = "the-token-of-all-editors";
    private static final String VIEWER = "the-token-of-all-viewers";

    /** The heading of the identities once they are listed: it counts them then. */
    private static final Pattern LISTED = Pattern.compile("Identities \\d+");

    private static Site site;

    @BeforeAll
    static void start() {
        Chromium.open();
        Organization.importSample();
        site = Site.asking(new Access(Optional.of(EDITOR), Optional.of(VIEWER), Set.of(), Set.of(), Optional.empty()));
    }

    @AfterAll
    static void stop() {
        if (site != null) {
            site.close();
        }
    }

    private static void logIn(Tab tab, String token) {
        tab.page.getByLabel("Token").fill(token);
        tab.page.keyboard().press("Enter");
    }

    @ParameterizedTest
    @CsvSource({"1440, 900, LIGHT", "1440, 900, DARK", "390, 844, LIGHT", "390, 844, DARK"})
    void it_reads_well(int width, int height, ColorScheme colours) {
        try (var tab = new Tab(width, height, colours)) {
            tab.open(site, "overview");
            assertThat(tab.page.locator("h1")).hasText("Log in");
            assertThat(tab.page.getByLabel("Token")).isFocused();
            tab.isAccessible();
            tab.doesNotOverflow();
            screenshot(tab, "log-in-" + width + "-" + colours);
            logIn(tab, "wrong-wrong-wrong-1");
            assertThat(tab.page.getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
                    .hasText("That is not the token.");
            logIn(tab, EDITOR);
            assertThat(tab.page.locator(".rail")).isVisible();
            assertThat(tab.page.getByLabel("Sign out")).isVisible();
            tab.doesNotOverflow();
            screenshot(tab, "logged-in-" + width + "-" + colours);
        }
    }

    private static void screenshot(Tab tab, String name) {
        tab.page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }

    @Test
    void after_a_reload_one_is_still_in_no_script_sees_the_session_and_signing_out_ends_it() {
        try (var tab = Tab.desktop()) {
            tab.open(site, "identities");
            logIn(tab, EDITOR);
            assertThat(tab.page.locator("main h1")).hasText(LISTED);
            org.assertj.core.api.Assertions.assertThat(tab.page.evaluate(
                            "() => document.cookie + JSON.stringify(sessionStorage) + JSON.stringify(localStorage)"))
                    .asString()
                    .doesNotContain("explorer=", EDITOR);
            tab.page.reload();
            assertThat(tab.page.locator("main h1")).hasText(LISTED);
            tab.page.getByLabel("Sign out").click();
            assertThat(tab.page.locator("h1")).hasText("Log in");
        }
    }

    @Test
    void a_viewer_is_told_that_importing_takes_an_editor() {
        try (var tab = Tab.desktop()) {
            tab.open(site, "imports");
            logIn(tab, VIEWER);
            assertThat(tab.page.locator("main")).containsText("Importing takes the editor’s token");
            assertThat(tab.page.locator("input[type=file]")).hasCount(0);
        }
    }
}

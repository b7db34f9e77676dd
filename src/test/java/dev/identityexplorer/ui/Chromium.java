package dev.identityexplorer.ui;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The one browser of a test run: the Chromium that {@code CHROMIUM} names, else one that this computer has. Without one
 * the tests are skipped and say so; {@code -Didentityexplorer.test.browser=required} makes that a failure.
 */
final class Chromium {

    /** Milliseconds that a busy machine may need for what takes a moment on a calm one. */
    static final int PATIENCE = 60_000;

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe");

    private static final String MISSING =
            "No Chromium was found on the PATH or in the environment variable CHROMIUM, so no page was looked at.";

    private static Optional<Browser> browser = Optional.empty();
    private static boolean told;

    private Chromium() {}

    static Browser open() {
        if (browser.isEmpty()) {
            browser = find().map(Chromium::launch);
        }
        if (browser.isEmpty()
                && System.getProperty("identityexplorer.test.browser", "").equals("required")) {
            throw new AssertionError(
                    "No Chromium was found, and -Didentityexplorer.test.browser=required asks for one.");
        }
        if (browser.isEmpty() && !told) {
            told = true;
            System.out.println("!!! " + MISSING + " Nothing that these tests would show is tested by this run.");
        }
        Assumptions.assumeTrue(browser.isPresent(), MISSING);
        return browser.orElseThrow();
    }

    private static Optional<Path> find() {
        var named = Optional.ofNullable(System.getenv("CHROMIUM")).map(Path::of);
        var folders = Optional.ofNullable(System.getenv("PATH")).orElse("").split(java.io.File.pathSeparator);
        var found = NAMES.stream()
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        return named.filter(Files::isExecutable).or(() -> found);
    }

    private static Browser launch(Path executable) {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }
}

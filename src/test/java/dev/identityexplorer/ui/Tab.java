package dev.identityexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;

/** One tab, and what its console said. */
final class Tab implements AutoCloseable {

    private static final int WIDE = 1440;

    /**
     * Counts what a page is asking the server, until a moment after it has the answer, in which it may ask the next thing. A
     * network that is idle for half a second, as Playwright offers it, would make each page wait as long.
     */
    private static final String COUNTING = """
            const ask = window.fetch;
            window.asking = 0;
            window.fetch = (...of) => {
              window.asking++;
              return ask(...of).finally(() => setTimeout(() => window.asking--, 100));
            };
            """;

    private final BrowserContext context;
    private final List<String> complaints = new ArrayList<>();
    final Page page;

    Tab(int width, int height, ColorScheme colours) {
        context = Chromium.open()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setColorScheme(colours)
                        .setAcceptDownloads(true));
        context.addInitScript(COUNTING);
        context.setDefaultTimeout(Chromium.PATIENCE);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    /** As wide as a desk, and light. */
    static Tab desktop() {
        return new Tab(WIDE, 900, ColorScheme.LIGHT);
    }

    void wide() {
        page.setViewportSize(WIDE, 900);
    }

    void narrow() {
        page.setViewportSize(360, 740);
    }

    /** At once: without motion, or contrast would be measured on the way from one colour to the other. */
    void colours(ColorScheme colours) {
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(colours).setReducedMotion(ReducedMotion.REDUCE));
    }

    /** Opens a view and waits until it has its answers: nothing is loading and there is a heading. */
    void open(Site site, String view) {
        complaints.clear();
        page.navigate(
                "about:blank"); // or another view is but another hash, and what it left behind may pass for the answer
        page.navigate(site.at(view));
        page.locator("main h1")
                .first()
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        page.waitForFunction(
                "() => !window.asking && document.readyState === 'complete' && !document.querySelector('.skeleton, .verdict-line.faint')");
    }

    /** @throws AssertionError with what the console said */
    void consoleIsClean() {
        assertThat(complaints).as("what the browser's console said").isEmpty();
    }

    /** Nothing that axe calls serious or critical. */
    void isAccessible() {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations")); // or axe also writes down each element that passes a rule
        // the other mode opens a page more for each look, to go through frames; there are none
        var serious = new AxeBuilder(page)
                .options(options).setLegacyMode(true).analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .limit(3)
                                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                        .toList())
                        .toList();
        assertThat(serious).as("what axe found").isEmpty();
    }

    /** Nothing is wider than the window. */
    void doesNotOverflow() {
        var wider = page.evaluate("""
                () => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
                  .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
                  .slice(0, 5).map(e => e.localName + '.' + e.getAttribute('class'))""");
        assertThat(wider).as("what is wider than the window").isEqualTo(List.of());
    }

    String text(String selector) {
        return page.locator(selector).first().innerText();
    }

    @Override
    public void close() {
        context.close();
    }
}

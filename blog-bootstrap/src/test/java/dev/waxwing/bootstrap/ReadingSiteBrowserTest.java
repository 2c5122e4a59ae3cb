package dev.waxwing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The demo blog in a real browser, where {@code /usr/bin/chromium} is installed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingSiteBrowserTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final List<String> PAGES = List.of(
            "/",
            "/from-system-administration-to-backend-development",
            "/a-commit-is-a-promise",
            "/logs-he",
            "/backups-ja",
            "/about",
            "/tags",
            "/tags/databases",
            "/authors/robin-hale",
            "/archive",
            "/archive/2026",
            "/search?q=fsync",
            "/search?q=xylophone",
            "/nothing-here");

    @TempDir
    static Path data;

    private static Blog blog;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void open() {
        assumeTrue(Files.isExecutable(CHROMIUM), "Chromium is not installed");
        blog = DemoBlog.start(data);
        playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(CHROMIUM).setArgs(FLAGS));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
            playwright.close();
        }
        if (blog != null) {
            blog.close();
        }
    }

    static Stream<Arguments> pagesInEachScheme() {
        return Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                .flatMap(scheme -> PAGES.stream().map(page -> Arguments.of(page, scheme)));
    }

    @ParameterizedTest
    @MethodSource("pagesInEachScheme")
    void a_page_has_no_barrier_and_complains_of_nothing(String path, ColorScheme scheme) {
        List<String> complaints = new ArrayList<>();
        try (BrowserContext visit = browser.newContext(new NewContextOptions()
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(360, 780))) {
            Page page = visit.newPage();
            page.onPageError(complaints::add);
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().contains("404")) {
                    complaints.add(message.text());
                }
            });
            page.navigate(at(path));

            AxeResults results =
                    new AxeBuilder(page).withTags(RULES).setLegacyMode(true).analyze();

            assertThat(results.getViolations()).extracting(Rule::getId).isEmpty();
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void a_page_never_scrolls_sideways() {
        try (BrowserContext visit = browser.newContext()) {
            Page page = visit.newPage();
            for (String path : PAGES) {
                page.navigate(at(path));
                for (int width : new int[] {320, 768, 1440}) {
                    page.setViewportSize(width, 800);

                    Object beyond = page.evaluate(
                            "document.documentElement.scrollWidth - document.documentElement.clientWidth");

                    assertThat(beyond).as("%s at %d", path, width).isEqualTo(0);
                }
            }
        }
    }

    @Test
    void a_reader_with_a_keyboard_jumps_to_the_text_and_opens_the_first_post() {
        try (BrowserContext visit = browser.newContext()) {
            Page page = visit.newPage();
            page.navigate(at("/"));

            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.getAttribute('href')"))
                    .isEqualTo("#main");
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.waitForURL("**/from-system-administration-to-backend-development");

            assertThat(page.locator("h1").innerText()).startsWith("From System Administration to Backend Development");
        }
    }

    @Test
    void a_reader_without_scripts_searches_and_reads() {
        try (BrowserContext visit = browser.newContext(new NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = visit.newPage();
            page.navigate(at("/search"));
            page.locator("main input[name=q]").fill("fsync");
            page.locator("main input[name=q]").press("Enter");
            page.waitForURL("**/search?q=fsync");

            assertThat(page.locator("main mark").count()).isPositive();
        }
    }

    @Test
    void a_page_asks_nothing_of_third_parties() {
        List<String> foreign = new ArrayList<>();
        try (BrowserContext visit = browser.newContext()) {
            Page page = visit.newPage();
            page.onRequest(request -> {
                if (!request.url().startsWith(blog.address().value())) {
                    foreign.add(request.url());
                }
            });
            PAGES.forEach(path -> page.navigate(at(path)));
        }

        assertThat(foreign).isEmpty();
    }

    private static String at(String path) {
        return blog.address() + path;
    }
}

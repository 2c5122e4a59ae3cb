package dev.waxwing.bootstrap;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.waxwing.application.account.RegisterAccount;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.EmailAddress;
import dev.waxwing.domain.account.Password;
import dev.waxwing.domain.account.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The settings in a real browser, where {@code /usr/bin/chromium} is installed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SettingsDeskBrowserTest {
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
    private static final String PASSWORD = "a heron at the lake";

    @TempDir
    static Path data;

    private static Blog blog;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void open() {
        assumeTrue(Files.isExecutable(CHROMIUM), "Chromium is not installed");
        Settings settings = Settings.read(data, DemoContent.SETTINGS, Map.of(), Map.of(Setting.PORT, "0"));
        blog = Blog.start(
                BlogConfig.of(data, settings),
                house -> house.accounts()
                        .register()
                        .handle(new RegisterAccount.Command(
                                Actor.operator(),
                                new EmailAddress("ada@example.org"),
                                "Ada",
                                Role.ADMINISTRATOR,
                                new Password(PASSWORD))));
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

    @Test
    void title_accent_and_navigation_are_tried_out_and_then_seen_by_readers() {
        try (BrowserContext visit = browser.newContext(
                new NewContextOptions().setJavaScriptEnabled(false).setColorScheme(ColorScheme.LIGHT))) {
            Page page = signedIn(visit);
            page.getByLabel("Title").fill("Reed and rush");
            page.getByLabel("Accent").fill("#0a5f8c");
            page.getByLabel("Navigation").fill("Birds /tags/birds\nArchive /archive");

            Page preview = visit.waitForPage(() -> button(page, "Preview").click());
            assertThat(preview.locator(".preview-notice")).containsText("Nothing is saved");
            assertThat(preview.locator(".masthead-name")).hasText("Reed and rush");
            preview.close();
            assertThat(page.getByLabel("Title")).hasValue("Reed and rush");

            button(page, "Save").click();
            assertThat(page.locator(".said")).containsText("The settings are saved.");

            page.navigate(at("/"));
            assertThat(page).hasTitle("Reed and rush");
            assertThat(page.locator(".masthead nav a")).hasText(new String[] {"Birds", "Archive"});
            assertThat(page.locator(":root")).hasCSS("--accent", "#0a5f8c");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void the_page_has_no_barrier(ColorScheme scheme) {
        try (BrowserContext visit = browser.newContext(new NewContextOptions()
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(320, 780))) {
            Page page = signedIn(visit);
            requireNoBarrier(page);

            page.getByLabel("Time zone").fill("nowhere");
            button(page, "Save").click();
            assertThat(page.locator("#zone-error")).containsText("'nowhere' is not a time zone");
            requireNoBarrier(page);
        }
    }

    private static void requireNoBarrier(Page page) {
        AxeResults results =
                new AxeBuilder(page).withTags(RULES).setLegacyMode(true).analyze();
        assertThat(results.getViolations())
                .extracting(Rule::getId)
                .as(page.url())
                .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("fits the width of the window")
                .isEqualTo(true);
    }

    private static Locator button(Page page, String words) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words));
    }

    private static Page signedIn(BrowserContext visit) {
        Page page = visit.newPage();
        page.navigate(at("/admin/settings"));
        page.getByLabel("E-mail address").fill("ada@example.org");
        page.getByLabel("Password").fill(PASSWORD);
        page.getByText("Sign in", new Page.GetByTextOptions().setExact(true))
                .last()
                .click();
        page.waitForURL("**/admin/settings");
        return page;
    }

    private static String at(String path) {
        return blog.address() + path;
    }
}

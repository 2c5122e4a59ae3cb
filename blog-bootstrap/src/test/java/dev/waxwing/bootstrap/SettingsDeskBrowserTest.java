package dev.waxwing.bootstrap;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.waxwing.domain.account.Role;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The settings in a real browser, where {@code /usr/bin/chromium} is installed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SettingsDeskBrowserTest {
    @RegisterExtension
    static final TrialBrowser BROWSER = new TrialBrowser();

    @TempDir
    static Path data;

    private static Blog blog;

    @BeforeAll
    static void open() {
        Settings settings = Settings.read(data, DemoContent.SETTINGS, Map.of(), Map.of(Setting.PORT, "0"));
        blog = Blog.start(
                BlogConfig.of(data, settings), house -> TrialPeople.register(house, "Ada", Role.ADMINISTRATOR));
    }

    @AfterAll
    static void close() {
        blog.close();
    }

    @Test
    void title_accent_and_navigation_are_tried_out_and_then_seen_by_readers() {
        try (BrowserContext visit = BROWSER.visit(TrialBrowser.withoutScripts().setColorScheme(ColorScheme.LIGHT))) {
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
        try (BrowserContext visit = BROWSER.visit(TrialBrowser.narrow(scheme))) {
            Page page = signedIn(visit);
            TrialBrowser.requireSound(page);

            page.getByLabel("Time zone").fill("nowhere");
            button(page, "Save").click();
            assertThat(page.locator("#zone-error")).containsText("'nowhere' is not a time zone");
            TrialBrowser.requireSound(page);
        }
    }

    private static Locator button(Page page, String words) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words));
    }

    private static Page signedIn(BrowserContext visit) {
        Page page = visit.newPage();
        page.navigate(at("/admin/settings"));
        TrialPeople.fillIn(page, "ada", TrialPeople.PASSWORD);
        page.waitForURL("**/admin/settings");
        return page;
    }

    private static String at(String path) {
        return blog.address() + path;
    }
}

package dev.waxwing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The demo blog in a real browser, where {@code /usr/bin/chromium} is installed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingSiteBrowserTest {
    private static final List<String> PAGES = List.of(
            "/",
            "/from-system-administration-to-backend-development",
            "/a-commit-is-a-promise",
            "/every-log-line-needs-a-request-id",
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

    @RegisterExtension
    static final TrialBrowser BROWSER = new TrialBrowser();

    @TempDir
    static Path data;

    private static Blog blog;

    @BeforeAll
    static void open() {
        blog = DemoBlog.start(data);
    }

    @AfterAll
    static void close() {
        blog.close();
    }

    static Stream<Arguments> pagesInEachScheme() {
        return Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                .flatMap(scheme -> PAGES.stream().map(page -> Arguments.of(page, scheme)));
    }

    @ParameterizedTest
    @MethodSource("pagesInEachScheme")
    void a_page_has_no_barrier_and_complains_of_nothing(String path, ColorScheme scheme) {
        try (BrowserContext visit = BROWSER.visit(TrialBrowser.narrow(scheme))) {
            Page page = visit.newPage();
            List<String> complaints = TrialBrowser.complaints(page);
            page.navigate(at(path));

            TrialBrowser.requireNoBarrier(page);

            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void a_page_never_scrolls_sideways() {
        try (BrowserContext visit = BROWSER.visit()) {
            Page page = visit.newPage();
            for (String path : PAGES) {
                page.navigate(at(path));
                TrialBrowser.requireNeverSideways(page);
            }
        }
    }

    @Test
    void a_reader_with_a_keyboard_jumps_to_the_text_and_opens_the_first_post() {
        try (BrowserContext visit = BROWSER.visit()) {
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
        try (BrowserContext visit = BROWSER.visit(TrialBrowser.withoutScripts())) {
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
        try (BrowserContext visit = BROWSER.visit()) {
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

    @Test
    void a_hebrew_entry_of_an_english_list_begins_at_the_right_with_all_its_parts() {
        assertThat(seen("/", ColorScheme.LIGHT, """
                        const entry = document.querySelector('.entry[dir=rtl]');
                        const end = element => Math.round(element.getBoundingClientRect().right);
                        return [...entry.querySelectorAll('time, .entry-title a, .facts > :first-child')]
                            .map(part => end(entry) - end(part)).join();
                        """)).isEqualTo("0,0,0");
    }

    @Test
    void a_cover_on_a_narrow_screen_has_the_whole_width() {
        assertThat(seen("/", ColorScheme.LIGHT, """
                        return [...document.querySelectorAll('.entry-cover')]
                            .every(cover => cover.clientWidth === cover.parentElement.clientWidth);
                        """)).isEqualTo(true);
    }

    @Test
    void a_table_that_goes_on_to_the_side_has_a_shade_at_that_edge() {
        assertThat(seen("/caching-with-nginx", ColorScheme.DARK, """
                        const table = document.querySelector('.table');
                        return table.scrollWidth > table.clientWidth && getComputedStyle(table).backgroundAttachment;
                        """))
                .isEqualTo("local, local, scroll, scroll, scroll");
    }

    @Test
    void a_drawing_without_a_ground_of_its_own_gets_a_light_one_in_the_dark_alone() {
        String ground = "return getComputedStyle(document.querySelector('.prose figure img')).backgroundColor";

        assertThat(seen("/a-commit-is-a-promise", ColorScheme.DARK, ground)).isEqualTo("oklch(0.92 0.012 84)");
        assertThat(seen("/a-commit-is-a-promise", ColorScheme.LIGHT, ground)).isEqualTo("rgba(0, 0, 0, 0)");
    }

    @Test
    void on_paper_there_is_the_text_with_the_addresses_of_its_links_and_nothing_to_click() {
        try (BrowserContext visit = BROWSER.visit(TrialBrowser.narrow(ColorScheme.DARK))) {
            Page page = visit.newPage();
            page.navigate(at("/permissions-are-a-table"));
            String toClick =
                    ".masthead ul, .contents, .neighbours, .related, .footer ul, .prose .anchor, .footnote-back";
            String address =
                    "getComputedStyle(document.querySelector('.prose a[href^=http]'), '::after').content.includes('(')";
            assertThat(page.locator(toClick).all()).isNotEmpty().anyMatch(Locator::isVisible);
            assertThat(page.evaluate(address)).isEqualTo(false);

            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

            assertThat(page.locator(toClick).all()).noneMatch(Locator::isVisible);
            assertThat(page.locator("h1, .facts, .prose > p").all())
                    .isNotEmpty()
                    .allMatch(Locator::isVisible);
            assertThat(page.evaluate(address)).isEqualTo(true);
            assertThat(page.evaluate("getComputedStyle(document.body).color")).isEqualTo("rgb(0, 0, 0)");
        }
    }

    private static Object seen(String path, ColorScheme scheme, String script) {
        try (BrowserContext visit = BROWSER.visit(TrialBrowser.narrow(scheme))) {
            Page page = visit.newPage();
            page.navigate(at(path));
            return page.evaluate("() => {" + script + "}");
        }
    }

    private static String at(String path) {
        return blog.address() + path;
    }
}

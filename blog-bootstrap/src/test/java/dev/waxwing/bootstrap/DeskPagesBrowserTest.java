package dev.waxwing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.waxwing.domain.account.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every page of the desk in a real browser, as the route table has them. A new page is visited without a word here, unless its
 * address has a part that names something: then it needs an example below, or the test fails.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeskPagesBrowserTest {
    /** What is answered to scripts, and what only leads on. */
    private static final Set<String> NO_PAGES =
            Set.of("/admin", "/admin/links", "/admin/session", "/admin/posts/{id}/state");

    /** Where an example of what an address names is found: on a page, which may be an example itself, by a link. */
    private record Example(String page, String link) {}

    private static final Map<String, Example> EXAMPLES = Map.of(
            "/admin/posts/{id}", new Example("/admin/posts?status=published", ".entry-title"),
            "/admin/posts/{id}/revisions", new Example("/admin/posts/{id}", "#revisions"),
            "/admin/posts/{id}/revisions/{number}", new Example("/admin/posts/{id}/revisions", "tbody a"),
            "/admin/media/{file}", new Example("/admin/media", ".media-card"),
            "/admin/tags/{slug}", new Example("/admin/tags", "tbody a"),
            "/admin/authors/{handle}", new Example("/admin/authors", "tbody a"),
            "/admin/accounts/{id}", new Example("/admin/accounts", "tbody a"));

    /** Lists that are filtered, and what is shown in the place of a page. */
    private static final List<String> ALSO = List.of(
            "/admin/posts?status=scheduled",
            "/admin/posts?status=trashed",
            "/admin/posts?q=nothing+has+this+title",
            "/admin/media?q=nothing+has+this+name",
            "/admin/nothing-here");

    @RegisterExtension
    static final TrialBrowser BROWSER = new TrialBrowser();

    @TempDir
    static Path data;

    private static Blog blog;

    @BeforeAll
    static void open() {
        Settings settings = Settings.read(data, DemoContent.SETTINGS, Map.of(), Map.of(Setting.PORT, "0"));
        blog = Blog.start(BlogConfig.of(data, settings), house -> {
            DemoContent.fill(house);
            TrialPeople.register(house, "Ada", Role.ADMINISTRATOR);
            TrialPeople.register(house, "Bob", Role.CONTRIBUTOR);
            house.catchUp();
        });
    }

    @AfterAll
    static void close() {
        blog.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void no_page_has_a_barrier_scrolls_sideways_or_complains(ColorScheme scheme) {
        try (BrowserContext visit = TrialPeople.signedIn(BROWSER, blog, "Ada", TrialBrowser.narrow(scheme))) {
            Page page = visit.newPage();
            List<String> complaints = TrialBrowser.complaints(page);
            for (String address : pages(page)) {
                page.navigate(at(address));
                TrialBrowser.requireSound(page);
            }
            assertThat(complaints).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void nor_has_a_page_for_those_who_are_not_let_in(ColorScheme scheme) {
        try (BrowserContext stranger = BROWSER.visit(TrialBrowser.narrow(scheme));
                BrowserContext bob = TrialPeople.signedIn(BROWSER, blog, "Bob", TrialBrowser.narrow(scheme))) {
            Page page = stranger.newPage();
            for (String path : List.of("/admin/sign-in", "/admin/password/too-old")) {
                page.navigate(at(path));
                TrialBrowser.requireSound(page);
            }
            Page his = bob.newPage();
            assertThat(his.navigate(at("/admin/accounts")).status()).isEqualTo(403);
            TrialBrowser.requireSound(his);
        }
    }

    /** An address of each page of the route table, and the others. */
    private static List<String> pages(Page page) {
        List<String> pages = new ArrayList<>(ALSO);
        for (String route : blog.readable()) {
            boolean wayIn = Set.of("/admin/sign-in", "/admin/set-up", "/admin/password/{token}")
                    .contains(route);
            if (route.startsWith("/admin") && !NO_PAGES.contains(route) && !wayIn) {
                pages.add(example(page, route));
            }
        }
        return pages;
    }

    private static String example(Page page, String route) {
        if (!route.contains("{")) {
            return route;
        }
        Example example = Optional.ofNullable(EXAMPLES.get(route))
                .orElseThrow(() -> new AssertionError("Say where an example of %s is found".formatted(route)));
        page.navigate(at(example(page, example.page())));
        String link = page.locator(example.link()).first().getAttribute("href");
        return link.startsWith("/")
                ? link
                : link.substring(blog.address().value().length());
    }

    private static String at(String path) {
        return blog.address() + path;
    }
}

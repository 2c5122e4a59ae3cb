package dev.waxwing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.waxwing.application.shared.FreeSpace;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.shared.BlogException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every page of the desk in a real browser: those that the route table has, those that only a form leads to, and those that are
 * shown in their place. A new page is visited without a word here, unless its address has a part that names something: then it
 * needs an example below, or the test fails. It fails as well if no visit was made to a page of some template of the desk.
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

    /** What is sent instead of a form that was typed. */
    private static final Map<String, String> NOTHING = Map.of();

    @RegisterExtension
    static final TrialBrowser BROWSER = new TrialBrowser();

    @TempDir
    static Path data;

    private static final AtomicReference<FreeSpace> SPACE = new AtomicReference<>(FreeSpace.PLENTY);
    private static Blog blog;

    @BeforeAll
    static void open() {
        Settings settings = Settings.read(data, DemoContent.SETTINGS, Map.of(), Map.of(Setting.PORT, "0"));
        FreeSpace space = () -> SPACE.get().bytes();
        blog = Blog.start(BlogConfig.of(data, settings), Clock.systemUTC(), space, space, house -> {
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
    void no_page_has_a_barrier_scrolls_sideways_or_complains(ColorScheme scheme, @TempDir Path empty)
            throws IOException {
        try (RenderedTemplates rendered = RenderedTemplates.open();
                BrowserContext ada = TrialPeople.signedIn(BROWSER, blog, "Ada", TrialBrowser.narrow(scheme));
                BrowserContext bob = TrialPeople.signedIn(BROWSER, blog, "Bob", TrialBrowser.narrow(scheme));
                BrowserContext stranger = BROWSER.visit(TrialBrowser.narrow(scheme))) {
            Page page = ada.newPage();
            List<String> complaints = TrialBrowser.complaints(page);
            visitAll(page);
            visitAnswers(page);
            assertThat(complaints).isEmpty();
            visitRefusals(ada.newPage());
            visitForOthers(bob.newPage());
            visitOutside(stranger.newPage());
            visitNew(stranger.newPage(), empty);

            assertThat(rendered.seen()).containsAll(RenderedTemplates.ofTheDesk());
        }
    }

    private static void visitAll(Page page) {
        for (String address : pages(page)) {
            visit(page, address);
        }
    }

    /** Pages that are the answer to a form. */
    private static void visitAnswers(Page page) {
        String post = example(page, "/admin/posts/{id}");
        page.navigate(at(post));
        page.locator("#panel summary").click();
        page.getByLabel("The last part of the address").fill("an-address-of-its-own");
        page.getByText("Change the address").click();
        page.locator("form[action$='/address']").waitFor();
        TrialBrowser.requireSound(page);

        page.navigate(at(post));
        send(
                page,
                post,
                Map.of("version", "0", "revision", "1", "title", "Mine", "markdown", "Mine", "language", "en"));
        page.locator("#theirs").waitFor();
        TrialBrowser.requireSound(page);

        page.navigate(at(example(page, "/admin/accounts/{id}")));
        page.getByText("Make a link").click();
        page.locator("#link").waitFor();
        TrialBrowser.requireSound(page);
        page.navigate(page.getByLabel("Link").inputValue());
        TrialBrowser.requireSound(page);

        page.navigate(at("/admin/account/tokens"));
        page.locator("#name").fill("A program");
        page.locator("[name=scopes]").first().check();
        page.getByText("Make the token").click();
        page.locator("#secret").waitFor();
        TrialBrowser.requireSound(page);
    }

    /** What is shown in the place of an answer. */
    private static void visitRefusals(Page page) {
        String restore = example(page, "/admin/posts/{id}") + "/revisions/1";
        refused(page, restore, Map.of("csrf", "that of another"), 403);
        refused(page, "/admin/posts/00000000-0000-7000-8000-000000000000/revisions/1", NOTHING, 404);
        refused(page, "/admin/audit", NOTHING, 405);
        SPACE.set(() -> 0);
        refused(page, restore, NOTHING, 507);
        SPACE.set(() -> {
            throw new IllegalStateException("A fault that nobody thought of");
        });
        refused(page, restore, NOTHING, 500);
        SPACE.set(() -> {
            throw new BlogException.Unavailable("The database is away", new IllegalStateException());
        });
        refused(page, restore, NOTHING, 503);
        SPACE.set(FreeSpace.PLENTY);
    }

    private static void visitForOthers(Page page) {
        assertThat(page.navigate(at("/admin/accounts")).status()).isEqualTo(403);
        TrialBrowser.requireSound(page);
    }

    private static void visitOutside(Page page) {
        visit(page, "/admin/password/too-old");
        visit(page, "/admin/sign-in");
        TrialPeople.fillIn(page, "Ada", "wrong");
        page.locator("#password-error").waitFor();
        TrialBrowser.requireSound(page);
    }

    /** A blog in which nobody has an account yet. */
    private static void visitNew(Page page, Path empty) {
        Settings settings = Settings.read(empty, Map.of(), Map.of(), Map.of(Setting.PORT, "0"));
        try (Blog unused = Blog.start(BlogConfig.of(empty, settings))) {
            page.navigate(unused.setUpPage().orElseThrow());
            TrialBrowser.requireSound(page);
        }
    }

    private static void visit(Page page, String address) {
        page.navigate(at(address));
        TrialBrowser.requireSound(page);
    }

    private static void refused(Page page, String action, Map<String, String> fields, int status) {
        page.navigate(at("/admin/account"));
        assertThat(send(page, action, fields)).isEqualTo(status);
        page.locator(".request-number").waitFor();
        TrialBrowser.requireSound(page);
    }

    /** Sends what a form of the page that is shown could send, and says with which status it is answered. */
    private static int send(Page page, String action, Map<String, String> fields) {
        return page.waitForResponse(
                        answer -> answer.request().isNavigationRequest(),
                        () -> page.evaluate("""
                                ([action, fields]) => {
                                    const form = document.createElement("form");
                                    Object.assign(form, { method: "post", action });
                                    const csrf = document.querySelector("meta[name=csrf]").content;
                                    for (const [name, value] of Object.entries({ csrf, ...fields })) {
                                        const field = document.createElement("input");
                                        Object.assign(field, { name, value });
                                        form.append(field);
                                    }
                                    document.body.append(form);
                                    form.submit();
                                }""", List.of(action, fields)))
                .status();
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

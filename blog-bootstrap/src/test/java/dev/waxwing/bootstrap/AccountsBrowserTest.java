package dev.waxwing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
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
import dev.waxwing.application.account.RegisterAccount;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.EmailAddress;
import dev.waxwing.domain.account.Password;
import dev.waxwing.domain.account.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Setting up, signing in and out, and keeping accounts in a real browser, where {@code /usr/bin/chromium} is installed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccountsBrowserTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--no-first-run");
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final String PASSWORD = "correct horse battery";

    private static Playwright playwright;
    private static Browser browser;

    @TempDir
    Path data;

    private Blog blog;

    @BeforeAll
    static void launch() {
        assumeTrue(Files.isExecutable(CHROMIUM), "Chromium is not installed");
        playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(CHROMIUM).setArgs(FLAGS));
    }

    @AfterAll
    static void quit() {
        if (browser != null) {
            browser.close();
            playwright.close();
        }
    }

    @BeforeEach
    void start() {
        blog = Blog.start(BlogConfig.of(data, Settings.read(data, Map.of(), Map.of(), Map.of(Setting.PORT, "0"))));
    }

    @AfterEach
    void stop() {
        blog.close();
    }

    private String at(String path) {
        return blog.address() + path;
    }

    private void register() {
        blog.house()
                .accounts()
                .register()
                .handle(new RegisterAccount.Command(
                        Actor.operator(),
                        new EmailAddress("ada@example.org"),
                        "Ada Brook",
                        Role.ADMINISTRATOR,
                        new Password(PASSWORD)));
    }

    private static void signIn(Page page, String password) {
        page.getByLabel("E-mail address").fill("ada@example.org");
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).press("Enter");
    }

    @Test
    void a_new_blog_is_set_up_and_its_owner_signs_in_and_out_again_without_scripts() {
        try (BrowserContext visit = browser.newContext(new NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = visit.newPage();
            page.navigate(at("/"));
            assertThat(page.locator("main a[href='/admin/set-up']").count()).isEqualTo(1);

            page.navigate(blog.setUpPage().orElseThrow());
            page.getByLabel("Your name").fill("Ada Brook");
            page.getByLabel("E-mail address").fill("ada@example.org");
            page.getByLabel("Password").fill(PASSWORD);
            page.getByText("Make the account").click();
            page.waitForURL("**/admin/sign-in");
            assertThat(page.locator("[role=status]").innerText()).isEqualTo("Your account is ready. Sign in with it.");

            signIn(page, PASSWORD);
            page.waitForURL("**/admin/**");
            page.navigate(at("/admin/account"));
            assertThat(page.locator("main").innerText()).contains("Ada Brook", "administrator");

            page.getByText("Sign out").first().click();
            page.waitForURL("**/admin/sign-in");
            page.navigate(at("/admin/account"));
            assertThat(page.url()).contains("/admin/sign-in?next=");
        }
        assertThat(blog.setUpPage()).isEmpty();
    }

    @Test
    void a_wrong_password_is_said_beside_the_field_which_has_the_focus() {
        register();
        try (BrowserContext visit = browser.newContext()) {
            Page page = visit.newPage();
            page.navigate(at("/admin/accounts"));
            signIn(page, "wrong");
            page.waitForSelector("#password-error");

            assertThat(page.getByLabel("E-mail address").inputValue()).isEqualTo("ada@example.org");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("password");
            assertThat(page.evaluate("document.activeElement.getAttribute('aria-describedby')"))
                    .isEqualTo("password-error");

            signIn(page, PASSWORD);
            page.waitForURL("**/admin/accounts");
            assertThat(page.locator("h1").innerText()).isEqualTo("Accounts");
        }
    }

    @Test
    void somebody_is_invited_by_a_link_and_joins() {
        register();
        try (BrowserContext ada = browser.newContext();
                BrowserContext bob = browser.newContext()) {
            Page page = ada.newPage();
            page.navigate(at("/admin/accounts"));
            signIn(page, PASSWORD);
            page.waitForURL("**/admin/accounts");
            page.getByLabel("Name").fill("Bob Osei");
            page.getByLabel("E-mail address").fill("bob@example.org");
            page.getByText("Make an invitation").click();
            String link = page.getByLabel("Link").inputValue();

            Page his = bob.newPage();
            his.navigate(link);
            assertThat(his.locator("main").innerText()).contains("Bob Osei");
            his.getByLabel("Password").fill("a whole new sentence");
            his.getByText("Keep this password").click();
            his.waitForURL("**/admin/sign-in");
            his.navigate(link);
            assertThat(his.locator("h1").innerText()).isEqualTo("This link does not work any more");

            page.navigate(at("/admin/audit"));
            assertThat(page.locator("tbody tr").first().innerText()).contains("account joined");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void the_pages_have_no_barrier_complain_of_nothing_and_never_scroll_sideways(ColorScheme scheme) {
        List<String> complaints = new ArrayList<>();
        try (BrowserContext visit = browser.newContext(new NewContextOptions()
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(320, 780))) {
            Page page = visit.newPage();
            page.onPageError(complaints::add);
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().contains("status of 4")) {
                    complaints.add(message.text());
                }
            });
            page.navigate(blog.setUpPage().orElseThrow());
            requireSound(page);
            register();
            page.navigate(at("/admin/sign-in"));
            requireSound(page);
            signIn(page, "wrong");
            page.waitForSelector("#password-error");
            requireSound(page);
            signIn(page, PASSWORD);
            page.waitForURL("**/admin/posts");
            for (String path : List.of("/admin/account", "/admin/account/codes", "/admin/accounts", "/admin/audit")) {
                page.navigate(at(path));
                requireSound(page);
            }
            page.navigate(at("/admin/accounts"));
            page.locator("tbody a").first().click();
            page.waitForURL(Pattern.compile(".*/admin/accounts/.+"));
            requireSound(page);
            page.getByText("Make a link").click();
            page.waitForSelector("#link");
            requireSound(page);
            page.navigate(page.getByLabel("Link").inputValue());
            requireSound(page);
        }
        assertThat(complaints).isEmpty();
    }

    private static void requireSound(Page page) {
        assertThat(new AxeBuilder(page)
                        .withTags(RULES)
                        .setLegacyMode(true)
                        .analyze()
                        .getViolations())
                .as(page.url())
                .extracting(Rule::getId)
                .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as(page.url())
                .isEqualTo(0);
    }
}

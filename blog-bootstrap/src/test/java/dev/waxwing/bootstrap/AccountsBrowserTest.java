package dev.waxwing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.waxwing.domain.account.Role;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Setting up, signing in and out, and keeping accounts in a real browser, where {@code /usr/bin/chromium} is installed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccountsBrowserTest {
    @RegisterExtension
    static final TrialBrowser BROWSER = new TrialBrowser();

    @TempDir
    Path data;

    private Blog blog;

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
        TrialPeople.register(blog.house(), "Ada", Role.ADMINISTRATOR);
    }

    @Test
    void a_new_blog_is_set_up_and_its_owner_signs_in_and_out_again_without_scripts() {
        try (BrowserContext visit = BROWSER.visit(TrialBrowser.withoutScripts())) {
            Page page = visit.newPage();
            page.navigate(at("/"));
            assertThat(page.locator("main a[href='/admin/set-up']").count()).isEqualTo(1);

            page.navigate(blog.setUpPage().orElseThrow());
            page.getByLabel("Your name").fill("Ada Brook");
            page.getByLabel("E-mail address").fill("ada@example.org");
            page.getByLabel("Password").fill(TrialPeople.PASSWORD);
            page.getByText("Make the account").click();
            page.waitForURL("**/admin/sign-in");
            assertThat(page.locator("[role=status]").innerText()).isEqualTo("Your account is ready. Sign in with it.");

            TrialPeople.fillIn(page, "Ada", TrialPeople.PASSWORD);
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
    void a_new_blog_is_set_up_and_its_first_post_is_published() {
        try (BrowserContext visit = BROWSER.visit()) {
            Page page = visit.newPage();
            page.navigate(blog.setUpPage().orElseThrow());
            page.getByLabel("Your name").fill("Ada Brook");
            page.getByLabel("E-mail address").fill("ada@example.org");
            page.getByLabel("Password").fill(TrialPeople.PASSWORD);
            page.getByText("Make the account").click();
            page.waitForURL("**/admin/sign-in");
            TrialPeople.fillIn(page, "Ada", TrialPeople.PASSWORD);
            page.waitForURL("**/admin/posts");

            page.getByText("New post").click();
            page.getByLabel("Title").fill("A first post");
            page.locator(".cm-content").click();
            page.keyboard().type("It was *cold*.");
            page.getByText("Publish now").click();
            page.waitForSelector(".said");

            page.navigate(at("/"));
            page.getByText("A first post").click();
            page.waitForURL("**/a-first-post");
            assertThat(page.locator("h1").innerText()).isEqualTo("A first post");
            assertThat(page.locator(".prose em").innerText()).isEqualTo("cold");
            assertThat(page.locator("main").innerText()).contains("Ada Brook");
        }
    }

    @Test
    void a_wrong_password_is_said_beside_the_field_which_has_the_focus() {
        register();
        try (BrowserContext visit = BROWSER.visit()) {
            Page page = visit.newPage();
            page.navigate(at("/admin/accounts"));
            TrialPeople.fillIn(page, "Ada", "wrong");
            page.waitForSelector("#password-error");

            assertThat(page.getByLabel("E-mail address").inputValue()).isEqualTo("ada@example.org");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("password");
            assertThat(page.evaluate("document.activeElement.getAttribute('aria-describedby')"))
                    .isEqualTo("password-error");

            TrialPeople.fillIn(page, "Ada", TrialPeople.PASSWORD);
            page.waitForURL("**/admin/accounts");
            assertThat(page.locator("h1").innerText()).isEqualTo("Accounts");
        }
    }

    @Test
    void somebody_is_invited_by_a_link_and_joins() {
        register();
        try (BrowserContext ada = BROWSER.visit();
                BrowserContext bob = BROWSER.visit()) {
            Page page = ada.newPage();
            page.navigate(at("/admin/accounts"));
            TrialPeople.fillIn(page, "Ada", TrialPeople.PASSWORD);
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
}

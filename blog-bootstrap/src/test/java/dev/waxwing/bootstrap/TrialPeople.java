package dev.waxwing.bootstrap;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.waxwing.application.account.RegisterAccount;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.EmailAddress;
import dev.waxwing.domain.account.Password;
import dev.waxwing.domain.account.Role;
import java.util.Locale;

/** Who writes in a blog under test. The address of each is made of the name, and all have the same password. */
final class TrialPeople {
    static final String PASSWORD = "a heron at the lake";

    private TrialPeople() {}

    static void register(House house, String name, Role role) {
        house.accounts()
                .register()
                .handle(new RegisterAccount.Command(
                        Actor.operator(), new EmailAddress(email(name)), name, role, new Password(PASSWORD)));
    }

    static String email(String name) {
        return name.toLowerCase(Locale.ROOT) + "@example.org";
    }

    /** A visit of somebody who has signed in. */
    static BrowserContext signedIn(TrialBrowser browser, Blog blog, String name, NewContextOptions options) {
        BrowserContext visit = browser.visit(options);
        Page page = visit.newPage();
        page.navigate(blog.address() + "/admin/sign-in");
        fillIn(page, name, PASSWORD);
        page.waitForURL("**/admin/posts");
        page.close();
        return visit;
    }

    /** Fills in the sign-in page that is shown, and sends it. */
    static void fillIn(Page page, String name, String password) {
        page.getByLabel("E-mail address").fill(email(name));
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).press("Enter");
    }
}

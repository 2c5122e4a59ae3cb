package dev.waxwing.bootstrap;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.waxwing.application.fake.SettableClock;
import dev.waxwing.domain.account.Role;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People write in a real browser, where {@code /usr/bin/chromium} is installed: Ada is an author, Bob an editor. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WritingDeskBrowserTest {
    private static final Pattern SAVED = Pattern.compile("^Saved ");
    private static final Pattern POST = Pattern.compile(".*/admin/posts/[0-9a-f-]{36}$");

    @RegisterExtension
    static final TrialBrowser BROWSER = new TrialBrowser();

    @TempDir
    static Path data;

    private static final SettableClock CLOCK = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
    private static Blog blog;

    @BeforeAll
    static void open() {
        Settings settings = Settings.read(data, DemoContent.SETTINGS, Map.of(), Map.of(Setting.PORT, "0"));
        blog = Blog.start(BlogConfig.of(data, settings), CLOCK, house -> {
            TrialPeople.register(house, "Ada", Role.AUTHOR);
            TrialPeople.register(house, "Bob", Role.EDITOR);
        });
    }

    @AfterAll
    static void close() {
        blog.close();
    }

    @Test
    void the_first_post_is_written_and_published() {
        try (BrowserContext visit = signedIn("ada")) {
            Page page = visit.newPage();
            List<String> complaints = TrialBrowser.complaints(page);
            page.navigate(at("/admin/posts"));
            page.getByText("New post").click();
            page.getByLabel("Title").fill("A first post");
            type(page, "It was *cold*.");
            assertThat(saving(page)).hasText(SAVED);
            assertThat(page).hasURL(POST);
            page.getByText("Publish now").click();
            assertThat(page.locator(".said")).hasText("Published. Readers see it now.");

            page.navigate(at("/a-first-post"));

            assertThat(page.locator("h1")).hasText("A first post");
            assertThat(page.locator(".prose em")).hasText("cold");
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void what_is_written_in_a_published_post_waits_for_its_publication() {
        try (BrowserContext visit = signedIn("ada")) {
            Page page = visit.newPage();
            String post = begin(page, "A published post", "Old words.");
            page.getByText("Publish now").click();
            assertThat(page.locator(".said")).isVisible();
            type(page, "New words. ");
            assertThat(saving(page)).hasText(SAVED);

            page.navigate(at("/a-published-post"));
            assertThat(page.locator(".prose")).hasText("Old words.");
            page.navigate(post);
            page.getByText("Publish the changes").click();
            assertThat(page.locator(".said")).isVisible();
            page.navigate(at("/a-published-post"));
            assertThat(page.locator(".prose")).hasText("New words. Old words.");
        }
    }

    @Test
    void a_translation_is_found_by_words_of_its_title_and_linked() {
        try (BrowserContext visit = signedIn("ada", TrialBrowser.narrow(ColorScheme.DARK));
                BrowserContext bob = signedIn("bob")) {
            Page his = bob.newPage();
            begin(his, "Kraniche im Winter, which only Bob may link", "Kalt.");
            his.getByText("Publish now").click();
            assertThat(his.locator(".said")).isVisible();
            Page page = visit.newPage();
            begin(page, "Seidenschwänze im Winter", "Kalt.");
            page.locator("#panel summary").click();
            page.getByLabel("Language of the text").fill("de");
            press(page, "Save");
            assertThat(page.locator(".said")).hasText("Saved.");
            begin(page, "Waxwings in winter", "Cold.");
            page.locator("#panel summary").click();
            Locator address = page.getByLabel("Address of the same");
            address.fill("im winter");
            Locator found = page.locator("#posts-found option");
            assertThat(found).hasText(new String[] {"Seidenschwänze im Winter"});

            address.fill(found.getAttribute("value"));
            address.press("Enter");

            assertThat(page.locator(".said")).hasText("Saved. Linked with /seidenschwanze-im-winter.");
            assertThat(page.locator("fieldset li")).hasText("Deutsch: Seidenschwänze im Winter Draft");
            TrialBrowser.requireSound(page);
        }
    }

    @Test
    void what_can_be_done_with_changes_is_offered_as_soon_as_there_are_some() {
        try (BrowserContext visit = signedIn("ada")) {
            Page page = visit.newPage();
            begin(page, "Changed at once", "Old words.");
            page.getByText("Publish now").click();
            assertThat(page.locator(".said")).isVisible();
            assertThat(page.getByText("Submit changes for review")).isHidden();
            type(page, "New words. ");
            page.getByText("Submit changes for review").click();

            assertThat(page.locator(".said")).hasText("Submitted. An editor will look at it.");
            assertThat(page.locator("#standing")).hasText(Pattern.compile(".*with changes that wait for an editor"));
            assertThat(page.getByText("Take the changes back from review")).isVisible();
        }
    }

    @Test
    void of_two_who_write_in_one_post_both_texts_survive_and_the_second_is_told() {
        try (BrowserContext ada = signedIn("ada");
                BrowserContext bob = signedIn("bob")) {
            Page hers = ada.newPage();
            String post = begin(hers, "A contested post", "The fox.");
            Page his = bob.newPage();
            his.navigate(post);
            assertThat(his.locator("#others")).hasText("Ada has this post open too.");
            type(hers, "Ada was here. ");
            assertThat(saving(hers)).hasText(SAVED);

            type(his, "So was Bob. ");

            Locator conflict = his.locator("#conflict");
            assertThat(conflict.locator("h2")).containsText("Ada changed this post at");
            assertThat(conflict.getByLabel("Yours")).hasValue(Pattern.compile("So was Bob\\. The fox\\."));
            assertThat(conflict.getByLabel("The text of Ada")).hasValue(Pattern.compile("Ada was here\\. The fox\\."));
            conflict.getByText("Take both together").click();
            assertThat(saving(his)).hasText(SAVED);
            hers.navigate(post);
            assertThat(hers.locator("textarea#markdown"))
                    .hasValue(Pattern.compile("So was Bob\\.[\\s\\S]*Ada was here\\."));
            hers.navigate(post + "/revisions");
            assertThat(hers.locator("tbody tr")).hasCount(2);
        }
    }

    @Test
    void what_another_has_put_beside_the_text_stays_when_the_texts_are_put_together() {
        try (BrowserContext ada = signedIn("ada");
                BrowserContext bob = signedIn("bob")) {
            Page hers = ada.newPage();
            String post = begin(hers, "A shared post", "The fox.");
            Page his = bob.newPage();
            his.navigate(post);
            hers.locator("#panel summary").click();
            hers.getByLabel("Excerpt").fill("About a fox.");
            hers.getByLabel("Tags").fill("Foxes");
            type(hers, "Ada was here. ");
            assertThat(saving(hers)).hasText(SAVED);

            type(his, "So was Bob. ");
            his.locator("#conflict").getByText("Take both together").click();
            assertThat(saving(his)).hasText(SAVED);

            his.navigate(post);
            his.locator("#panel summary").click();
            assertThat(his.getByLabel("Excerpt")).hasValue("About a fox.");
            assertThat(his.getByLabel("Tags")).hasValue("Foxes");
        }
    }

    @Test
    void what_is_typed_offline_for_half_a_minute_is_kept_here_and_saved_when_the_network_is_back() {
        try (BrowserContext visit = signedIn("ada")) {
            Page page = visit.newPage();
            page.clock().install();
            String post = begin(page, "A post on a train", "Before the tunnel.");
            visit.setOffline(true);
            type(page, "In the tunnel. ");
            assertThat(saving(page)).hasText("Offline, kept on this device");
            page.clock().runFor(30_000);
            type(page, "Still dark. ");
            page.clock().runFor(1_000);
            assertThat(saving(page)).hasText("Offline, kept on this device");
            assertThat(page.evaluate("Object.values(localStorage).some(copy => copy.includes('Still dark. In'))"))
                    .isEqualTo(true);

            visit.setOffline(false);

            assertThat(saving(page)).hasText(SAVED);
            assertThat(page.evaluate("Object.keys(localStorage).length")).isEqualTo(0);
            page.navigate(post);
            assertThat(page.locator("textarea#markdown")).hasValue("Still dark. In the tunnel. Before the tunnel.");
        }
    }

    @Test
    void a_new_post_whose_first_answer_got_lost_is_one_post() {
        try (BrowserContext visit = signedIn("ada")) {
            Page page = visit.newPage();
            page.navigate(at("/admin/posts/new"));
            page.route(
                    "**/admin/posts",
                    route -> {
                        route.fetch();
                        route.abort();
                    },
                    new Page.RouteOptions().setTimes(1));
            page.getByLabel("Title").fill("Lost on the way back");
            type(page, "Once. ");
            assertThat(saving(page)).hasText("Offline, kept on this device");
            type(page, "And more. ");
            assertThat(saving(page)).hasText(SAVED);
            assertThat(page).hasURL(POST);

            page.navigate(at("/admin/posts?status=draft"));

            assertThat(page.getByText("Lost on the way back")).hasCount(1);
        }
    }

    @Test
    void a_new_post_that_a_closed_page_had_begun_is_gone_on_with() {
        try (BrowserContext visit = signedIn("ada")) {
            Page page = visit.newPage();
            page.navigate(at("/admin/posts/new"));
            page.route("**/admin/posts", route -> {
                route.fetch();
                route.abort();
            });
            page.getByLabel("Title").fill("Begun and closed");
            type(page, "Once.");
            assertThat(saving(page)).hasText("Offline, kept on this device");
            closeUnheard(page);

            Page again = visit.newPage();
            again.navigate(at("/admin/posts/new"));
            again.locator("#kept")
                    .getByText("Go on with the words of this device")
                    .click();
            assertThat(saving(again)).hasText(SAVED);

            again.navigate(at("/admin/posts?status=draft"));
            assertThat(again.getByText("Begun and closed")).hasCount(1);
        }
    }

    @Test
    void what_a_closed_page_left_on_this_device_is_shown_and_never_put_back_by_itself() {
        try (BrowserContext visit = signedIn("ada")) {
            Page page = visit.newPage();
            String post = begin(page, "A post and a crash", "Before.");
            visit.setOffline(true);
            type(page, "Unsaved. ");
            assertThat(saving(page)).hasText("Offline, kept on this device");
            closeUnheard(page);
            visit.setOffline(false);

            Page again = visit.newPage();
            again.navigate(post);

            Locator kept = again.locator("#kept");
            assertThat(kept.getByLabel("On this device")).hasValue(Pattern.compile("Unsaved\\. Before\\."));
            assertThat(again.locator(".cm-content")).hasText("Before.");
            kept.getByText("Go on with the words of this device").click();
            assertThat(saving(again)).hasText(SAVED);
            again.navigate(post);
            assertThat(again.locator("textarea#markdown")).hasValue("Unsaved. Before.");
        }
    }

    @Test
    void words_that_reached_the_blog_after_all_are_not_offered() {
        try (BrowserContext visit = signedIn("ada")) {
            Page page = visit.newPage();
            String post = begin(page, "A post saved late", "Before.");
            visit.setOffline(true);
            type(page, "Saved. ");
            assertThat(saving(page)).hasText("Offline, kept on this device");
            Object kept = page.evaluate("Object.entries(localStorage)");
            visit.setOffline(false);
            assertThat(saving(page)).hasText(SAVED);
            page.navigate(at("/admin/posts"));
            page.evaluate("kept => kept.forEach(([key, copy]) => localStorage.setItem(key, copy))", kept);

            page.navigate(post);

            assertThat(page.locator(".cm-content")).hasText("Saved. Before.");
            assertThat(page.locator("#kept")).hasCount(0);
            assertThat((Boolean)
                            page.evaluate("Object.keys(localStorage).every(key => !key.startsWith('waxwing-post-'))"))
                    .isTrue();
        }
    }

    @Test
    void the_words_of_another_page_are_offered_as_soon_as_it_is_closed() {
        try (BrowserContext visit = signedIn("ada")) {
            Page page = visit.newPage();
            String post = begin(page, "A post in two tabs", "Before.");
            page.route("**/text", Route::abort);
            type(page, "Unsaved. ");
            assertThat(saving(page)).hasText("Offline, kept on this device");

            Page other = visit.newPage();
            other.navigate(post);
            assertThat(other.locator(".cm-content")).hasText("Before.");
            assertThat(other.locator("#kept")).hasCount(0);
            closeUnheard(page);

            other.locator("#kept")
                    .getByText("Go on with the words of this device")
                    .click();
            assertThat(other.locator(".cm-content")).hasText("Unsaved. Before.");
            assertThat(saving(other)).hasText(SAVED);
        }
    }

    @Test
    void even_what_stands_beside_the_text_is_kept_on_this_device() {
        try (BrowserContext visit = signedIn("ada")) {
            Page page = visit.newPage();
            String post = begin(page, "A post with an excerpt", "Before.");
            visit.setOffline(true);
            page.locator("#panel summary").click();
            page.getByLabel("Excerpt").fill("In short.");
            assertThat(saving(page)).hasText("Offline, kept on this device");
            closeUnheard(page);
            visit.setOffline(false);

            Page again = visit.newPage();
            again.navigate(post);
            again.locator("#kept")
                    .getByText("Go on with the words of this device")
                    .click();

            assertThat(saving(again)).hasText(SAVED);
            again.navigate(post);
            assertThat(again.locator("#excerpt")).hasValue("In short.");
        }
    }

    @Test
    void tags_that_were_refused_are_kept_on_this_device() {
        try (BrowserContext visit = signedIn("ada")) {
            Page page = visit.newPage();
            String post = begin(page, "A post with a long tag", "Before.");
            String tag = "x".repeat(101);
            page.locator("#panel summary").click();
            page.locator("#tags").fill(tag);
            page.locator("#excerpt").click();
            assertThat(saving(page)).hasText(Pattern.compile("The text is saved, but not all beside it.*"));
            closeUnheard(page);

            Page again = visit.newPage();
            again.navigate(post);
            assertThat(again.locator("#kept")).containsText("Its tags on this device: " + tag);
            again.locator("#kept")
                    .getByText("Go on with the words of this device")
                    .click();

            assertThat(again.locator("#tags")).hasValue(tag);
            again.locator("#panel summary").click();
            again.locator("#tags").fill("Lakes");
            again.locator("#excerpt").click();
            assertThat(saving(again)).hasText(SAVED);
            again.navigate(post);
            assertThat(again.locator("#tags")).hasValue("Lakes");
            assertThat(again.locator("#kept")).hasCount(0);
        }
    }

    @Test
    void words_that_are_offered_stay_until_somebody_has_chosen() {
        try (BrowserContext visit = signedIn("ada")) {
            Page page = visit.newPage();
            String post = begin(page, "A patient offer", "Before.");
            visit.setOffline(true);
            type(page, "Precious. ");
            assertThat(saving(page)).hasText("Offline, kept on this device");
            closeUnheard(page);
            visit.setOffline(false);
            Page again = visit.newPage();
            again.navigate(post);
            assertThat(again.locator("#kept")).isVisible();
            type(again, "More. ");
            assertThat(saving(again)).hasText(SAVED);
            again.close();

            Page later = visit.newPage();
            later.navigate(post);

            assertThat(later.locator("#kept").getByLabel("On this device"))
                    .hasValue(Pattern.compile("Precious\\. Before\\."));
        }
    }

    @Test
    void a_button_pressed_after_the_session_ended_leaves_the_page_where_the_words_are() {
        try (BrowserContext visit = signedIn("ada")) {
            Page page = visit.newPage();
            begin(page, "A late decision", "Before lunch.");
            visit.clearCookies();
            type(page, "After lunch. ");
            press(page, "Publish now");
            assertThat(saving(page)).containsText("You are signed out, kept on this device.");

            Page other = visit.newPage();
            other.navigate(at("/admin/sign-in"));
            TrialPeople.fillIn(other, "ada", TrialPeople.PASSWORD);
            other.waitForURL("**/admin/posts");
            page.bringToFront();
            assertThat(saving(page)).hasText(SAVED);
            press(page, "Publish now");

            assertThat(page.locator(".said")).hasText("Published. Readers see it now.");
            page.navigate(at("/a-late-decision"));
            assertThat(page.locator(".prose")).hasText("After lunch. Before lunch.");
        }
    }

    @Test
    void whoever_signs_out_in_the_middle_of_a_sentence_finds_it_in_the_blog_and_leaves_nothing_on_the_device() {
        try (BrowserContext visit = signedIn("ada")) {
            Page page = visit.newPage();
            String post = begin(page, "A sudden end", "Before.");
            type(page, "In the middle of ");
            press(page, "Sign out");
            assertThat(page.locator(".said")).hasText("You are signed out.");
            assertThat(page.evaluate("Object.keys(localStorage).length")).isEqualTo(0);

            TrialPeople.fillIn(page, "ada", TrialPeople.PASSWORD);
            page.waitForURL("**/admin/posts");
            page.navigate(post);

            assertThat(page.locator("textarea#markdown")).hasValue("In the middle of Before.");
        }
    }

    @Test
    void what_is_typed_after_the_session_ended_is_saved_once_somebody_signs_in_again() {
        try (BrowserContext visit = signedIn("ada")) {
            Page page = visit.newPage();
            String post = begin(page, "A long sitting", "Before lunch.");
            visit.clearCookies();
            type(page, "After lunch. ");
            assertThat(saving(page)).containsText("You are signed out, kept on this device.");

            Page other = visit.newPage();
            other.navigate(at("/admin/sign-in"));
            TrialPeople.fillIn(other, "ada", TrialPeople.PASSWORD);
            other.waitForURL("**/admin/posts");
            page.bringToFront();

            assertThat(saving(page)).hasText(SAVED);
            page.navigate(post);
            assertThat(page.locator("textarea#markdown")).hasValue("After lunch. Before lunch.");
        }
    }

    @Test
    void a_scheduled_post_appears_at_its_time() {
        try (BrowserContext visit = signedIn("ada")) {
            Page page = visit.newPage();
            begin(page, "A punctual post", "Now.");
            page.locator("#panel summary").click();
            page.getByLabel("Date and time").fill("2026-03-01T18:30");
            page.getByText("Schedule", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator(".said")).hasText("Scheduled for 1 March 2026, 18:30 (UTC+00:00).");
            assertThat(page.navigate(at("/a-punctual-post")).status()).isEqualTo(404);

            CLOCK.set(Instant.parse("2026-03-01T18:30:00Z"));

            page.waitForCondition(() -> page.navigate(at("/a-punctual-post")).status() == 200);
            assertThat(page.locator(".prose")).hasText("Now.");
        }
    }

    @Test
    void a_post_is_written_and_published_with_the_keyboard_alone() {
        try (BrowserContext visit = signedIn("ada")) {
            Page page = visit.newPage();
            page.navigate(at("/admin/posts/new"));
            assertThat(page.getByLabel("Title")).isFocused();
            page.keyboard().type("By keys alone");
            tabTo(page, "document.activeElement.classList.contains('cm-content')");
            page.keyboard().type("Very ");
            page.keyboard().press("Control+b");
            page.keyboard().type("quiet");
            page.keyboard().press("Control+s");
            assertThat(saving(page)).hasText(SAVED);
            tabTo(page, "document.activeElement.value === 'publish'");
            page.keyboard().press("Enter");
            assertThat(page.locator(".said")).hasText("Published. Readers see it now.");

            page.navigate(at("/by-keys-alone"));
            assertThat(page.locator(".prose strong")).hasText("quiet");
        }
    }

    @Test
    void a_post_is_written_and_published_without_scripts() {
        try (BrowserContext visit = signedIn("bob", TrialBrowser.withoutScripts())) {
            Page page = visit.newPage();
            page.navigate(at("/admin/posts/new"));
            page.getByLabel("Title").fill("Plain forms");
            page.locator("#markdown").fill("One.\n\nTwo.");
            press(page, "Save");
            assertThat(page).hasURL(POST);
            assertThat(page.locator("#markdown")).hasValue("One.\n\nTwo.");
            page.locator("#markdown").fill("One.\n\nTwo.\n\nThree.");
            press(page, "Publish now");
            assertThat(page.locator(".said")).hasText("Published. Readers see it now.");

            page.navigate(at("/plain-forms"));
            assertThat(page.locator(".prose p")).hasCount(3);
        }
    }

    @Test
    void a_post_is_put_under_another_date_without_scripts() {
        try (BrowserContext visit = signedIn("bob", TrialBrowser.withoutScripts())) {
            Page page = visit.newPage();
            page.navigate(at("/admin/posts/new"));
            page.getByLabel("Title").fill("Dated by hand");
            page.locator("#markdown").fill("Words.");
            press(page, "Publish now");
            page.locator("#panel summary").click();
            page.getByLabel("Date of publication").fill("2031-01-01T08:00");
            press(page, "Change the date");
            assertThat(page.locator("#publishedAt-error"))
                    .hasText("A post with a date in the future is scheduled instead");

            page.getByLabel("Date of publication").fill("2019-12-31T23:30");
            press(page, "Change the date");

            assertThat(page.locator(".said")).hasText("The date is 31 December 2019, 23:30 (UTC+00:00) now.");
        }
    }

    @Test
    void words_sent_after_the_session_ended_are_gone_on_with_after_signing_in_without_scripts() {
        try (BrowserContext visit = signedIn("bob", TrialBrowser.withoutScripts())) {
            Page page = visit.newPage();
            page.navigate(at("/admin/posts/new"));
            page.getByLabel("Title").fill("A long lunch");
            page.locator("#markdown").fill("Before lunch.");
            press(page, "Save");
            page.locator("#markdown").fill("Before lunch.\n\nAfter lunch.");
            visit.clearCookies();
            press(page, "Save");
            assertThat(page.locator("h1")).hasText("You are signed out");
            assertThat(page.getByLabel("Your words")).hasValue("Before lunch.\n\nAfter lunch.");

            Page other = visit.waitForPage(
                    () -> page.getByText("Sign in in another tab").click());
            TrialPeople.fillIn(other, "bob", TrialPeople.PASSWORD);
            other.waitForURL("**/admin/posts");
            press(page, "Go on with these words");
            assertThat(page.locator("h1")).hasText("Your words are not saved yet");
            press(page, "Save these words");

            assertThat(page).hasURL(POST);
            assertThat(page.locator("#markdown")).hasValue("Before lunch.\n\nAfter lunch.");
            assertThat(page.locator(".said")).hasText("Saved.");
        }
    }

    @Test
    void a_form_that_is_too_large_is_answered_by_a_page_that_says_so() {
        try (BrowserContext visit = signedIn("bob", TrialBrowser.withoutScripts())) {
            Page page = visit.newPage();
            page.navigate(at("/admin/posts/new"));
            page.getByLabel("Title").fill("Far too long");
            page.locator("#markdown").fill("a".repeat(6_000_000));

            press(page, "Save");

            assertThat(page.locator("main")).containsText("The body is larger than the blog takes; send less at once");
        }
    }

    @Test
    void two_texts_are_put_together_without_scripts() {
        NewContextOptions plain = TrialBrowser.withoutScripts();
        try (BrowserContext first = signedIn("bob", plain);
                BrowserContext second = signedIn("bob", plain)) {
            Page one = first.newPage();
            one.navigate(at("/admin/posts/new"));
            one.getByLabel("Title").fill("Plain conflict");
            one.locator("#markdown").fill("First line.\n\nLast line.");
            press(one, "Save");
            Page other = second.newPage();
            other.navigate(one.url());
            one.locator("#markdown").fill("First line, longer.\n\nLast line.");
            press(one, "Save");
            other.locator("#markdown").fill("First line.\n\nLast line, longer.");

            press(other, "Save");

            assertThat(other.locator("[role=alert]")).containsText("Bob changed this post on");
            assertThat(other.getByLabel("Both together")).hasValue("First line, longer.\n\nLast line, longer.");
            press(other, "Save both together");
            assertThat(other.locator("#markdown")).hasValue("First line, longer.\n\nLast line, longer.");
        }
    }

    @Test
    void a_picture_that_is_pasted_stands_in_the_text() {
        try (BrowserContext visit = signedIn("ada")) {
            Page page = visit.newPage();
            begin(page, "A post with a picture", "Below.");

            page.evaluate("""
                    async () => {
                        const canvas = new OffscreenCanvas(40, 30);
                        canvas.getContext("2d").fillRect(0, 0, 40, 30);
                        const clipboard = new DataTransfer();
                        clipboard.items.add(new File([await canvas.convertToBlob()], "pasted.png", { type: "image/png" }));
                        document.querySelector(".cm-content").dispatchEvent(
                            new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true }));
                    }
                    """);

            assertThat(page.locator(".cm-content")).containsText(Pattern.compile("/media/[0-9a-f]{32}-40x30\\.png"));
            assertThat(page.locator("#bringing"))
                    .hasText("Say between the square brackets what pasted.png shows."
                            + " Leave them empty if it only decorates.");
            page.keyboard().type("A dark square");
            assertThat(page.locator(".cm-content")).containsText("![A dark square](/media/");
            assertThat(saving(page)).hasText(SAVED);
        }
    }

    @Test
    void pictures_that_are_dropped_stand_where_they_were_dropped_in_their_order() {
        try (BrowserContext visit = signedIn("ada")) {
            Page page = visit.newPage();
            String post = begin(page, "A post with dropped pictures", "First line.\nLast line.");

            drop(page, ".cm-line:first-child", Map.of("a.png", "40x30", "b.png", "50x20"));

            assertThat(page.locator(".cm-content")).containsText(Pattern.compile("50x20\\.png"));
            press(page, "Save");
            assertThat(page.locator(".said")).hasText("Saved.");
            page.navigate(post);
            assertThat(page.locator("textarea#markdown"))
                    .hasValue(Pattern.compile(
                            "^First line\\.\\n.*-40x30\\.png.*\\n\\n.*-50x20\\.png.*\\n\\nLast line\\.$"));
        }
    }

    @Test
    void a_file_that_is_no_picture_is_not_typed_into_the_text_but_answered() {
        try (BrowserContext visit = signedIn("ada")) {
            Page page = visit.newPage();
            begin(page, "A post without a file", "Words.");

            drop(page, ".cm-line:first-child", Map.of("notes.txt", "secret notes"));

            assertThat(page.locator("#bringing"))
                    .hasText("Only pictures can be put into the text: notes.txt was left out."
                            + " Files of other kinds go to the library, under Media.");
            assertThat(page.locator(".cm-content")).hasText("Words.");
        }
    }

    @Test
    void a_picture_that_does_not_arrive_says_why_and_what_to_do() {
        try (BrowserContext visit = signedIn("ada")) {
            Page page = visit.newPage();
            begin(page, "A post without a network", "Words.");
            visit.setOffline(true);

            drop(page, ".cm-line:first-child", Map.of("a.png", "40x30"));

            assertThat(page.locator("#bringing"))
                    .hasText("a.png was not put into the text: The blog cannot be reached."
                            + " Bring it again when you are online.");
        }
    }

    @Test
    void words_are_on_their_way_well_within_two_seconds_though_the_typing_goes_on() {
        try (BrowserContext visit = signedIn("ada")) {
            Page page = visit.newPage();
            begin(page, "A post typed without a pause", "Words.");
            page.clock().install();
            page.clock().pauseAt(System.currentTimeMillis() + 60_000);
            page.locator(".cm-content").click();

            page.waitForRequest("**/text", () -> {
                for (int key = 0; key < 14; key++) {
                    page.keyboard().type("a");
                    page.clock().runFor(100);
                }
            });
        }
    }

    @Test
    void a_byline_is_put_in_order_by_keys() {
        try (BrowserContext visit = signedIn("bob")) {
            Page page = visit.newPage();
            String post = begin(page, "A post by two", "Words.");
            page.locator("#panel summary").click();
            page.getByLabel("Ada", new Page.GetByLabelOptions().setExact(true)).check();
            assertThat(page.getByLabel("Place of Ada")).hasValue("2");
            page.getByLabel("Place of Ada").focus();
            page.keyboard().press("ArrowDown");
            assertThat(page.getByLabel("Place of Bob")).hasValue("2");
            assertThat(saving(page)).hasText(SAVED);
            press(page, "Publish now");
            assertThat(page.locator(".said")).isVisible();

            page.navigate(post);
            assertThat(page.locator(".row.choice label").first()).hasText("Ada");
            page.navigate(at("/a-post-by-two"));
            assertThat(page.locator(".byline .facts .p-name").first()).hasText("Ada");
        }
    }

    @Test
    void a_tag_is_completed_after_those_that_stand_there_already() {
        try (BrowserContext visit = signedIn("ada")) {
            Page page = visit.newPage();
            begin(page, "A post under tags", "Words.");
            page.locator("#panel summary").click();
            page.getByLabel("Tags").fill("Birds, Winter");
            press(page, "Save");
            assertThat(page.locator(".said")).hasText("Saved.");
            page.navigate(at("/admin/posts/new"));
            page.locator("#panel summary").click();

            page.getByLabel("Tags").fill("Birds, Wi");

            assertThat(page.locator("#known-tags option[value='Birds, Winter']"))
                    .hasCount(1);
            assertThat(page.locator("#known-tags option[value='Birds, Birds']")).hasCount(0);
        }
    }

    @Test
    void a_long_title_is_seen_whole_and_stays_one_line() {
        try (BrowserContext visit = signedIn("ada")) {
            Page page = visit.newPage();
            begin(page, "Short", "Words.");
            Locator title = page.getByLabel("Title");
            double oneLine = title.boundingBox().height;
            title.fill(
                    "A title that says at such length what the post is about, that no field of one line shows all of it");
            assertThat(saving(page)).hasText(SAVED);

            assertThat(title.boundingBox().height).isGreaterThan(1.5 * oneLine);
            assertThat(title.evaluate("field => field.scrollWidth <= field.clientWidth"))
                    .isEqualTo(true);
            title.press("Enter");
            page.keyboard().type(" More");
            assertThat(page.locator(".cm-content")).hasText("Words. More");
            title.fill("On two\nlines");
            assertThat(title).hasValue("On two lines");
        }
    }

    @Test
    void a_cover_is_chosen_from_the_library_with_what_it_shows() {
        try (BrowserContext visit = signedIn("ada")) {
            Page page = visit.newPage();
            page.navigate(at("/admin/media"));
            page.getByLabel("Bring pictures").setInputFiles(TrialPictures.png("heron.png", 60));
            page.locator(".media-name").getByText("heron.png").click();
            page.getByLabel("What it shows").fill("A heron at the lake");
            press(page, "Save");
            begin(page, "A post with a cover", "Words.");
            page.locator("#panel summary").click();

            press(page, "Choose from the library");
            page.getByLabel("Words of its name or description").fill("heron");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("A heron at the lake"))
                    .click();

            assertThat(page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Cover picture")))
                    .hasValue(Pattern.compile("/media/.+-60x30\\.png"));
            assertThat(page.getByLabel("What the cover shows")).hasValue("A heron at the lake");
            press(page, "Publish now");
            assertThat(page.locator(".said")).hasText("Published. Readers see it now.");
            page.navigate(at("/a-post-with-a-cover"));
            assertThat(page.getByAltText("A heron at the lake")).isVisible();
        }
    }

    @Test
    void a_link_to_another_post_is_found_by_its_title_with_the_keyboard_alone() {
        try (BrowserContext visit = signedIn("ada")) {
            Page page = visit.newPage();
            begin(page, "A post to link to", "Words.");
            begin(page, "A post that links", "See ");
            page.keyboard().press("Control+k");
            page.getByLabel("Words of its title").fill("to link to");
            assertThat(page.locator("dialog li")).hasCount(1);
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");

            assertThat(page.locator(".cm-content")).hasText("See [A post to link to](/a-post-to-link-to)");
        }
    }

    @Test
    void the_preview_shows_what_readers_will_see_and_runs_nothing() {
        try (BrowserContext visit = signedIn("ada")) {
            Page page = visit.newPage();
            begin(page, "A previewed post", "It is **so**. <script>top.harm = true</script>");
            page.getByText("Preview", new Page.GetByTextOptions().setExact(true))
                    .click();

            assertThat(page.frameLocator("iframe.preview").locator("strong")).hasText("so");
            assertThat(page.evaluate("'harm' in window")).isEqualTo(false);
        }
    }

    @Test
    void somebody_without_an_account_reads_by_a_preview_link() {
        try (BrowserContext visit = signedIn("ada");
                BrowserContext stranger = BROWSER.visit()) {
            Page page = visit.newPage();
            begin(page, "A shared draft", "Not for everybody.");
            page.locator("#panel summary").click();
            press(page, "Make a preview link");
            String said = page.locator(".said").innerText();
            String path = said.substring(said.indexOf("/preview/"));

            Page reader = stranger.newPage();
            var answer = reader.navigate(at(path));

            assertThat(reader.locator("h1")).hasText("A shared draft");
            assertThat(answer.headerValue("cache-control")).isEqualTo("no-store");
            assertThat(reader.locator("meta[name=robots]")).hasAttribute("content", "noindex");
            press(page, "Revoke it");
            assertThat(reader.navigate(at(path)).status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void the_pages_of_the_desk_have_no_barrier(ColorScheme scheme) {
        try (BrowserContext visit = signedIn("ada", TrialBrowser.narrow(scheme));
                BrowserContext bob = signedIn("bob")) {
            Page page = visit.newPage();
            String post = begin(page, "A post without barriers, " + scheme, "One word.");
            Page his = bob.newPage();
            his.navigate(post);
            type(his, "Another. ");
            assertThat(saving(his)).hasText(SAVED);
            type(page, "A third. ");
            assertThat(page.locator("#conflict")).isVisible();
            TrialBrowser.requireSound(page);
            page.getByText("Take yours").click();
            assertThat(saving(page)).hasText(SAVED);
            for (String path : List.of(
                    "/admin/posts",
                    "/admin/posts?status=draft",
                    "/admin/posts/new",
                    post,
                    post + "/revisions",
                    post + "/revisions/2?from=1")) {
                page.navigate(path.startsWith("/") ? at(path) : path);
                TrialBrowser.requireSound(page);
            }
            page.navigate(post);
            page.locator("#panel summary").click();
            TrialBrowser.requireSound(page);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void what_opens_in_the_editor_has_no_barrier_at_any_width(ColorScheme scheme) {
        try (BrowserContext visit = signedIn("ada", TrialBrowser.narrow(scheme))) {
            Page page = visit.newPage();
            begin(page, "An editor without barriers, " + scheme, "One word.");
            page.locator(".cm-content").click();
            page.keyboard().press("Control+f");
            page.locator(".cm-search").waitFor();
            TrialBrowser.requireNoBarrierAtAnyWidth(page);
            for (String tool : List.of("Outline", "Link to a post", "Picture", "Keys")) {
                press(page, tool);
                page.locator("dialog").waitFor();
                TrialBrowser.requireNoBarrierAtAnyWidth(page);
                page.keyboard().press("Escape");
            }
            press(page, "Preview");
            assertThat(page.frameLocator("iframe.preview").locator(".prose")).hasText("One word.");
            assertThat(page.frameLocator("iframe.preview").locator("html")).hasAttribute("lang", "en");
            TrialBrowser.requireNoBarrierAtAnyWidth(page);
        }
    }

    /** Drops files onto an element; of a picture its size is given, of another file its words. */
    private static void drop(Page page, String selector, Map<String, String> files) {
        page.locator(selector).evaluate("""
                async (element, files) => {
                    const transfer = new DataTransfer();
                    for (const name of Object.keys(files).sort()) {
                        const [width, height] = files[name].split("x").map(Number);
                        const canvas = name.endsWith(".png") && new OffscreenCanvas(width, height);
                        canvas && canvas.getContext("2d").fillRect(0, 0, width, height);
                        transfer.items.add(canvas
                            ? new File([await canvas.convertToBlob()], name, { type: "image/png" })
                            : new File([files[name]], name, { type: "text/plain" }));
                    }
                    const range = document.createRange();
                    range.selectNodeContents(element);
                    const words = range.getBoundingClientRect();
                    element.dispatchEvent(new DragEvent("drop", {
                        dataTransfer: transfer, clientX: words.right, clientY: words.top + words.height / 2,
                        bubbles: true, cancelable: true,
                    }));
                }
                """, files);
    }

    /** A draft that is saved; its address. */
    private static String begin(Page page, String title, String words) {
        page.navigate(at("/admin/posts/new"));
        page.getByLabel("Title").fill(title);
        type(page, words);
        assertThat(saving(page)).hasText(SAVED);
        assertThat(page).hasURL(POST);
        return page.url();
    }

    /** At the beginning of the text, as somebody types. */
    /** The last save of a page that closes may reach the blog, because it is offline only as long as the test holds it. */
    private static void closeUnheard(Page page) {
        page.evaluate("() => { window.fetch = () => Promise.reject(new TypeError()); }");
        page.close();
    }

    private static void type(Page page, String words) {
        page.locator(".cm-content").click();
        page.keyboard().press("Control+Home");
        page.keyboard().type(words);
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static void tabTo(Page page, String condition) {
        for (int presses = 0; presses < 60; presses++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate(condition))) {
                return;
            }
        }
        throw new AssertionError("The keyboard never gets there: " + condition);
    }

    private static Locator saving(Page page) {
        return page.locator("#saving");
    }

    private static BrowserContext signedIn(String name) {
        return signedIn(name, new NewContextOptions());
    }

    private static BrowserContext signedIn(String name, NewContextOptions options) {
        return TrialPeople.signedIn(BROWSER, blog, name, options);
    }

    private static String at(String path) {
        return blog.address() + path;
    }
}

package dev.waxwing.bootstrap;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.waxwing.domain.account.Role;
import java.nio.charset.StandardCharsets;
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

/** The library in a real browser, where {@code /usr/bin/chromium} is installed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MediaDeskBrowserTest {
    @RegisterExtension
    static final TrialBrowser BROWSER = new TrialBrowser();

    @TempDir
    static Path data;

    private static Blog blog;

    @BeforeAll
    static void open() {
        Settings settings = Settings.read(data, DemoContent.SETTINGS, Map.of(), Map.of(Setting.PORT, "0"));
        blog = Blog.start(BlogConfig.of(data, settings), house -> TrialPeople.register(house, "Ada", Role.CONTRIBUTOR));
    }

    @AfterAll
    static void close() {
        blog.close();
    }

    @Test
    void a_chosen_picture_is_sent_at_once_and_stands_in_the_library() {
        try (BrowserContext visit = BROWSER.visit()) {
            Page page = signedIn(visit);

            page.getByLabel("Bring pictures").setInputFiles(TrialPictures.png("chosen.png", 700));

            assertThat(page.locator(".media-name").getByText("chosen.png")).isVisible();
            Object shown = page.locator(".media-card img")
                    .first()
                    .evaluate("picture => picture.decode().then(() => picture.currentSrc)");
            assertThat(shown.toString()).contains("-700x350-320w.png");
        }
    }

    @Test
    void a_dropped_picture_is_sent_too() {
        try (BrowserContext visit = BROWSER.visit()) {
            Page page = signedIn(visit);

            page.evaluate("""
                    async () => {
                        const canvas = document.createElement("canvas");
                        canvas.width = 40;
                        canvas.height = 30;
                        const blob = await new Promise((done) => canvas.toBlob(done));
                        const dropped = new DataTransfer();
                        dropped.items.add(new File([blob], "dropped.png", { type: "image/png" }));
                        document.body.dispatchEvent(
                            new DragEvent("drop", { dataTransfer: dropped, bubbles: true, cancelable: true }));
                    }
                    """);

            assertThat(page.locator(".media-name").getByText("dropped.png")).isVisible();
        }
    }

    @Test
    void a_refused_file_is_said_in_words() {
        try (BrowserContext visit = BROWSER.visit()) {
            Page page = signedIn(visit);

            page.getByLabel("Bring pictures")
                    .setInputFiles(
                            new FilePayload("drawing.svg", "image/svg+xml", "<svg/>".getBytes(StandardCharsets.UTF_8)));

            assertThat(page.locator("#upload-state")).containsText("drawing.svg: SVG pictures can carry programs");
        }
    }

    @Test
    void without_scripts_a_picture_is_brought_and_described() {
        try (BrowserContext visit = BROWSER.visit(TrialBrowser.withoutScripts())) {
            Page page = signedIn(visit);
            page.getByLabel("Bring pictures").setInputFiles(TrialPictures.png("plain.png", 300));
            page.getByText("Upload", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator(".said")).hasText("1 file is in the library.");
            page.locator(".media-name").getByText("plain.png").click();

            page.getByLabel("What it shows").fill("Nothing but grey");
            page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();

            assertThat(page.locator(".said")).hasText("The description is saved.");
            assertThat(page.getByLabel("To show it in a post").inputValue()).startsWith("![Nothing but grey](/media/");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void the_library_has_no_barrier_and_never_scrolls_sideways(ColorScheme scheme) {
        try (BrowserContext visit = BROWSER.visit(TrialBrowser.narrow(scheme))) {
            Page page = signedIn(visit);
            page.waitForNavigation(() -> page.getByLabel("Bring pictures")
                    .setInputFiles(TrialPictures.png("a-long-name-without-any-blank-in-it.png", 500)));
            assertThat(page.locator(".media-name").first()).isVisible();
            TrialBrowser.requireSound(page);
            page.locator(".media-name").first().click();
            assertThat(page.getByLabel("What it shows")).isVisible();
            TrialBrowser.requireSound(page);
        }
    }

    private static Page signedIn(BrowserContext visit) {
        Page page = visit.newPage();
        page.navigate(at("/admin/media"));
        TrialPeople.fillIn(page, "Ada", TrialPeople.PASSWORD);
        page.waitForURL("**/admin/media");
        return page;
    }

    private static String at(String path) {
        return blog.address() + path;
    }
}

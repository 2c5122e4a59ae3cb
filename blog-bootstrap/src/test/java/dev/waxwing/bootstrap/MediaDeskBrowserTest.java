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
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import dev.waxwing.application.account.RegisterAccount;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.account.EmailAddress;
import dev.waxwing.domain.account.Password;
import dev.waxwing.domain.account.Role;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The library in a real browser, where {@code /usr/bin/chromium} is installed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MediaDeskBrowserTest {
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
                                Role.CONTRIBUTOR,
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
    void a_chosen_picture_is_sent_at_once_and_stands_in_the_library() {
        try (BrowserContext visit = browser.newContext()) {
            Page page = signedIn(visit);

            page.getByLabel("Bring pictures").setInputFiles(picture("chosen.png", 700));

            assertThat(page.locator(".media-name").getByText("chosen.png")).isVisible();
            Object shown = page.locator(".media-card img")
                    .first()
                    .evaluate("picture => picture.decode().then(() => picture.currentSrc)");
            assertThat(shown.toString()).contains("-700x350-320w.png");
        }
    }

    @Test
    void a_dropped_picture_is_sent_too() {
        try (BrowserContext visit = browser.newContext()) {
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
        try (BrowserContext visit = browser.newContext()) {
            Page page = signedIn(visit);

            page.getByLabel("Bring pictures")
                    .setInputFiles(
                            new FilePayload("drawing.svg", "image/svg+xml", "<svg/>".getBytes(StandardCharsets.UTF_8)));

            assertThat(page.locator("#upload-state")).containsText("drawing.svg: SVG pictures can carry programs");
        }
    }

    @Test
    void without_scripts_a_picture_is_brought_and_described() {
        try (BrowserContext visit = browser.newContext(new NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = signedIn(visit);
            page.getByLabel("Bring pictures").setInputFiles(picture("plain.png", 300));
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
    void the_pages_have_no_barrier(ColorScheme scheme) {
        try (BrowserContext visit = browser.newContext(new NewContextOptions()
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(320, 780))) {
            Page page = signedIn(visit);
            page.waitForNavigation(() -> page.getByLabel("Bring pictures")
                    .setInputFiles(picture("a-long-name-without-any-blank-in-it.png", 500)));
            assertThat(page.locator(".media-name").first()).isVisible();
            requireNoBarrier(page);
            page.locator(".media-name").first().click();
            assertThat(page.getByLabel("What it shows")).isVisible();
            requireNoBarrier(page);
            page.navigate(at("/admin/account/tokens"));
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
    }

    private static Page signedIn(BrowserContext visit) {
        Page page = visit.newPage();
        page.navigate(at("/admin/media"));
        page.getByLabel("E-mail address").fill("ada@example.org");
        page.getByLabel("Password").fill(PASSWORD);
        page.getByText("Sign in", new Page.GetByTextOptions().setExact(true))
                .last()
                .click();
        page.waitForURL("**/admin/media");
        return page;
    }

    private static FilePayload picture(String name, int width) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            BufferedImage grain = new BufferedImage(width, width / 2, BufferedImage.TYPE_INT_RGB);
            for (int i = 0; i < width * (width / 2); i++) {
                grain.setRGB(i % width, i / width, i * 7_919);
            }
            ImageIO.write(grain, "png", file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return new FilePayload(name, "image/png", file.toByteArray());
    }

    private static String at(String path) {
        return blog.address() + path;
    }
}

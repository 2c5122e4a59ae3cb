package dev.waxwing.bootstrap;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
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
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real browser for the tests of a class. Where {@code /usr/bin/chromium} is not installed, they are left out. */
final class TrialBrowser implements BeforeAllCallback, AfterAllCallback {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // Of two such lists only the last counts, so this has Playwright's own too.
            // The last three spare each window a process that nobody sees, for a menu below the address.
            "--disable-features=AvoidUnnecessaryBeforeUnloadCheckSync,BoundaryEventDispatchTracksNodeRemoval,"
                    + "DestroyProfileOnBrowserClose,DialMediaRouteProvider,GlobalMediaControls,HttpsUpgrades,LensOverlay,"
                    + "MediaRouter,PaintHolding,ThirdPartyStoragePartitioning,BlockOriginHeaderModificationOnRedirect,"
                    + "Translate,AutoDeElevate,OptimizationHints,"
                    + "WebUIOmniboxPopup,WebUIOmniboxFullPopup,WebUIOmniboxAimPopup");
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final List<Integer> WIDTHS = List.of(320, 768, 1440, 1920);
    private static final int HEIGHT = 780;
    private static final int PATIENCE = 20_000;

    private @Nullable Playwright playwright;
    private @Nullable Browser browser;

    @Override
    public void beforeAll(ExtensionContext test) {
        assumeTrue(Files.isExecutable(CHROMIUM), "Chromium is not installed");
        setDefaultAssertionTimeout(PATIENCE);
        Playwright started =
                Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        playwright = started;
        browser = started.chromium()
                .launch(new LaunchOptions().setExecutablePath(CHROMIUM).setArgs(FLAGS));
    }

    @Override
    public void afterAll(ExtensionContext test) {
        if (browser != null) {
            browser.close();
        }
        if (playwright != null) {
            playwright.close();
        }
    }

    /** A visit with cookies of its own. */
    BrowserContext visit() {
        return visit(new NewContextOptions());
    }

    BrowserContext visit(NewContextOptions options) {
        if (browser == null) {
            throw new IllegalStateException("The browser is not started yet");
        }
        BrowserContext visit = browser.newContext(options);
        visit.setDefaultTimeout(PATIENCE);
        return visit;
    }

    static NewContextOptions withoutScripts() {
        return new NewContextOptions().setJavaScriptEnabled(false);
    }

    /** The narrowest window, where nothing moves. */
    static NewContextOptions narrow(ColorScheme scheme) {
        return new NewContextOptions()
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(WIDTHS.get(0), HEIGHT);
    }

    /** What scripts fail with and the console reports from here on. An answer that refuses something is no fault. */
    static List<String> complaints(Page page) {
        List<String> complaints = new ArrayList<>();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                complaints.add(message.text());
            }
        });
        return complaints;
    }

    /** Fails if axe finds a barrier, or if the page scrolls sideways in a window of any width from narrow to very wide. */
    static void requireSound(Page page) {
        requireNoBarrier(page);
        requireNeverSideways(page);
    }

    /** What has to be well wherever it is opened, and not only in the narrowest window. */
    static void requireNoBarrierAtAnyWidth(Page page) {
        ViewportSize before = page.viewportSize();
        for (int width : List.of(320, 1440)) {
            page.setViewportSize(width, HEIGHT);
            requireNoBarrier(page);
        }
        page.setViewportSize(before.width, before.height);
    }

    static void requireNoBarrier(Page page) {
        assertThat(new AxeBuilder(page)
                        .withTags(RULES)
                        .setLegacyMode(true)
                        .analyze()
                        .getViolations())
                .as(page.url())
                .extracting(TrialBrowser::described)
                .isEmpty();
    }

    private static String described(Rule broken) {
        return broken.getId()
                + broken.getNodes().stream()
                        .map(node -> " " + node.getHtml() + " " + node.getFailureSummary())
                        .toList();
    }

    static void requireNeverSideways(Page page) {
        ViewportSize before = page.viewportSize();
        for (int width : WIDTHS) {
            page.setViewportSize(width, HEIGHT);
            assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as("%s at %d", page.url(), width)
                    .isEqualTo(0);
        }
        page.setViewportSize(before.width, before.height);
    }
}

package dev.waxwing.bootstrap;

import dev.waxwing.adapter.web.WebServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code waxwing serve}: runs the blog until it is stopped. */
@Command(
        name = "serve",
        description = "Runs the blog until it is stopped.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Every setting can also stand in waxwing.properties in the data folder, or in the environment "
                    + "(site.title=… there, WAXWING_SITE_TITLE=… here). Flags win, then the environment, then the file. "
                    + "What begins with site. is for a new blog; once settings are saved at the desk, those hold."
        })
final class ServeCommand implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    @Mixin
    private final DataFolder data = new DataFolder();

    @Option(names = "--host", paramLabel = "ADDRESS", description = "The address to listen at (default: 127.0.0.1).")
    private Optional<String> host = Optional.empty();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The port to listen at, 0 for any free one (default: 8080).")
    private Optional<String> port = Optional.empty();

    @Option(names = "--base-url", paramLabel = "URL", description = "The blog's address, such as https://example.org.")
    private Optional<String> baseUrl = Optional.empty();

    @Mixin
    private final DatabaseFlags database = new DatabaseFlags();

    @Option(names = "--log-format", paramLabel = "FORMAT", description = "text or json (default: text).")
    private Optional<String> logFormat = Optional.empty();

    @Option(
            names = "--log-access",
            paramLabel = "WHERE",
            description = "A line for each request: on, off, or a file (default: on with json, off with text).")
    private Optional<String> logAccess = Optional.empty();

    @Option(names = "--demo", description = "Fills an empty blog with the posts that come with Waxwing.")
    private boolean demo;

    @Override
    public void run() {
        Path folder = data.path(System.getenv());
        Settings settings = Settings.read(folder, demo ? DemoContent.SETTINGS : Map.of(), System.getenv(), flags());
        BlogConfig config = BlogConfig.of(folder, settings);
        LogSetup.Format format = LogSetup.Format.of(settings.get(Setting.LOG_FORMAT));
        WebServer.requireFree(config.host(), config.port());
        data.open(System.getenv());
        LogSetup.use(format, settings.get(Setting.LOG_ACCESS), folder);
        try (Blog blog = Blog.start(config, demo ? DemoContent::fill : house -> {})) {
            LOG.info(
                    "Waxwing {} serves {} from {}",
                    Version.current(),
                    blog.address(),
                    folder.toAbsolutePath().normalize());
            blog.setUpPage().ifPresent(page -> LOG.info("Nobody can sign in yet. Set the blog up at {}", page));
            awaitStop(blog);
        }
    }

    private Map<Setting, String> flags() {
        return database.given()
                .with(Setting.HOST, host)
                .with(Setting.PORT, port)
                .with(Setting.BASE_URL, baseUrl)
                .with(Setting.LOG_FORMAT, logFormat)
                .with(Setting.LOG_ACCESS, logAccess)
                .checked();
    }

    /** The process ends when the hook has run, so the hook itself closes the blog; the main thread only waits. */
    private static void awaitStop(Blog blog) {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            LOG.info("Stopping");
                            blog.close();
                            stopped.countDown();
                        },
                        "shutdown"));
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

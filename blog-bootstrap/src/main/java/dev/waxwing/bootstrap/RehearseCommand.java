package dev.waxwing.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/**
 * {@code waxwing rehearse}: serves the demo blog from a folder for as long as it takes to read a page of each kind. The
 * launcher has it done twice, and records which classes the second time needs, so that they are prepared when later starts
 * ask for them: what only writing or an empty database needs would be a quarter of the memory of the archive.
 */
@Command(name = "rehearse", description = "Starts the demo blog, reads its pages and stops.", hidden = true)
final class RehearseCommand implements Callable<Integer> {
    private static final Map<Setting, String> FLAGS = Map.of(Setting.HOST, "127.0.0.1", Setting.PORT, "0");
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"]*)\"");
    private static final int MOST_LINKS = 25;

    @Parameters(paramLabel = "FOLDER", description = "Where the demo blog is; it is made in an empty folder.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        Settings settings = Settings.read(folder, DemoContent.SETTINGS, Map.of(), FLAGS);
        try (Blog blog = Blog.start(BlogConfig.of(folder, settings), DemoContent::fill)) {
            URI site = URI.create("http://127.0.0.1:%d/".formatted(blog.port()));
            Stream<String> linked = LINK.matcher(read(site)).results().map(link -> link.group(1));
            Stream<String> others = Stream.of("/archive", "/feed.json", "/metrics", "/search?q=blog", "/nothing-here");
            for (String path :
                    Stream.concat(others, linked.distinct().limit(MOST_LINKS)).toList()) {
                read(site.resolve(path));
            }
        }
        return ExitCode.OK;
    }

    /** The page; empty if there is none. With a client that loads no more classes than it must. */
    private static String read(URI address) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            return "";
        }
        try (InputStream page = connection.getInputStream()) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

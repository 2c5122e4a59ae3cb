package dev.waxwing.bootstrap;

import dev.waxwing.adapter.archive.MarkdownFolder;
import dev.waxwing.application.archive.ImportArchive;
import dev.waxwing.application.archive.ImportListener;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.shared.LanguageTag;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The posts that come with Waxwing: a folder of Markdown in the jar, imported like any other. */
final class DemoContent {
    /** What the demo blog says of itself, unless it is configured otherwise. */
    static final Map<Setting, String> SETTINGS = Map.of(
            Setting.SITE_TITLE, "Root to Route",
            Setting.SITE_TAGLINE, "A system administrator becomes a backend developer, and writes down what holds.");

    private static final Logger LOG = LoggerFactory.getLogger(DemoContent.class);
    private static final String FOLDER = "/demo";
    private static final String AUTHOR = "Robin Hale";

    private DemoContent() {}

    /** Fills a blog in which nothing has ever happened; leaves any other alone. */
    static void fill(House house) {
        if (!house.isNew()) {
            LOG.info("The blog is not empty, so the demo posts were left out");
            return;
        }
        URL folder = DemoContent.class.getResource(FOLDER);
        if (folder == null) {
            throw new IllegalStateException("The program is incomplete: " + FOLDER + " is missing");
        }
        try {
            importFrom(folder.toURI(), house);
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("The demo posts cannot be read", e);
        }
    }

    private static void importFrom(URI folder, House house) throws IOException {
        if (!folder.getScheme().equals("jar")) {
            importFrom(Path.of(folder), house);
            return;
        }
        try (TemporaryFolder unpacked = TemporaryFolder.named("waxwing-demo");
                FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
            copy(jar.getPath(FOLDER), unpacked.path());
            importFrom(unpacked.path(), house);
        }
    }

    private static void copy(Path folder, Path target) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Path copy = target.resolve(folder.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    private static void importFrom(Path folder, House house) {
        MarkdownFolder posts = MarkdownFolder.at(
                folder,
                new MarkdownFolder.Options(
                        Optional.of("demo"),
                        Optional.empty(),
                        Optional.<ZoneId>of(ZoneOffset.UTC),
                        ZoneOffset.UTC,
                        Optional.of(LanguageTag.ENGLISH),
                        LanguageTag.ENGLISH,
                        MarkdownFolder.AuthorNames.AS_WRITTEN,
                        Clock.systemUTC().instant()));
        house.importArchive()
                .handle(new ImportArchive.Command(
                        Actor.operator(), posts, ImportArchive.Mode.STORE, AUTHOR, new ImportListener() {}));
    }
}

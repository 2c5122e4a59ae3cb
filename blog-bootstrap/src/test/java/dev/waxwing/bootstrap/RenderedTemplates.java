package dev.waxwing.bootstrap;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.waxwing.adapter.web.shared.JteRenderer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** The templates from which pages were made since this was opened, as the log has them. */
final class RenderedTemplates extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private static final Path ALL = Path.of("..", "blog-adapter-web", "src", "main", "jte");
    private static final Logger LOG = (Logger) LoggerFactory.getLogger(JteRenderer.class);

    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    private RenderedTemplates() {}

    static RenderedTemplates open() {
        RenderedTemplates templates = new RenderedTemplates();
        LOG.setLevel(Level.DEBUG);
        LOG.setAdditive(false);
        templates.start();
        LOG.addAppender(templates);
        return templates;
    }

    @Override
    protected void append(ILoggingEvent line) {
        seen.add(line.getArgumentArray()[1].toString());
    }

    Set<String> seen() {
        return Set.copyOf(seen);
    }

    /** Those that make a page of the desk. */
    static Set<String> ofTheDesk() throws IOException {
        try (Stream<Path> files = Files.walk(ALL)) {
            return files.filter(file -> file.toString().endsWith(".jte") && isDesk(file))
                    .map(file -> ALL.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toSet());
        }
    }

    private static boolean isDesk(Path template) {
        try {
            return Files.readString(template).contains("@template.shared.desk(");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        LOG.detachAppender(this);
        LOG.setLevel(null);
        LOG.setAdditive(true);
    }
}

package dev.waxwing.bootstrap;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is logged, and how: lines of text for people, or JSON for programs, each with the number of the request it belongs
 * to. In code and not in XML, which would cost a parser at every start.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {
    /** Whatever a message says, it is one line; and what a failure says begins none, but for the frames of its stack. */
    private static final String TEXT = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%X{request:--}] %logger{0}: "
            + "%replace(%msg){'[\\r\\n\\u0085\\u2028\\u2029]+', ' | '}%n"
            + "%replace(%ex{short}){'(\\R)(?=[^\\t\\r\\n])(?!Caused by: )', '$1| '}";

    /** The name under which the network edge writes a line for each request. */
    private static final String REQUESTS = "access";

    private static final int DAYS_KEPT = 14;
    private static final FileSize LARGEST_FILE = new FileSize(50 * FileSize.MB_COEFFICIENT);
    private static final FileSize LARGEST_FORMER_FILES = new FileSize(500 * FileSize.MB_COEFFICIENT);

    /** How a line of the log looks. */
    enum Format {
        TEXT,
        JSON;

        /** @throws Refusal if there is no such format */
        static Format of(String name) {
            return switch (name) {
                case "text" -> TEXT;
                case "json" -> JSON;
                default -> throw new Refusal("The log-format must be text or json, not '%s'".formatted(name));
            };
        }
    }

    /** Changes the format of the lines to come. No request is written down. */
    static void use(Format format) {
        use(format, "off", Path.of(""));
    }

    /**
     * Changes the format of the lines to come, and where a line for each request goes.
     *
     * @param access {@code on}, {@code off}, a file, or empty for those that programs read
     * @param folder where the file is, unless its path is absolute
     * @throws Refusal if the file cannot be written
     */
    static void use(Format format, String access, Path folder) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            apply(context, format);
            applyAccess(context, format, access, folder);
        }
    }

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        apply(context, Format.TEXT);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static void apply(LoggerContext context, Format format) {
        context.reset();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setTarget("System.err");
        console.setEncoder(encoder(context, format));
        console.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(console);
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        context.getLogger("dev.waxwing").setLevel(Level.INFO);
    }

    private static void applyAccess(LoggerContext context, Format format, String access, Path folder) {
        ch.qos.logback.classic.Logger requests = context.getLogger(REQUESTS);
        switch (access) {
            case "off" -> requests.setLevel(Level.OFF);
            case "on" -> requests.setLevel(Level.INFO);
            case "" -> requests.setLevel(format == Format.JSON ? Level.INFO : Level.OFF);
            default -> {
                requests.setLevel(Level.INFO);
                requests.setAdditive(false);
                requests.addAppender(file(context, format, folder.resolve(access)));
            }
        }
    }

    /** A file a day, or more if there is more to write; those of two weeks are kept, or as many as there is room for. */
    private static RollingFileAppender<ILoggingEvent> file(LoggerContext context, Format format, Path path) {
        RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
        file.setContext(context);
        file.setFile(path.toString());
        file.setEncoder(encoder(context, format));
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> daily = new SizeAndTimeBasedRollingPolicy<>();
        daily.setContext(context);
        daily.setParent(file);
        daily.setFileNamePattern(path + ".%d{yyyy-MM-dd}.%i");
        daily.setMaxFileSize(LARGEST_FILE);
        daily.setTotalSizeCap(LARGEST_FORMER_FILES);
        daily.setMaxHistory(DAYS_KEPT);
        daily.start();
        file.setRollingPolicy(daily);
        file.start();
        if (!file.isStarted()) {
            throw new Refusal(
                    "The file '%s' for log-access cannot be written; check whose its folder is, or write on or off"
                            .formatted(path));
        }
        return file;
    }

    private static Encoder<ILoggingEvent> encoder(LoggerContext context, Format format) {
        if (format == Format.JSON) {
            JsonLines json = new JsonLines();
            json.setContext(context);
            json.start();
            return json;
        }
        PatternLayoutEncoder text = new PatternLayoutEncoder();
        text.setContext(context);
        text.setPattern(TEXT);
        text.start();
        return text;
    }
}

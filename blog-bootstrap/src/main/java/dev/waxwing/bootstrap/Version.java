package dev.waxwing.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which Waxwing this is. */
public final class Version implements IVersionProvider {
    private static final String RESOURCE = "/dev/waxwing/bootstrap/version.properties";

    /** The version as the build wrote it, such as {@code 0.1.0}. */
    public static String current() {
        try (InputStream resource = Version.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("The program is incomplete: " + RESOURCE + " is missing");
            }
            Properties properties = new Properties();
            properties.load(resource);
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "Waxwing " + current(),
            "Java %s (%s)".formatted(System.getProperty("java.version"), System.getProperty("java.vm.name"))
        };
    }
}

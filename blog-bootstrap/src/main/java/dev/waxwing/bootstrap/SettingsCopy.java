package dev.waxwing.bootstrap;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The settings of {@code waxwing.properties} that go into a backup: no secret, and nothing that says where the database is. */
final class SettingsCopy {
    private static final Pattern LEFT_OUT = Pattern.compile("jdbc-.*|.*(password|secret|token|key)");

    private SettingsCopy() {}

    /** Lines in the order of the keys; nothing if there is no file. */
    static String of(Path folder) {
        Path file = folder.resolve(Settings.FILE);
        if (!Files.exists(file)) {
            return "";
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new Refusal("The file %s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
        StringBuilder lines = new StringBuilder();
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            if (!LEFT_OUT.matcher(key).matches()) {
                lines.append(key)
                        .append('=')
                        .append(escaped(properties.getProperty(key)))
                        .append('\n');
            }
        }
        return lines.toString();
    }

    private static String escaped(String value) {
        return value.strip().replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }
}

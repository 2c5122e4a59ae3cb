package dev.waxwing.bootstrap;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

/** The values of all settings: defaults, then {@code waxwing.properties}, then the environment, then flags. */
public final class Settings {
    static final String FILE = "waxwing.properties";

    private final Map<Setting, String> values = new EnumMap<>(Setting.class);

    private Settings() {}

    /** As flags say, and nothing else. */
    static Settings of(Map<Setting, String> flags) {
        Settings settings = new Settings();
        settings.values.putAll(flags);
        return settings;
    }

    /**
     * @param folder the data folder, where the file is read if there is one
     * @param demo values that take the place of defaults
     * @throws Refusal if a key or variable is unknown, or the file cannot be read
     */
    static Settings read(
            Path folder, Map<Setting, String> demo, Map<String, String> environment, Map<Setting, String> flags) {
        Settings settings = new Settings();
        settings.values.putAll(demo);
        settings.readFile(folder.resolve(FILE));
        environment.forEach((name, value) ->
                Setting.ofVariable(name).ifPresent(setting -> settings.values.put(setting, value.strip())));
        settings.values.putAll(flags);
        return settings;
    }

    public String get(Setting setting) {
        return values.getOrDefault(setting, setting.byDefault());
    }

    /** @throws Refusal if it is no whole number from {@code least} to {@code most} */
    int number(Setting setting, int least, int most) {
        String value = get(setting);
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // answered below, in the words of the setting
        }
        throw new Refusal(
                "The %s must be a number from %d to %d, not '%s'".formatted(setting.key(), least, most, value));
    }

    private void readFile(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new Refusal("The file %s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
        for (String key : properties.stringPropertyNames()) {
            values.put(Setting.ofKey(key), properties.getProperty(key).strip());
        }
    }
}

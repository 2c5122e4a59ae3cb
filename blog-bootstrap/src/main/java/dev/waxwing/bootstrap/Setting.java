package dev.waxwing.bootstrap;

import dev.waxwing.adapter.web.TrustedProxies;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everything that can be configured: its key in {@code waxwing.properties}, its environment variable and its default. What is
 * said of the site holds until settings are saved at the desk.
 */
public enum Setting {
    HOST("host", "127.0.0.1", "the address to listen at"),
    PORT("port", "8080", "the port to listen at, 0 for any free one"),
    BASE_URL("base-url", "", "where readers find the blog, such as https://example.org; by default host and port"),
    TRUSTED_PROXIES(
            "trusted-proxies",
            TrustedProxies.USUAL,
            "the proxies that are believed when they say for whom they ask: addresses and networks, or none"),
    DEMAND_CODES(
            "demand-codes",
            "nobody",
            "who has to sign in with a code of a device as well: nobody, administrators, editors and those, or everybody"),
    SECURITY_CONTACT(
            "security-contact", "", "where weaknesses are to be told: a mail address, or an address with https"),
    JDBC_URL("jdbc-url", "", "a PostgreSQL database (jdbc:postgresql://…); by default H2 in the data folder"),
    JDBC_USER("jdbc-user", "", "the user of that database"),
    JDBC_PASSWORD("jdbc-password", "", "and the password; keep it in the environment or in the file"),
    MEDIA_FOLDER("media-folder", "", "where pictures and other files are kept; by default media in the data folder"),
    DRAIN_SECONDS("drain-seconds", "0", "how long it serves on when told to stop, and says at /readyz that it will"),
    CDN_SECONDS("cdn-seconds", "0", "how long a CDN in front may keep pages; 0 if there is none"),
    BACKUP_EVERY("backup.every", "1d", "how often a backup is made, such as 12h or 1d; never for none"),
    BACKUP_KEEP("backup.keep", "3 daily, 2 weekly", "which of those are kept"),
    LOG_FORMAT("log-format", "text", "text or json"),
    LOG_ACCESS("log-access", "", "a line for each request: on, off, or a file; by default on with json, off with text"),
    METRICS_TOKEN("metrics-token", "", "what opens /metrics; without one only this machine may read it, on trial"),
    SITE_TITLE("site.title", "A new blog", "the blog's title"),
    SITE_TAGLINE("site.tagline", "", "a line below the title"),
    SITE_LANGUAGE("site.language", "en", "its language, such as en, de-AT or ja"),
    SITE_ZONE("site.zone", "UTC", "its time zone, such as Europe/Vienna"),
    SITE_POSTS_PER_PAGE("site.posts-per-page", "10", "how many posts a page lists, 1 to 100");

    private static final String PREFIX = "WAXWING_";

    private final String key;
    private final String byDefault;
    private final String meaning;

    Setting(String key, String byDefault, String meaning) {
        this.key = key;
        this.byDefault = byDefault;
        this.meaning = meaning;
    }

    public String key() {
        return key;
    }

    public String byDefault() {
        return byDefault;
    }

    public String meaning() {
        return meaning;
    }

    /** The name of its environment variable, such as {@code WAXWING_SITE_TITLE}. */
    public String variable() {
        return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** @throws Refusal if there is no such key, with the key that was probably meant */
    static Setting ofKey(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst()
                .orElseThrow(() -> unknown("setting", key, Setting::key));
    }

    /** The setting behind an environment variable; empty if the variable is not one of ours. */
    static Optional<Setting> ofVariable(String name) {
        if (!name.startsWith(PREFIX) || name.equals(PREFIX + "DATA")) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(values())
                .filter(setting -> setting.variable().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown("environment variable", name, Setting::variable)));
    }

    private static Refusal unknown(String what, String name, Function<Setting, String> spelling) {
        String nearest =
                Spelling.nearest(name, Arrays.stream(values()).map(spelling)).orElseThrow();
        return new Refusal("There is no %s '%s'; did you mean '%s'?".formatted(what, name, nearest));
    }
}

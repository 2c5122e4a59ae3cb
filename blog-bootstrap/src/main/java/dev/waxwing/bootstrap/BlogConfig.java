package dev.waxwing.bootstrap;

import dev.waxwing.adapter.web.TrustedProxies;
import dev.waxwing.adapter.web.site.SecurityContact;
import dev.waxwing.application.account.CodesDemand;
import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.WebAddress;
import dev.waxwing.domain.site.Site;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * Everything the composition root needs to know, checked.
 *
 * @param data the folder that holds all state
 * @param media the folder of pictures and other files, which several nodes share
 * @param port 0 for any free one
 * @param drain how long it serves on when it is told to stop
 * @param proxies who is believed when it says for whom it asks
 * @param codes of whom codes are demanded beside the password
 * @param weaknesses where somebody who finds one is to tell it, if it is said
 * @param metricsToken what opens the figures; empty if nothing does
 * @param baseUrl where readers find the blog, if it is said
 * @param backups when the server makes backups, and which it keeps
 * @param database the PostgreSQL database, or nothing for H2 in the data folder
 */
public record BlogConfig(
        Path data,
        Path media,
        String host,
        int port,
        Duration drain,
        Duration cdn,
        TrustedProxies proxies,
        CodesDemand codes,
        Optional<SecurityContact> weaknesses,
        String metricsToken,
        Optional<WebAddress> baseUrl,
        Optional<Database> database,
        BackupPlan backups,
        SiteText site) {
    private static final String MEDIA = "media";
    private static final int SECONDS_OF_AN_HOUR = 3_600;
    private static final int SECONDS_OF_A_YEAR = 31_536_000;
    private static final int HIGHEST_PORT = 65_535;
    private static final int SHORTEST_TOKEN = 16;
    private static final int MOST_POSTS_PER_PAGE = 100;

    /** Where a PostgreSQL database is and who asks it. */
    public record Database(String url, String user, String password) {}

    /** What the blog says of itself until somebody saves its settings at the desk. */
    public record SiteText(String title, String tagline, LanguageTag language, ZoneId zone, int postsPerPage) {}

    /**
     * As the file in the data folder, the environment and the flags of a command say.
     *
     * @throws Refusal if one of them has something that is no setting, or a value breaks its rule
     */
    static BlogConfig read(Path data, Map<Setting, String> flags) {
        return of(data, Settings.read(data, Map.of(), System.getenv(), flags));
    }

    /** @throws Refusal if a value breaks its rule */
    static BlogConfig of(Path data, Settings settings) {
        BlogConfig config = new BlogConfig(
                data,
                data.resolve(given(settings, Setting.MEDIA_FOLDER).orElse(MEDIA)),
                settings.get(Setting.HOST),
                settings.number(Setting.PORT, 0, HIGHEST_PORT),
                Duration.ofSeconds(settings.number(Setting.DRAIN_SECONDS, 0, SECONDS_OF_AN_HOUR)),
                Duration.ofSeconds(settings.number(Setting.CDN_SECONDS, 0, SECONDS_OF_A_YEAR)),
                proxies(settings.get(Setting.TRUSTED_PROXIES)),
                codes(settings.get(Setting.DEMAND_CODES)),
                given(settings, Setting.SECURITY_CONTACT).map(BlogConfig::contact),
                metricsToken(settings),
                given(settings, Setting.BASE_URL).map(BlogConfig::address),
                given(settings, Setting.JDBC_URL).map(url -> database(url, settings)),
                BackupPlan.of(settings),
                new SiteText(
                        settings.get(Setting.SITE_TITLE),
                        settings.get(Setting.SITE_TAGLINE),
                        language(settings),
                        zone(settings),
                        settings.number(Setting.SITE_POSTS_PER_PAGE, 1, MOST_POSTS_PER_PAGE)));
        // What the site refuses is refused before anything is made.
        config.site(config.port());
        return config;
    }

    /** The same with its state in another folder. */
    BlogConfig in(Path other) {
        return new BlogConfig(
                other,
                other.resolve(MEDIA),
                host,
                port,
                drain,
                cdn,
                proxies,
                codes,
                weaknesses,
                metricsToken,
                baseUrl,
                database,
                backups,
                site);
    }

    /** The site as readers find it when the server listens at this port. */
    Site site(int listeningPort) {
        WebAddress address = baseUrl.orElseGet(() -> listening(listeningPort));
        try {
            return Site.of(site.title(), site.tagline(), address, site.language(), site.zone(), site.postsPerPage());
        } catch (BlogException.Invalid e) {
            throw new Refusal("The settings of the site are wrong: " + e.getMessage(), e);
        }
    }

    private WebAddress listening(int listeningPort) {
        String shown = host.contains(":") ? "[" + host + "]" : host;
        try {
            return new WebAddress("http://%s:%d".formatted(shown, listeningPort));
        } catch (BlogException.Invalid e) {
            throw new Refusal(
                    "The host '%s' is no address of this machine, nor a name of one; write for example 127.0.0.1"
                            .formatted(host),
                    e);
        }
    }

    private static Optional<String> given(Settings settings, Setting setting) {
        return Optional.of(settings.get(setting)).filter(value -> !value.isEmpty());
    }

    private static String metricsToken(Settings settings) {
        String token = settings.get(Setting.METRICS_TOKEN);
        if (!token.isEmpty() && token.length() < SHORTEST_TOKEN) {
            throw new Refusal("The metrics-token must have %d characters or more; choose them at random"
                    .formatted(SHORTEST_TOKEN));
        }
        return token;
    }

    private static WebAddress address(String value) {
        try {
            return new WebAddress(value);
        } catch (BlogException.Invalid e) {
            throw new Refusal("The base-url is wrong: " + e.getMessage(), e);
        }
    }

    private static TrustedProxies proxies(String value) {
        try {
            return TrustedProxies.of(value);
        } catch (BlogException.Invalid e) {
            throw new Refusal("The trusted-proxies are wrong: " + e.getMessage(), e);
        }
    }

    private static CodesDemand codes(String value) {
        return switch (value) {
            case "nobody" -> CodesDemand.ofNobody();
            case "administrators" -> CodesDemand.from(Role.ADMINISTRATOR);
            case "editors" -> CodesDemand.from(Role.EDITOR);
            case "everybody" -> CodesDemand.from(Role.CONTRIBUTOR);
            default ->
                throw new Refusal("The demand-codes must be nobody, administrators, editors or everybody, not '%s'"
                        .formatted(value));
        };
    }

    private static SecurityContact contact(String value) {
        try {
            return SecurityContact.of(value);
        } catch (BlogException.Invalid e) {
            throw new Refusal("The security-contact is wrong: " + e.getMessage(), e);
        }
    }

    private static Database database(String url, Settings settings) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new Refusal("The jdbc-url must start with jdbc:postgresql:, not '%s'".formatted(url));
        }
        return new Database(url, settings.get(Setting.JDBC_USER), settings.get(Setting.JDBC_PASSWORD));
    }

    private static LanguageTag language(Settings settings) {
        try {
            return new LanguageTag(settings.get(Setting.SITE_LANGUAGE));
        } catch (BlogException.Invalid e) {
            throw new Refusal("The site.language is wrong: " + e.getMessage(), e);
        }
    }

    private static ZoneId zone(Settings settings) {
        String zone = settings.get(Setting.SITE_ZONE);
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new Refusal(
                    "The site.zone '%s' is not known; write for example UTC or Europe/Vienna".formatted(zone), e);
        }
    }
}

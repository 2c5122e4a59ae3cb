package dev.waxwing.adapter.archive;

import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.LanguageTag;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A blog's folder, by the habits of the software that made it.
 *
 * @param languages the names of folders and suffixes that stand for languages
 * @param sections the folders in which articles stand when pages stand beside them; empty if nothing tells
 * @param hosts under which the blog was found
 * @param now at which a future date is one
 */
record Site(
        Generator generator,
        SiteConfig config,
        ZoneId zone,
        LanguageTag language,
        Set<String> languages,
        Set<String> sections,
        Set<String> hosts,
        MarkdownFolder.AuthorNames authorNames,
        Instant now) {

    private static final Set<String> ARTICLE_SECTIONS = Set.of("post", "posts", "blog", "article", "articles", "news");
    private static final Set<String> ALL_LANGUAGES =
            Arrays.stream(Locale.getISOLanguages()).collect(Collectors.toUnmodifiableSet());

    static Site of(Generator generator, SiteConfig config, MarkdownFolder.Options options, FolderShape shape) {
        LanguageTag language = options.language()
                .or(() -> config.text(
                                "defaultcontentlanguage",
                                "default_language",
                                "languagecode",
                                "lang",
                                "locale",
                                "default_lang",
                                "language")
                        .flatMap(Site::languageTag))
                .orElse(options.fallbackLanguage());
        ZoneId zone = options.zone()
                .or(() -> config.text("timezone").flatMap(Site::zone))
                .orElse(options.fallbackZone());
        return new Site(
                generator,
                config,
                zone,
                language,
                languages(config, shape),
                sections(shape),
                hosts(config, options),
                options.authorNames(),
                options.now());
    }

    /** The underscore of {@code en_US} is read as a hyphen. */
    static Optional<LanguageTag> languageTag(String name) {
        try {
            return Optional.of(new LanguageTag(name.replace('_', '-').replaceFirst("\\..*$", "")));
        } catch (BlogException.Invalid noLanguage) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException noZone) {
            return Optional.empty();
        }
    }

    private static Set<String> languages(SiteConfig config, FolderShape shape) {
        Set<String> languages = new HashSet<>(config.table("languages").keySet());
        Set<String> folders =
                shape.topFolders().stream().filter(Site::looksLikeLanguage).collect(Collectors.toSet());
        if (folders.size() > 1) {
            languages.addAll(folders);
        }
        return languages;
    }

    static boolean looksLikeLanguage(String name) {
        String first = name.toLowerCase(Locale.ROOT).replaceFirst("[-_].*$", "");
        return name.length() <= 7
                && ALL_LANGUAGES.contains(first)
                && languageTag(name).isPresent();
    }

    private static Set<String> sections(FolderShape shape) {
        return shape.folders().stream().filter(ARTICLE_SECTIONS::contains).collect(Collectors.toSet());
    }

    private static Set<String> hosts(SiteConfig config, MarkdownFolder.Options options) {
        Set<String> hosts = new HashSet<>();
        options.siteUrl().flatMap(address -> host(address.value())).ifPresent(hosts::add);
        config.text("url", "baseurl", "base_url", "siteurl").flatMap(Site::host).ifPresent(hosts::add);
        return hosts;
    }

    private static Optional<String> host(String address) {
        try {
            return Optional.ofNullable(new URI(address).getHost()).map(host -> host.toLowerCase(Locale.ROOT));
        } catch (java.net.URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    String description() {
        return "%s, dates without a zone in %s, language %s".formatted(generator.label(), zone, language);
    }
}

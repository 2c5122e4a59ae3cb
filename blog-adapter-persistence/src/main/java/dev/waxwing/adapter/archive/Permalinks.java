package dev.waxwing.adapter.archive;

import dev.waxwing.application.archive.FormerAddress;
import dev.waxwing.application.archive.FormerAddress.Evidence;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Works out at which addresses readers know a post: the ones its header states, the one its site's configuration makes, and
 * where there is no configuration the usual ones of its generator.
 */
final class Permalinks {
    static final String[] ALIASES = {"aliases", "redirect_from", "alias", "redirects", "extra.aliases"};
    private static final Pattern WITH_HOST = Pattern.compile("(?i)(?:https?:)?//([^/?#]+)([^?#]*).*");
    private static final Pattern FRAGMENT = Pattern.compile("#.*$");
    private static final Pattern SLASHES = Pattern.compile("/{2,}");
    private static final Pattern INDEX = Pattern.compile("(?i)/index\\.html?$");
    private static final Pattern PLACEHOLDER = Pattern.compile(":([a-z_]+)(?:\\[[^\\[\\]]*+\\])?");
    private static final Pattern PYTHON = Pattern.compile("\\{(\\w+)(?::([^{}]*+))?\\}");
    private static final Set<String> NEEDS_DATE = Set.of(
            "year",
            "short_year",
            "month",
            "i_month",
            "monthname",
            "long_month",
            "short_month",
            "day",
            "i_day",
            "y_day",
            "yearday",
            "week",
            "short_day",
            "weekday",
            "weekdayname",
            "hour",
            "minute",
            "second");
    private static final String UNFILLED = "";
    private static final String DATED = "/:year/:month/:day/:title";

    private final PostFile post;
    private final Place place;
    private final Header header;
    private final Site site;
    private final Map<String, FormerAddress> found = new LinkedHashMap<>();
    private final boolean learned;
    private String primary = "";

    private Permalinks(PostFile post, boolean learned) {
        this.learned = learned;
        this.post = post;
        this.place = post.place();
        this.header = post.header();
        this.site = post.site();
    }

    /**
     * Where readers know a post.
     *
     * @param primary the address against which its relative links were meant, with a slash behind it if it was a folder
     */
    record Known(String primary, List<FormerAddress> addresses) {}

    /** @param extra patterns with placeholders that links within the archive give away */
    static Known of(PostFile post, List<String> extra) {
        Permalinks permalinks = new Permalinks(post, !extra.isEmpty());
        permalinks.stated();
        permalinks.configured();
        extra.forEach(pattern -> permalinks.derive(permalinks.filled(pattern)));
        permalinks.usual();
        permalinks.aliases();
        return new Known(permalinks.primary, List.copyOf(permalinks.found.values()));
    }

    private void stated() {
        if (site.generator() == Generator.JEKYLL) {
            header.text("permalink").ifPresent(path -> state(filled(style(path))));
        } else {
            header.text(PostFile.ADDRESS)
                    .ifPresent(path -> state(path.indexOf('{') >= 0 ? filledPython(path) : filled(path)));
        }
    }

    /** What the site's configuration makes of it. */
    private void configured() {
        switch (site.generator()) {
            case JEKYLL -> jekyllPattern().ifPresent(pattern -> state(filled(style(pattern))));
            case HUGO -> hugoPattern().ifPresent(pattern -> state(filled("/" + languageFolder() + pattern)));
            case PELICAN ->
                site.config()
                        .text(post.kind() == dev.waxwing.domain.post.Post.Kind.PAGE ? "page_url" : "article_url")
                        .ifPresent(pattern -> state(filledPython(pattern)));
            case ZOLA, PLAIN -> {}
        }
    }

    private Optional<String> jekyllPattern() {
        return switch (place.shelf()) {
            case COLLECTION -> site.config().text("collections." + place.collection() + ".permalink");
            case POSTS, DRAFTS -> site.config().text("collections.posts.permalink", "permalink");
            case PAGES -> Optional.empty();
        };
    }

    private static String style(String pattern) {
        return switch (pattern) {
            case "date" -> "/:categories" + DATED + ".html";
            case "pretty" -> "/:categories" + DATED + "/";
            case "ordinal" -> "/:categories/:year/:y_day/:title.html";
            case "weekdate" -> "/:categories/:year/W:week/:short_day/:title.html";
            case "none" -> "/:categories/:title.html";
            default -> pattern;
        };
    }

    private Optional<String> hugoPattern() {
        String section = place.folders().isEmpty() ? "/" : place.folders().get(0);
        return site.config().text("permalinks." + section, "permalinks.page." + section);
    }

    /** What the generator does when nobody tells it otherwise, and what people often tell it. */
    private void usual() {
        boolean sure = site.config().generator().isPresent();
        switch (site.generator()) {
            case JEKYLL -> usualOfJekyll(sure && jekyllPattern().isPresent());
            case HUGO -> usualOfHugo(sure && hugoPattern().isPresent());
            case ZOLA -> usualOfZola();
            case PELICAN -> usualOfPelican(sure);
            case PLAIN -> {
                derive("/" + place.path() + "/");
                derive("/" + place.path() + ".html");
            }
        }
    }

    private void usualOfJekyll(boolean configured) {
        if (configured || header.text("permalink").isPresent()) {
            return;
        }
        if (place.shelf() == Place.Shelf.PAGES) {
            derive("/" + place.path() + ".html");
            derive("/" + place.path() + "/");
        } else if (place.shelf() == Place.Shelf.COLLECTION) {
            derive("/" + place.collection() + "/" + place.path() + ".html");
            derive("/" + place.collection() + "/" + place.path() + "/");
        } else {
            for (LocalDateTime date : dates()) {
                derive(filled("/:categories" + DATED + ".html", date));
                derive(filled(DATED + ".html", date));
                if (!learned) {
                    derive(filled("/:categories" + DATED + "/", date));
                    derive(filled(DATED + "/", date));
                }
            }
        }
    }

    /** The header's date and the file name's, of which only the builder knew which one the address had. */
    private Set<LocalDateTime> dates() {
        Set<LocalDateTime> dates = new LinkedHashSet<>();
        post.date().ifPresent(date -> dates.add(date.local().toLocalDate().atStartOfDay()));
        if (site.config().text("timezone").isPresent()) {
            post.date()
                    .ifPresent(date -> dates.add(LocalDateTime.ofInstant(date.in(site.zone()), site.zone())
                            .toLocalDate()
                            .atStartOfDay()));
        }
        LocalDate ofName = place.name().date();
        if (ofName != null) {
            dates.add(ofName.atStartOfDay());
        }
        return dates;
    }

    private void usualOfHugo(boolean configured) {
        if (header.text("url").isPresent()) {
            return;
        }
        String folders = place.folders().isEmpty() ? "" : String.join("/", place.folders()) + "/";
        for (String language : languageFolders()) {
            String name = header.text(PostFile.SLUG).orElse(place.name().name());
            derive("/" + language + hugoized(folders + name) + "/");
            derive("/" + language + folders + name + "/");
            if (!configured) {
                derive("/" + language + hugoized(folders + place.name().name()) + "/");
            }
        }
        if (!configured && place.name().date() != null) {
            derive(filled("/" + languageFolder() + ":year/:month/:day/:slug/"));
            derive(filled("/" + languageFolder() + ":year/:month/:day/:slug.html"));
        }
    }

    private void usualOfZola() {
        if (header.text("path").isPresent()) {
            return;
        }
        String folders = place.folders().isEmpty() ? "" : String.join("/", place.folders()) + "/";
        String name = header.text(PostFile.SLUG).orElse(place.name().words());
        for (String language : languageFolders()) {
            derive("/" + language + slugified(folders) + slugified(name) + "/");
            derive("/" + language + folders + name + "/");
        }
    }

    private void usualOfPelican(boolean configured) {
        String slug = post.wishedSlug().value();
        boolean page = post.kind() == dev.waxwing.domain.post.Post.Kind.PAGE;
        if (page) {
            derive("/pages/" + slug + ".html");
        }
        derive("/" + slug + ".html");
        if (!configured && !learned && !page) {
            derive(filled("/:year/:month/:day/:slug.html"));
            derive(filled("/:year/:month/:day/:slug/"));
            derive(filled("/:year/:month/:slug.html"));
        }
    }

    private String languageFolder() {
        List<String> folders = languageFolders();
        return folders.get(0);
    }

    /** The folder of the language with a slash behind it; the site's own language may also go without. */
    private List<String> languageFolders() {
        if (place.language().isEmpty()) {
            return List.of("");
        }
        String folder = place.language().get().toLowerCase(Locale.ROOT) + "/";
        return post.language().equals(site.language()) ? List.of("", folder) : List.of(folder);
    }

    private void aliases() {
        for (String key : ALIASES) {
            for (String alias : header.texts(key)) {
                String path = alias;
                if (site.generator() == Generator.HUGO && !alias.startsWith("/") && !alias.contains("://")) {
                    path = parent(primary) + alias;
                }
                add(path, Evidence.STATED, key);
            }
        }
    }

    private static String parent(String address) {
        String plain = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        return plain.substring(0, plain.lastIndexOf('/') + 1);
    }

    private void state(String path) {
        if (path.equals(UNFILLED)) {
            post.remark("permalink", "its former address needs a date, and none is known");
        } else {
            add(path.replaceAll("(?<!:)/{2,}", "/"), Evidence.STATED, "permalink");
        }
    }

    private void derive(String path) {
        if (!path.equals(UNFILLED)) {
            add(SLASHES.matcher(path).replaceAll("/"), Evidence.DERIVED, "");
        }
    }

    /** Only a path of the blog itself can lead anywhere from here. */
    private void add(String raw, Evidence evidence, String key) {
        Matcher host = WITH_HOST.matcher(raw);
        String path = raw;
        if (host.matches()) {
            if (!site.hosts().contains(host.group(1).toLowerCase(Locale.ROOT))) {
                post.remark(key, "%s: '%s' is an address of another site".formatted(key, HeaderReader.shortened(raw)));
                return;
            }
            path = host.group(2);
        } else if (raw.indexOf('?') >= 0) {
            post.remark(
                    key,
                    "%s: '%s' has a query, which no redirect can have".formatted(key, HeaderReader.shortened(raw)));
            return;
        }
        String inside = "/" + FRAGMENT.matcher(path).replaceFirst("");
        String plain = INDEX.matcher(SLASHES.matcher(inside).replaceAll("/")).replaceFirst("/");
        Optional<SitePath> address = sitePath(plain, evidence);
        if (address.isEmpty()) {
            if (evidence == Evidence.STATED) {
                post.remark(key, "%s: '%s' is not a path that can be kept".formatted(key, HeaderReader.shortened(raw)));
            }
            return;
        }
        if (primary.isEmpty()) {
            primary = plain;
        }
        if (!address.get().value().equals("/")) {
            found.putIfAbsent(address.get().value(), new FormerAddress(address.get(), evidence));
        }
    }

    /** Decoded once before it is judged, so that escapes cannot hide a way out of the site. */
    private static Optional<SitePath> sitePath(String path, Evidence evidence) {
        try {
            return Optional.of(evidence == Evidence.STATED ? SitePath.decode(path) : new SitePath(path));
        } catch (BlogException.Invalid refused) {
            return Optional.empty();
        }
    }

    private String filled(String pattern) {
        return filled(pattern, post.date().map(WrittenDate::local).orElse(null));
    }

    /** {@link #UNFILLED} if the pattern needs a date and none is known. */
    private String filled(String pattern, @org.jspecify.annotations.Nullable LocalDateTime date) {
        StringBuilder path = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(pattern);
        while (placeholder.find()) {
            String name = placeholder.group(1);
            if (date == null && NEEDS_DATE.contains(name)) {
                return UNFILLED;
            }
            Optional<String> value =
                    word(name).or(() -> Optional.ofNullable(date).flatMap(known -> ofDate(name, known)));
            placeholder.appendReplacement(path, Matcher.quoteReplacement(value.orElse(placeholder.group())));
        }
        return placeholder.appendTail(path).toString();
    }

    private Optional<String> word(String name) {
        return switch (name) {
            case "title" ->
                Optional.of(
                        site.generator() == Generator.HUGO
                                ? hugoized(post.title().value())
                                : jekyllTitle());
            case "slug", "slugorfilename", "slugorcontentbasename" -> Optional.of(post.plainSlug());
            case "filename", "contentbasename", "name", "basename" ->
                Optional.of(place.name().name());
            case "categories" -> Optional.of(String.join("/", new Terms(post).categories()));
            case "section" ->
                Optional.of(place.folders().isEmpty() ? "" : place.folders().get(0));
            case "sections" -> Optional.of(String.join("/", place.folders()));
            case "collection" -> Optional.of(place.collection());
            case "path" -> Optional.of(place.path());
            case "output_ext" -> Optional.of(".html");
            default -> Optional.empty();
        };
    }

    private String jekyllTitle() {
        String words = header.text(PostFile.SLUG).orElse(place.name().words());
        return words.replaceAll("[^\\p{M}\\p{L}\\p{Nd}._~!$&'()+,;=@]+", "-").replaceAll("^-+|-+$", "");
    }

    private static Optional<String> ofDate(String name, LocalDateTime date) {
        return switch (name) {
            case "year" -> Optional.of("%04d".formatted(date.getYear()));
            case "short_year" -> Optional.of("%02d".formatted(date.getYear() % 100));
            case "month" -> Optional.of("%02d".formatted(date.getMonthValue()));
            case "i_month" -> Optional.of(Integer.toString(date.getMonthValue()));
            case "monthname", "long_month" ->
                Optional.of(date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
            case "short_month" -> Optional.of(date.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
            case "day" -> Optional.of("%02d".formatted(date.getDayOfMonth()));
            case "i_day" -> Optional.of(Integer.toString(date.getDayOfMonth()));
            case "y_day", "yearday" -> Optional.of("%03d".formatted(date.getDayOfYear()));
            case "week" -> Optional.of("%02d".formatted(date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)));
            case "short_day" -> Optional.of(date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
            case "weekday" -> Optional.of(Integer.toString(date.get(ChronoField.DAY_OF_WEEK) % 7));
            case "weekdayname" -> Optional.of(date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
            case "hour" -> Optional.of("%02d".formatted(date.getHour()));
            case "minute" -> Optional.of("%02d".formatted(date.getMinute()));
            case "second" -> Optional.of("%02d".formatted(date.getSecond()));
            default -> Optional.empty();
        };
    }

    /** Pelican's patterns, such as {@code {date:%Y}/{date:%m}/{slug}.html}. */
    private String filledPython(String pattern) {
        return PYTHON.matcher(pattern).replaceAll(placeholder -> {
            String format = placeholder.group(2) == null ? "" : placeholder.group(2);
            String value = switch (placeholder.group(1)) {
                case "slug" -> post.wishedSlug().value();
                case "category" ->
                    header.text("category").flatMap(Slug::from).map(Slug::value).orElse("");
                case "lang" -> post.language().value();
                case "date" ->
                    filled(format.replace("%Y", ":year")
                            .replace("%m", ":month")
                            .replace("%d", ":day")
                            .replace("%b", ":short_month")
                            .replace("%B", ":long_month")
                            .replace("%j", ":y_day"));
                case "author" ->
                    new Terms(post)
                            .authors().stream()
                                    .findFirst()
                                    .flatMap(author -> Slug.from(author.name()))
                                    .map(Slug::value)
                                    .orElse("");
                default -> placeholder.group();
            };
            return Matcher.quoteReplacement(value);
        });
    }

    /** Lower case, hyphens for blanks, without the signs that Hugo drops. */
    private static String hugoized(String path) {
        return path.toLowerCase(Locale.ROOT).replaceAll("\\s+", "-").replaceAll("[^\\p{L}\\p{M}\\p{N}./_~#+%@-]", "");
    }

    private static String slugified(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/", -1)) {
            if (!segment.isEmpty()) {
                segments.add(Slug.from(segment).map(Slug::value).orElse(segment));
            }
        }
        return String.join("/", segments) + (path.endsWith("/") && !segments.isEmpty() ? "/" : "");
    }
}

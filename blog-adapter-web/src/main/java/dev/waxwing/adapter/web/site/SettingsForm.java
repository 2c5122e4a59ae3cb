package dev.waxwing.adapter.web.site;

import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.application.site.SettingsView;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.site.Colour;
import dev.waxwing.domain.site.Logo;
import dev.waxwing.domain.site.NavigationLink;
import dev.waxwing.domain.site.Settings;
import dev.waxwing.domain.site.Settings.SearchEngines;
import dev.waxwing.domain.site.Typeface;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The settings as the fields of a form; each link of the navigation is a line of words with an address behind them. */
final class SettingsForm {
    private static final String TITLE = "title";
    private static final String VERSION = "version";

    private static final String TAGLINE = "tagline";
    private static final String LOGO = "logo";
    private static final String LOGO_ALT = "logoAlt";
    private static final String LANGUAGE = "language";
    private static final String ZONE = "zone";
    private static final String POSTS_PER_PAGE = "postsPerPage";
    private static final String NAVIGATION = "navigation";
    private static final String ACCENT = "accent";
    private static final String TYPEFACE = "typeface";
    private static final String LISTED = "listed";

    /** In whose place single fields are tried, so that each is told what is wrong with it. */
    private static final Settings ANY = Settings.of("A blog", "", LanguageTag.ENGLISH, ZoneOffset.UTC, 10);

    private SettingsForm() {}

    static Form filled(SettingsView saved) {
        Settings settings = saved.settings();
        Logo logo = settings.logo();
        Form form = Form.empty()
                .with(VERSION, String.valueOf(saved.version()))
                .with(TITLE, settings.title())
                .with(TAGLINE, settings.tagline())
                .with(LOGO, logo == null ? "" : logo.picture().value())
                .with(LOGO_ALT, logo == null ? "" : logo.alt())
                .with(LANGUAGE, settings.language().value())
                .with(ZONE, settings.zone().getId())
                .with(POSTS_PER_PAGE, String.valueOf(settings.postsPerPage()))
                .with(
                        NAVIGATION,
                        settings.navigation().stream()
                                .map(link -> link.label() + " " + link.target())
                                .collect(Collectors.joining("\n")))
                .with(ACCENT, settings.accent().value())
                .with(TYPEFACE, settings.typeface().name());
        return settings.searchEngines() == SearchEngines.INVITED ? form.with(LISTED, "yes") : form;
    }

    /** Empty if a field is wrong, which the form then knows. */
    static Optional<Settings> read(Form form) {
        form.read(TITLE, title -> ANY.named(title, ""));
        form.read(TAGLINE, tagline -> ANY.named(ANY.title(), tagline));
        Optional<Logo> logo = logo(form);
        Optional<LanguageTag> language = form.read(LANGUAGE, typed -> new LanguageTag(typed.strip()));
        Optional<ZoneId> zone = form.read(ZONE, SettingsForm::zone);
        Optional<Settings> listing = form.read(POSTS_PER_PAGE, typed -> ANY.listing(number(typed)));
        Optional<Settings> linking = form.read(NAVIGATION, lines -> ANY.linking(links(lines)));
        Optional<Colour> accent = form.read(ACCENT, Colour::new);
        Optional<Typeface> typeface = form.read(TYPEFACE, SettingsForm::typeface);
        if (!form.isValid()) {
            return Optional.empty();
        }
        return Optional.of(new Settings(
                form.value(TITLE),
                form.value(TAGLINE),
                logo.orElse(null),
                language.orElseThrow(),
                zone.orElseThrow(),
                listing.orElseThrow().postsPerPage(),
                linking.orElseThrow().navigation(),
                accent.orElseThrow(),
                typeface.orElseThrow(),
                form.isTicked(LISTED) ? SearchEngines.INVITED : SearchEngines.KEPT_OUT));
    }

    /** The version that whoever sent the form has seen. */
    static long version(Form form) {
        String version = form.value(VERSION);
        return version.matches("\\d{1,18}") ? Long.parseLong(version) : 0;
    }

    /** Says beside each field that somebody else has filled in otherwise meanwhile what stands there now; so it is seen. */
    static void compare(Form form, Settings typed, SettingsView saved) {
        Form theirs = filled(saved);
        form.with(VERSION, String.valueOf(saved.version()));
        for (Settings.Part part : typed.differencesFrom(saved.settings())) {
            String field = field(part);
            String value = part == Settings.Part.SEARCH_ENGINES
                    ? (theirs.isTicked(LISTED) ? "ticked" : "not ticked")
                    : theirs.value(field).replace("\n", ", ");
            form.refuse(
                    field,
                    "Somebody else has saved the settings meanwhile, and here “%s”. Save again to put yours in its place"
                            .formatted(value));
        }
    }

    private static String field(Settings.Part part) {
        return switch (part) {
            case TITLE -> TITLE;
            case TAGLINE -> TAGLINE;
            case LOGO -> LOGO;
            case LANGUAGE -> LANGUAGE;
            case ZONE -> ZONE;
            case POSTS_PER_PAGE -> POSTS_PER_PAGE;
            case NAVIGATION -> NAVIGATION;
            case ACCENT -> ACCENT;
            case TYPEFACE -> TYPEFACE;
            case SEARCH_ENGINES -> LISTED;
        };
    }

    private static Optional<Logo> logo(Form form) {
        if (form.value(LOGO).isBlank()) {
            return Optional.empty();
        }
        return form.read(LOGO, typed -> new Logo(new MediaAddress(typed.strip()), ""))
                .flatMap(logo -> form.read(LOGO_ALT, alt -> new Logo(logo.picture(), alt)));
    }

    private static ZoneId zone(String typed) {
        try {
            return ZoneId.of(typed.strip());
        } catch (DateTimeException e) {
            throw new BlogException.Invalid(
                    ZONE, "'%s' is not a time zone; write for example UTC or Europe/Vienna".formatted(typed.strip()));
        }
    }

    /** Zero, which is refused, for what is no number. */
    private static int number(String typed) {
        return typed.strip().matches("\\d{1,9}") ? Integer.parseInt(typed.strip()) : 0;
    }

    private static Typeface typeface(String typed) {
        try {
            return Typeface.valueOf(typed);
        } catch (IllegalArgumentException e) {
            throw new BlogException.Invalid(TYPEFACE, "Choose one of the typefaces");
        }
    }

    private static List<NavigationLink> links(String lines) {
        return lines.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(SettingsForm::link)
                .toList();
    }

    private static NavigationLink link(String line) {
        int space = line.lastIndexOf(' ');
        if (space < 0) {
            throw new BlogException.Invalid(
                    NAVIGATION, "'%s' has no address; write words, a space and the address".formatted(line));
        }
        return new NavigationLink(line.substring(0, space), line.substring(space + 1));
    }
}

package dev.waxwing.domain.site;

import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.Text;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the blog says of itself, and how it looks: everything that administrators change while it runs.
 *
 * @param title 1 to 100 characters on one line
 * @param tagline at most 300 characters, may be empty
 * @param zone in which dates are meant and shown
 * @param postsPerPage 1 to 100
 * @param navigation at most 10 links, in the order in which they are shown
 * @param accent of links and marks; pages make it darker or lighter where it could not be read
 */
public record Settings(
        String title,
        String tagline,
        @Nullable Logo logo,
        LanguageTag language,
        ZoneId zone,
        int postsPerPage,
        List<NavigationLink> navigation,
        Colour accent,
        Typeface typeface,
        SearchEngines searchEngines) {

    /** The red of the wing that gave the name. */
    public static final Colour WAX_RED = new Colour("#b53b2a");

    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_TAGLINE = 300;
    private static final int MOST_POSTS_PER_PAGE = 100;
    private static final int MOST_LINKS = 10;
    private static final List<NavigationLink> FIRST_NAVIGATION = List.of(
            new NavigationLink("Archive", "/archive"),
            new NavigationLink("Tags", "/tags"),
            new NavigationLink("Search", "/search"));

    /** Whether search engines may read the blog and list it. */
    public enum SearchEngines {
        INVITED,
        KEPT_OUT
    }

    /** What can be changed by itself, in the order of a page that shows it all. */
    public enum Part {
        TITLE,
        TAGLINE,
        LOGO,
        LANGUAGE,
        ZONE,
        POSTS_PER_PAGE,
        NAVIGATION,
        ACCENT,
        TYPEFACE,
        SEARCH_ENGINES
    }

    /** @throws BlogException.Invalid if a part breaks its rule */
    public Settings {
        title = Text.line("title", title, LONGEST_TITLE);
        tagline = Text.lines("tagline", tagline, LONGEST_TAGLINE).replace('\n', ' ');
        if (postsPerPage < 1 || postsPerPage > MOST_POSTS_PER_PAGE) {
            throw new BlogException.Invalid(
                    "postsPerPage", "A page shows 1 to %d posts, not %d".formatted(MOST_POSTS_PER_PAGE, postsPerPage));
        }
        navigation = List.copyOf(navigation);
        if (navigation.size() > MOST_LINKS) {
            throw new BlogException.Invalid("navigation", "At most %d links are allowed".formatted(MOST_LINKS));
        }
    }

    /** The settings of a blog of which no more is said; the rest is as it comes. */
    public static Settings of(String title, String tagline, LanguageTag language, ZoneId zone, int postsPerPage) {
        return new Settings(
                title,
                tagline,
                null,
                language,
                zone,
                postsPerPage,
                FIRST_NAVIGATION,
                WAX_RED,
                Typeface.LITERATA,
                SearchEngines.INVITED);
    }

    /** The parts in which these settings differ from others. */
    public List<Part> differencesFrom(Settings others) {
        return Arrays.stream(Part.values())
                .filter(part -> !Objects.equals(value(part), others.value(part)))
                .toList();
    }

    private @Nullable Object value(Part part) {
        return switch (part) {
            case TITLE -> title;
            case TAGLINE -> tagline;
            case LOGO -> logo;
            case LANGUAGE -> language;
            case ZONE -> zone;
            case POSTS_PER_PAGE -> postsPerPage;
            case NAVIGATION -> navigation;
            case ACCENT -> accent;
            case TYPEFACE -> typeface;
            case SEARCH_ENGINES -> searchEngines;
        };
    }

    /** @throws BlogException.Invalid if one of the two breaks its rule */
    public Settings named(String otherTitle, String otherTagline) {
        return new Settings(
                otherTitle,
                otherTagline,
                logo,
                language,
                zone,
                postsPerPage,
                navigation,
                accent,
                typeface,
                searchEngines);
    }

    /** @throws BlogException.Invalid if it is not 1 to 100 */
    public Settings listing(int posts) {
        return new Settings(title, tagline, logo, language, zone, posts, navigation, accent, typeface, searchEngines);
    }

    /** @throws BlogException.Invalid if there are more than 10 */
    public Settings linking(List<NavigationLink> links) {
        return new Settings(title, tagline, logo, language, zone, postsPerPage, links, accent, typeface, searchEngines);
    }
}

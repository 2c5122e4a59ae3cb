package dev.waxwing.adapter.web.shared;

import dev.waxwing.application.post.PostSummary;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.site.Logo;
import dev.waxwing.domain.site.NavigationLink;
import dev.waxwing.domain.site.Site;
import dev.waxwing.domain.site.Typeface;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds the content of every page.
 *
 * @param notice a sentence above the page, empty on those that readers see
 */
public record Frame(Site site, Head head, Assets assets, List<PostSummary> pages, String notice) {
    private static final int LONG_TITLE = 60;
    private static final int VERY_LONG_TITLE = 170;

    /** The style sheet of what the owner has chosen, if that of the site does not say it already. */
    public @Nullable String theme() {
        Theme theme = Theme.of(site.settings());
        return theme.isHouse() ? null : theme.address();
    }

    /** The face that every page shows, if it is one that comes with the blog. */
    public @Nullable String textFace() {
        return site.settings().typeface() == Typeface.LITERATA ? assets.textFace() : null;
    }

    /** Whether search engines may list the page. */
    public boolean isListed() {
        return head.listed() && site.isListed();
    }

    /** The picture in the place of the title, which says the same where the owner has not said otherwise. */
    public @Nullable Picture logo() {
        Logo logo = site.settings().logo();
        return logo == null ? null : Picture.of(logo.picture(), logo.alt().isEmpty() ? site.title() : logo.alt());
    }

    public List<NavigationLink> navigation() {
        return site.settings().navigation();
    }

    /** Whether a link leads to this page, or to the section it is in; empty for none. */
    public boolean isCurrent(NavigationLink link, String section) {
        String target = link.target();
        return target.equals(head.canonical()) || (!section.isEmpty() && target.equals("/" + section));
    }

    public Dates dates() {
        return Dates.of(site);
    }

    /** What a browser shows in its tab. */
    public String title() {
        return head.title().isEmpty() ? site.title() : head.title() + " · " + site.title();
    }

    public String heading() {
        return head.title().isEmpty() ? site.title() : head.title();
    }

    public String description() {
        return head.description().isEmpty() ? site.tagline() : head.description();
    }

    public String canonical() {
        return head.canonical().startsWith("/") ? site.absolute(head.canonical()) : head.canonical();
    }

    public String feedTitle() {
        return head.feeds().title().isEmpty() ? site.title() : head.feeds().title() + " · " + site.title();
    }

    public String feed(String format) {
        return head.feeds().path() + "/feed." + format;
    }

    public String direction() {
        return directionOf(site.language());
    }

    public static String directionOf(LanguageTag language) {
        return language.rightToLeft() ? "rtl" : "ltr";
    }

    /** The language of a text, if it is another than that of the page. */
    public @Nullable String language(LanguageTag text) {
        return text.equals(site.language()) ? null : text.value();
    }

    /** The direction of a text, if it is another than that of the page. */
    public @Nullable String direction(LanguageTag text) {
        if (text.equals(site.language())
                || text.rightToLeft() == site.language().rightToLeft()) {
            return null;
        }
        return directionOf(text);
    }

    /** The direction of the page's own words within a text that runs the other way. */
    public @Nullable String directionBeside(LanguageTag text) {
        return direction(text) == null ? null : direction();
    }

    /** Set smaller, a title of any length still looks like one. */
    public static String size(String title) {
        if (title.length() > VERY_LONG_TITLE) {
            return "title-very-long";
        }
        return title.length() > LONG_TITLE ? "title-long" : "title";
    }
}

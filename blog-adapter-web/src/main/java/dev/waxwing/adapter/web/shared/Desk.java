package dev.waxwing.adapter.web.shared;

import dev.waxwing.domain.account.Role;
import dev.waxwing.domain.site.Site;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds the content of every page of the desk.
 *
 * @param section where the page belongs, if it has its place in the navigation
 * @param requester nobody on the pages that come before signing in
 * @param csrf the token that every form has to send along, in the field {@link Csrf#FIELD}
 * @param nonce what a script has to name so that a style sheet it makes is let in
 * @param said a sentence about what was just done, empty if there is none
 */
public record Desk(
        Site site,
        Assets assets,
        String title,
        @Nullable Section section,
        @Nullable Requester requester,
        String csrf,
        String nonce,
        String said) {

    /** The parts of the desk, in the order of the navigation. */
    public enum Section {
        POSTS("Posts", "/admin/posts", Role.CONTRIBUTOR),
        MEDIA("Media", "/admin/media", Role.CONTRIBUTOR),
        TAGS("Tags", "/admin/tags", Role.EDITOR),
        AUTHORS("Authors", "/admin/authors", Role.EDITOR),
        REDIRECTS("Redirects", "/admin/redirects", Role.EDITOR),
        ACCOUNTS("Accounts", "/admin/accounts", Role.ADMINISTRATOR),
        SETTINGS("Settings", "/admin/settings", Role.ADMINISTRATOR),
        MY_ACCOUNT("My account", "/admin/account", Role.CONTRIBUTOR);

        private final String label;
        private final String path;
        private final Role least;

        Section(String label, String path, Role least) {
            this.label = label;
            this.path = path;
            this.least = least;
        }

        public String label() {
            return label;
        }

        public String path() {
            return path;
        }
    }

    /** The same, with a sentence about what was just done. */
    public Desk saying(String said) {
        return new Desk(site, assets, title, section, requester, csrf, nonce, said);
    }

    /** A constant as a word, such as {@code contributor}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The sections that are for whoever is signed in. */
    public List<Section> sections() {
        return requester == null
                ? List.of()
                : Arrays.stream(Section.values())
                        .filter(part -> requester.isAtLeast(part.least))
                        .toList();
    }

    /** What a browser shows in its tab. */
    public String tab() {
        return title + " · " + site.title();
    }

    /** In the words of the desk, whatever the language of the blog is. */
    public Dates dates() {
        return new Dates(Locale.UK, site.zone());
    }
}

package dev.waxwing.application.redirect;

import dev.waxwing.domain.post.ReservedWords;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.shared.Slug;
import java.util.Set;

/** The addresses at which the site itself answers, so that no former address can lead away from them. */
public final class SitePages {
    private static final Set<String> FILES =
            Set.of("feed.atom", "feed.rss", "feed.json", "sitemap.xml", "robots.txt", "favicon.ico", "livez", "readyz");
    private static final Set<String> WHOLE = Set.of("admin", "api", "assets", "media");

    private SitePages() {}

    /** Whether the site answers there whatever it holds; a page of a tag or an author is there only while they are. */
    static boolean alwaysContain(SitePath path) {
        return contain(path) && !path.value().matches("/(tags|authors)/[^/]+");
    }

    public static boolean contain(SitePath path) {
        String[] segments = path.value().substring(1).split("/", -1);
        if (segments[0].isEmpty() || FILES.contains(segments[0]) || WHOLE.contains(segments[0])) {
            return true;
        }
        return segments.length <= 2
                && Slug.from(segments[0])
                        .filter(word -> word.value().equals(segments[0]) && ReservedWords.contain(word))
                        .isPresent();
    }
}

package dev.waxwing.domain.post;

import dev.waxwing.domain.shared.Slug;
import java.util.Set;

/** Words that the site needs for its own pages, so that no post can stand at {@code /word}. */
public final class ReservedWords {
    private static final Set<String> WORDS = Set.of(
            "404",
            "admin",
            "api",
            "archive",
            "assets",
            "atom",
            "authors",
            "comments",
            "favicon",
            "feed",
            "feeds",
            "health",
            "index",
            "livez",
            "login",
            "logout",
            "media",
            "metrics",
            "page",
            "preview",
            "readyz",
            "robots",
            "rss",
            "search",
            "sign-in",
            "sign-out",
            "sitemap",
            "static",
            "status",
            "tags");

    private ReservedWords() {}

    public static boolean contain(Slug slug) {
        return WORDS.contains(slug.value());
    }
}

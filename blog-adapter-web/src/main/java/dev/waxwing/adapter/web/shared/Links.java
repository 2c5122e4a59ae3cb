package dev.waxwing.adapter.web.shared;

import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.shared.Slug;

/** Where things stand on this site: percent-encoded paths, ready for links and headers. */
public final class Links {
    private Links() {}

    public static String front(int page) {
        return page == 1 ? "/" : "/page/" + page;
    }

    public static String post(Slug slug) {
        return SitePath.ofPost(slug).encoded();
    }

    public static String tag(Slug slug) {
        return SitePath.ofTag(slug).encoded();
    }

    public static String tag(Slug slug, int page) {
        return paged(tag(slug), page);
    }

    public static String author(Slug handle) {
        return SitePath.ofAuthor(handle).encoded();
    }

    public static String author(Slug handle, int page) {
        return paged(author(handle), page);
    }

    public static String year(int year) {
        return "/archive/" + year;
    }

    public static String year(int year, int page) {
        return paged(year(year), page);
    }

    public static String search(String words, int page) {
        String query = "/search?q=" + Params.encoded(words);
        return page == 1 ? query : query + "&page=" + page;
    }

    private static String paged(String path, int page) {
        return page == 1 ? path : path + "/page/" + page;
    }
}

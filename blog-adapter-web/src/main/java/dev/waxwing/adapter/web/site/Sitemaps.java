package dev.waxwing.adapter.web.site;

import static io.javalin.apibuilder.ApiBuilder.get;

import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.adapter.web.shared.Delivery;
import dev.waxwing.adapter.web.shared.Links;
import dev.waxwing.adapter.web.shared.Params;
import dev.waxwing.application.author.AuthorQueries;
import dev.waxwing.application.author.AuthorView;
import dev.waxwing.application.post.PostAddress;
import dev.waxwing.application.post.PostQueries;
import dev.waxwing.application.site.SiteSettings;
import dev.waxwing.application.tag.TagQueries;
import dev.waxwing.application.tag.TagView;
import dev.waxwing.domain.site.Site;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /sitemap.xml}: every address that search engines may list, in one file as long as it may hold them all
 * (sitemaps.org: 50,000), else in an index of files, the first of which holds everything but the posts.
 */
public final class Sitemaps implements EndpointGroup {
    static final int MOST = 50_000;

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private final PostQueries posts;
    private final TagQueries tags;
    private final AuthorQueries authors;
    private final SiteSettings settings;
    private final int most;

    @Inject
    public Sitemaps(PostQueries posts, TagQueries tags, AuthorQueries authors, SiteSettings settings) {
        this(posts, tags, authors, settings, MOST);
    }

    /** @param most how many addresses a file may hold */
    Sitemaps(PostQueries posts, TagQueries tags, AuthorQueries authors, SiteSettings settings, int most) {
        this.posts = posts;
        this.tags = tags;
        this.authors = authors;
        this.settings = settings;
        this.most = most;
    }

    private record Place(String path, @Nullable Instant updated) {}

    @Override
    public void addEndpoints() {
        get("/sitemap.xml", this::whole, Access.ANYONE);
        get("/sitemap-{number}.xml", this::part, Access.ANYONE);
    }

    private void whole(Context ctx) {
        List<Place> places = withoutPosts();
        long published = posts.publishedCount();
        if (places.size() + published <= most) {
            places.addAll(posts(0));
            answer(ctx, urls(places));
        } else {
            answer(ctx, index(1 + (published + most - 1) / most));
        }
    }

    private void part(Context ctx) {
        int number = Params.number(Params.path(ctx, "number"));
        List<Place> places = number == 1 ? withoutPosts() : posts((number - 2L) * most);
        if (places.isEmpty()) {
            throw new NotFoundResponse();
        }
        answer(ctx, urls(places));
    }

    private List<Place> withoutPosts() {
        List<Place> places = new ArrayList<>();
        places.add(new Place("/", null));
        places.add(new Place("/archive", null));
        List<TagView> used = tags.inUse();
        if (!used.isEmpty()) {
            places.add(new Place("/tags", null));
        }
        used.forEach(tag -> places.add(new Place(Links.tag(tag.slug()), null)));
        for (AuthorView author : authors.all()) {
            if (author.posts() > 0) {
                places.add(new Place(Links.author(author.handle()), null));
            }
        }
        return places.size() > most ? new ArrayList<>(places.subList(0, most)) : places;
    }

    private List<Place> posts(long offset) {
        return posts.addresses(offset, most).stream().map(Sitemaps::place).toList();
    }

    private static Place place(PostAddress post) {
        return new Place(Links.post(post.slug()), post.updatedAt());
    }

    private String urls(List<Place> places) {
        Site site = settings.current();
        StringBuilder xml = new StringBuilder(places.size() * 120).append(start("urlset"));
        for (Place place : places) {
            xml.append("<url><loc>").append(address(site, place.path)).append("</loc>");
            if (place.updated != null) {
                String updated = DateTimeFormatter.ISO_INSTANT.format(place.updated.truncatedTo(ChronoUnit.SECONDS));
                xml.append("<lastmod>").append(updated).append("</lastmod>");
            }
            xml.append("</url>\n");
        }
        return xml.append("</urlset>\n").toString();
    }

    private String index(long parts) {
        Site site = settings.current();
        StringBuilder xml = new StringBuilder(start("sitemapindex"));
        for (int part = 1; part <= parts; part++) {
            xml.append("<sitemap><loc>")
                    .append(address(site, "/sitemap-%d.xml".formatted(part)))
                    .append("</loc></sitemap>\n");
        }
        return xml.append("</sitemapindex>\n").toString();
    }

    private static String start(String element) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<%s xmlns=\"%s\">\n".formatted(element, NAMESPACE);
    }

    /** A percent-encoded path may hold an ampersand and an apostrophe, and nothing else that XML would misread. */
    private static String address(Site site, String path) {
        return site.absolute(path).replace("&", "&amp;").replace("'", "&apos;");
    }

    private static void answer(Context ctx, String xml) {
        Delivery.isForEverybody(ctx);
        ctx.result(xml);
        ctx.contentType("application/xml; charset=utf-8");
    }
}

package dev.waxwing.adapter.web.feed;

import static io.javalin.apibuilder.ApiBuilder.get;

import dev.waxwing.adapter.web.feed.Feed.Entry;
import dev.waxwing.adapter.web.feed.Feed.Person;
import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.adapter.web.shared.Assets;
import dev.waxwing.adapter.web.shared.Delivery;
import dev.waxwing.adapter.web.shared.Links;
import dev.waxwing.adapter.web.shared.Negotiation;
import dev.waxwing.adapter.web.shared.Params;
import dev.waxwing.application.author.AuthorQueries;
import dev.waxwing.application.author.AuthorView;
import dev.waxwing.application.post.MarkdownRenderer;
import dev.waxwing.application.post.PostQueries;
import dev.waxwing.application.post.PostScope;
import dev.waxwing.application.post.PostSummary;
import dev.waxwing.application.post.PostSummary.Label;
import dev.waxwing.application.post.PostView;
import dev.waxwing.application.site.SiteSettings;
import dev.waxwing.application.tag.TagQueries;
import dev.waxwing.application.tag.TagView;
import dev.waxwing.domain.site.Site;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code /feed.atom}, {@code /feed.rss} and {@code /feed.json}: of the site, of each tag and of each author. */
public final class FeedPages implements EndpointGroup {
    private static final int ENTRIES = 20;

    /** In characters of HTML. */
    private static final long LARGEST = 1_000_000;

    /** Where other blogs have their feeds: readers who guess find ours. */
    private static final Map<String, FeedFormat> ELSEWHERE = Map.of(
            "/rss", FeedFormat.RSS,
            "/rss.xml", FeedFormat.RSS,
            "/feed", FeedFormat.RSS,
            "/feed.xml", FeedFormat.RSS,
            "/index.xml", FeedFormat.RSS,
            "/atom", FeedFormat.ATOM,
            "/atom.xml", FeedFormat.ATOM);

    private final PostQueries posts;
    private final TagQueries tags;
    private final AuthorQueries authors;
    private final SiteSettings settings;
    private final MarkdownRenderer renderer;
    private final Assets assets;

    @Inject
    public FeedPages(
            PostQueries posts,
            TagQueries tags,
            AuthorQueries authors,
            SiteSettings settings,
            MarkdownRenderer renderer,
            Assets assets) {
        this.posts = posts;
        this.tags = tags;
        this.authors = authors;
        this.settings = settings;
        this.renderer = renderer;
        this.assets = assets;
    }

    @Override
    public void addEndpoints() {
        for (FeedFormat format : FeedFormat.values()) {
            get(format.ending(), ctx -> answer(ctx, ofSite(), format), Access.ANYONE);
            get("/tags/{slug}" + format.ending(), ctx -> answer(ctx, ofTag(ctx), format), Access.ANYONE);
            get("/authors/{slug}" + format.ending(), ctx -> answer(ctx, ofAuthor(ctx), format), Access.ANYONE);
        }
        elsewhere()
                .forEach((path, feed) ->
                        get(path, ctx -> ctx.redirect(feed, HttpStatus.MOVED_PERMANENTLY), Access.ANYONE));
    }

    /** The paths at which feeds stand in other blogs, and where ours do. */
    public static Map<String, String> elsewhere() {
        return ELSEWHERE.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, path -> path.getValue().ending()));
    }

    private void answer(Context ctx, Feed feed, FeedFormat format) {
        ctx.result(format.write(feed, assets.feedStyleSheet()));
        if (isOpenedInBrowser(ctx)) {
            ctx.contentType(format.typeInBrowser());
        } else {
            ctx.contentType(format.type());
            Delivery.isForEverybody(ctx);
        }
        Delivery.varyBy(ctx, "Accept");
        if (!settings.current().isListed()) {
            ctx.header("X-Robots-Tag", "noindex");
        }
    }

    /** Browsers show the types of feeds as source text, but give XML its style sheet. */
    private static boolean isOpenedInBrowser(Context ctx) {
        return Negotiation.preferred(ctx.header("Accept"), List.of("application/feed+json", "text/html"))
                .equals("text/html");
    }

    private Feed ofSite() {
        Site site = settings.current();
        return feed(site.absolute("/"), site.title(), site.tagline(), "", new PostScope.Articles());
    }

    private Feed ofTag(Context ctx) {
        TagView tag = tags.find(Params.slug(ctx, "slug")).orElseThrow(NotFoundResponse::new);
        String title = tag.name() + " · " + settings.current().title();
        return feed(
                "urn:uuid:" + tag.id().value(),
                title,
                tag.description(),
                Links.tag(tag.slug()),
                new PostScope.Tagged(tag.id()));
    }

    private Feed ofAuthor(Context ctx) {
        AuthorView author = authors.find(Params.slug(ctx, "slug")).orElseThrow(NotFoundResponse::new);
        String title = author.profile().name() + " · " + settings.current().title();
        return feed(
                "urn:uuid:" + author.id().value(),
                title,
                author.profile().biography(),
                Links.author(author.handle()),
                new PostScope.By(author.id()));
    }

    private Feed feed(String id, String title, String subtitle, String path, PostScope scope) {
        Site site = settings.current();
        List<Entry> entries = fitting(posts.latest(scope, ENTRIES)).stream()
                .map(post -> entry(post, site))
                .toList();
        Instant updated =
                entries.stream().map(Entry::updated).max(Instant::compareTo).orElse(Instant.EPOCH);
        return new Feed(
                id,
                title,
                subtitle,
                site.title(),
                site.absolute(path.isEmpty() ? "/" : path),
                site.absolute(path),
                site.language(),
                updated,
                entries);
    }

    /** The newest ones that fit into a feed of bearable size, at least one: readers fetch it whole, again and again. */
    private static List<PostView> fitting(List<PostView> newest) {
        List<PostView> fitting = new ArrayList<>();
        long size = 0;
        for (PostView post : newest) {
            size += post.html().length();
            if (size > LARGEST && !fitting.isEmpty()) {
                break;
            }
            fitting.add(post);
        }
        return fitting;
    }

    private Entry entry(PostView post, Site site) {
        PostSummary summary = post.summary();
        String address = site.absolute(Links.post(summary.slug()));
        return new Entry(
                "urn:uuid:" + summary.id().value(),
                address,
                summary.title(),
                summary.excerpt(),
                renderer.absolute(post.html(), URI.create(address)),
                summary.cover() == null
                        ? null
                        : site.absolute(summary.cover().picture().value()),
                summary.language(),
                summary.authors().stream()
                        .map(author -> new Person(author.name(), site.absolute(Links.author(author.handle()))))
                        .toList(),
                summary.tags().stream().map(Label::name).toList(),
                summary.publishedAt(),
                summary.updatedAt());
    }
}

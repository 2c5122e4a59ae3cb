package dev.waxwing.adapter.web.site;

import dev.waxwing.adapter.web.shared.Links;
import dev.waxwing.application.author.AuthorQueries;
import dev.waxwing.application.author.AuthorView;
import dev.waxwing.application.post.PostQueries;
import dev.waxwing.application.post.PostScope;
import dev.waxwing.application.post.PostSummary;
import dev.waxwing.application.site.SiteSettings;
import dev.waxwing.application.tag.TagQueries;
import dev.waxwing.application.tag.TagView;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.IntFunction;

/** Every address that readers can come to without writing it themselves, as percent-encoded paths, a few at a time. */
public final class SiteAddresses {
    /** How many posts are asked for at once. */
    private static final int SOME = 100;

    private static final List<String> FEEDS = List.of("/feed.atom", "/feed.rss", "/feed.json");

    private final PostQueries posts;
    private final TagQueries tags;
    private final AuthorQueries authors;
    private final SiteSettings settings;

    /** Is shown one address after the other. */
    @FunctionalInterface
    public interface Visitor {
        /** @return whether there is something; numbered pages end where there is nothing */
        boolean visit(String path);
    }

    @Inject
    public SiteAddresses(PostQueries posts, TagQueries tags, AuthorQueries authors, SiteSettings settings) {
        this.posts = posts;
        this.tags = tags;
        this.authors = authors;
        this.settings = settings;
    }

    /**
     * Visits posts before the lists that link to them, so that whoever writes them down in this order never shows a list
     * with a link that leads nowhere.
     */
    public void visit(Visitor visitor) {
        visitPosts(new PostScope.Articles(), visitor);
        visitPosts(new PostScope.Pages(), visitor);
        tags.all().forEach(tag -> visitTag(tag, visitor));
        authors.all().forEach(author -> visitAuthor(author, visitor));
        visitor.visit("/tags");
        visitArchive(visitor);
        visitNumbered(Links::front, visitor);
        FEEDS.forEach(visitor::visit);
        visitor.visit("/robots.txt");
        visitor.visit("/sitemap.xml");
    }

    private void visitPosts(PostScope scope, Visitor visitor) {
        List<PostSummary> some = posts.published(scope, 0, SOME);
        while (!some.isEmpty()) {
            some.forEach(post -> visitor.visit(Links.post(post.slug())));
            some = posts.olderThan(some.get(some.size() - 1).cursor(), scope, SOME);
        }
    }

    private void visitTag(TagView tag, Visitor visitor) {
        visitNumbered(page -> Links.tag(tag.slug(), page), visitor);
        FEEDS.forEach(feed -> visitor.visit(Links.tag(tag.slug()) + feed));
    }

    private void visitAuthor(AuthorView author, Visitor visitor) {
        visitNumbered(page -> Links.author(author.handle(), page), visitor);
        FEEDS.forEach(feed -> visitor.visit(Links.author(author.handle()) + feed));
    }

    private void visitArchive(Visitor visitor) {
        for (int year : posts.years(settings.current().zone())) {
            visitNumbered(page -> Links.year(year, page), visitor);
        }
        visitor.visit("/archive");
    }

    private static void visitNumbered(IntFunction<String> address, Visitor visitor) {
        int page = 1;
        while (visitor.visit(address.apply(page))) {
            page++;
        }
    }
}

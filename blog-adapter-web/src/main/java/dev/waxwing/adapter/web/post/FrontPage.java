package dev.waxwing.adapter.web.post;

import dev.waxwing.adapter.web.shared.Frame;
import dev.waxwing.adapter.web.shared.Frames;
import dev.waxwing.adapter.web.shared.Head;
import dev.waxwing.adapter.web.shared.Json;
import dev.waxwing.adapter.web.shared.Links;
import dev.waxwing.adapter.web.shared.Pager;
import dev.waxwing.application.post.PostQueries;
import dev.waxwing.application.post.PostScope;
import dev.waxwing.application.post.PostSummary;
import dev.waxwing.domain.site.Site;
import java.util.List;

/** The newest articles. */
public record FrontPage(Frame frame, List<PostSummary> posts, Pager pager) {
    private static final PostScope ARTICLES = new PostScope.Articles();

    /** @param number from 1 for the newest */
    public static FrontPage of(Frames frames, PostQueries posts, int number) {
        int size = frames.site().postsPerPage();
        List<PostSummary> found = posts.published(ARTICLES, Pager.offset(number, size), size + 1);
        Pager.Part<PostSummary> part = Pager.cut(found, number, size, Links::front);
        return new FrontPage(frames.around(head(frames.site(), part.pager())), part.items(), part.pager());
    }

    private static Head head(Site site, Pager pager) {
        String title = pager.number() == 1 ? "" : "Page " + pager.number();
        Head head = Head.of(title, Links.front(pager.number())).between(pager);
        return pager.number() > 1
                ? head
                : head.withData(Json.object(json -> {
                    json.writeStringField("@context", "https://schema.org");
                    json.writeStringField("@type", "Blog");
                    json.writeStringField("name", site.title());
                    json.writeStringField("description", site.tagline());
                    json.writeStringField("url", site.absolute("/"));
                    json.writeStringField("inLanguage", site.language().value());
                }));
    }

    public boolean first() {
        return pager.number() == 1;
    }
}

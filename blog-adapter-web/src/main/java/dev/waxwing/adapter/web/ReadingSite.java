package dev.waxwing.adapter.web;

import dev.waxwing.adapter.web.author.NotedAuthorQueries;
import dev.waxwing.adapter.web.post.NotedPostQueries;
import dev.waxwing.adapter.web.shared.Ingredients;
import dev.waxwing.adapter.web.shared.Watcher;
import dev.waxwing.adapter.web.site.Readiness;
import dev.waxwing.adapter.web.tag.NotedTagQueries;
import dev.waxwing.application.author.AuthorQueries;
import dev.waxwing.application.change.ChangeFeed;
import dev.waxwing.application.media.MediaStore;
import dev.waxwing.application.post.MarkdownRenderer;
import dev.waxwing.application.post.PostQueries;
import dev.waxwing.application.redirect.RedirectQueries;
import dev.waxwing.application.search.SearchPosts;
import dev.waxwing.application.site.SiteSettings;
import dev.waxwing.application.tag.TagQueries;

/** What the reading site asks of the application. */
public record ReadingSite(
        PostQueries posts,
        TagQueries tags,
        AuthorQueries authors,
        RedirectQueries redirects,
        SearchPosts search,
        MediaStore media,
        MarkdownRenderer renderer,
        SiteSettings site,
        Readiness readiness,
        ChangeFeed changes,
        Watcher watcher) {

    /** The same, with what each page is made from noted. */
    ReadingSite noted(Ingredients ingredients) {
        return new ReadingSite(
                new NotedPostQueries(posts, ingredients),
                new NotedTagQueries(tags, ingredients),
                new NotedAuthorQueries(authors, ingredients),
                redirects,
                search,
                media,
                renderer,
                site,
                readiness,
                changes,
                watcher);
    }
}

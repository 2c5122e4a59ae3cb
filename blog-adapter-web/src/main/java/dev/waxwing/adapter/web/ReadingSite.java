package dev.waxwing.adapter.web;

import dev.waxwing.adapter.web.site.Readiness;
import dev.waxwing.application.author.AuthorQueries;
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
        Readiness readiness) {}

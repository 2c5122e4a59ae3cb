package dev.waxwing.adapter.web.search;

import dev.waxwing.adapter.web.shared.Api;
import dev.waxwing.adapter.web.shared.ApiAnswer;
import dev.waxwing.adapter.web.shared.ApiOperation;
import dev.waxwing.adapter.web.shared.ApiOperation.Example;
import dev.waxwing.adapter.web.shared.ApiOperation.Method;
import dev.waxwing.adapter.web.shared.Links;
import dev.waxwing.adapter.web.shared.Params;
import dev.waxwing.application.post.PostSummary;
import dev.waxwing.application.search.FoundPosts;
import dev.waxwing.application.search.SearchPosts;
import dev.waxwing.application.search.SearchQuery;
import dev.waxwing.application.site.SiteSettings;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.site.Site;
import dev.waxwing.domain.token.Scope;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/search}: published posts by words, best match first, for programs. */
public final class SearchApi implements Api {
    private final SearchPosts search;
    private final SiteSettings settings;
    private final SearchThrottle throttle;

    @Inject
    public SearchApi(SearchPosts search, SiteSettings settings, SearchThrottle throttle) {
        this.search = search;
        this.settings = settings;
        this.throttle = throttle;
    }

    @Override
    public List<ApiOperation> operations() {
        return List.of(new ApiOperation(
                Method.GET,
                "/search",
                Scope.READ,
                "Find published posts by words",
                List.of("q", "limit", "page"),
                Example.reading("""
                        {"items": [{"id": "0199c2f0-0000-7000-8000-000000000001", "slug": "a-morning-at-the-lake",
                          "url": "https://blog.example/a-morning-at-the-lake", "title": "A morning at the lake",
                          "excerpt": "It was cold."}]}"""),
                this::find));
    }

    private void find(Context ctx) {
        String words = Params.query(ctx, "q").strip();
        if (words.isEmpty() || words.length() > SearchQuery.MAX_LENGTH) {
            throw new BlogException.Invalid("q", "'q' has 1 to %d characters".formatted(SearchQuery.MAX_LENGTH));
        }
        throttle.count(ctx);
        int limit = ApiAnswer.limit(ctx);
        int page = ApiAnswer.number(ctx, "page", 1, SearchQuery.MAX_OFFSET / limit);
        FoundPosts found = search.handle(new SearchQuery(words, (page - 1) * limit, limit));
        Site site = settings.current();
        ApiAnswer.list(ctx, found.posts(), next(ctx, words, limit, page, found.total()), (hit, json) -> {
            PostSummary post = hit.post();
            json.writeStringField("id", post.id().toString());
            json.writeStringField("slug", post.slug().value());
            json.writeStringField("url", site.absolute(Links.post(post.slug())));
            json.writeStringField("title", post.title());
            json.writeStringField("excerpt", post.excerpt());
        });
    }

    private static @Nullable String next(Context ctx, String words, int limit, int page, long total) {
        boolean more = (long) page * limit < total && (page + 1) * limit <= SearchQuery.MAX_OFFSET;
        return more ? "%s?q=%s&limit=%d&page=%d".formatted(ctx.path(), Params.encoded(words), limit, page + 1) : null;
    }
}

package dev.waxwing.adapter.web.search;

import static io.javalin.apibuilder.ApiBuilder.get;

import dev.waxwing.adapter.web.shared.Access;
import dev.waxwing.adapter.web.shared.Frames;
import dev.waxwing.adapter.web.shared.Head;
import dev.waxwing.adapter.web.shared.Links;
import dev.waxwing.adapter.web.shared.Pager;
import dev.waxwing.adapter.web.shared.Params;
import dev.waxwing.application.search.FoundPosts;
import dev.waxwing.application.search.SearchPosts;
import dev.waxwing.application.search.SearchQuery;
import io.javalin.apibuilder.EndpointGroup;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** {@code /search?q=words}: posts found by words. */
public final class SearchPages implements EndpointGroup {
    private static final int PAGE_SIZE = 10;

    private static final FoundPosts NOTHING = new FoundPosts(0, List.of());

    private final SearchPosts searchPosts;
    private final Frames frames;
    private final SearchThrottle throttle;

    @Inject
    public SearchPages(SearchPosts searchPosts, Frames frames, SearchThrottle throttle) {
        this.searchPosts = searchPosts;
        this.frames = frames;
        this.throttle = throttle;
    }

    @Override
    public void addEndpoints() {
        get("/search", this::search, Access.ANYONE);
    }

    private void search(Context ctx) {
        String words = Params.query(ctx, "q").replaceAll("\\p{Cntrl}", " ").strip();
        String page = Params.query(ctx, "page");
        int number = page.isEmpty() ? 1 : Params.number(page);
        if (words.length() > SearchQuery.MAX_LENGTH) {
            ctx.status(HttpStatus.BAD_REQUEST);
            render(ctx, tooLong(new SearchQuery(words, 0, PAGE_SIZE).words()));
        } else {
            throttle.count(ctx);
            render(ctx, answer(words, number));
        }
    }

    private SearchPage tooLong(String cut) {
        String refusal = "That is more than %d characters. Fewer words find more.".formatted(SearchQuery.MAX_LENGTH);
        return new SearchPage(frames.around(head("")), cut, refusal, NOTHING, new Pager(1, null, null));
    }

    private SearchPage answer(String words, int number) {
        long offset = Pager.offset(number, PAGE_SIZE);
        FoundPosts found = words.isEmpty() || offset > SearchQuery.MAX_OFFSET
                ? NOTHING
                : searchPosts.handle(new SearchQuery(words, (int) offset, PAGE_SIZE));
        boolean more = offset + PAGE_SIZE < Math.min(found.total(), SearchQuery.MAX_OFFSET);
        Pager pager = new Pager(
                number,
                number > 1 ? Links.search(words, number - 1) : null,
                more ? Links.search(words, number + 1) : null);
        return new SearchPage(frames.around(head(words)), words, "", found, pager);
    }

    private static Head head(String words) {
        return Head.of(words.isEmpty() ? "Search" : words + " · Search", "/search")
                .unlisted();
    }

    private static void render(Context ctx, SearchPage page) {
        ctx.render("search/search.jte", Map.of("page", page));
    }
}

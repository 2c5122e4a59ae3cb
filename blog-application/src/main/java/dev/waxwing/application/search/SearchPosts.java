package dev.waxwing.application.search;

import dev.waxwing.application.post.PostQueries;
import dev.waxwing.application.post.PostSummary;
import dev.waxwing.application.search.FoundPosts.FoundPost;
import dev.waxwing.application.search.SearchHits.Hit;
import dev.waxwing.domain.post.PostId;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Use case: find published posts by words. A post that the index has not yet forgotten is left out all the same. */
public final class SearchPosts {
    private final SearchIndex index;
    private final PostQueries posts;

    @Inject
    public SearchPosts(SearchIndex index, PostQueries posts) {
        this.index = index;
        this.posts = posts;
    }

    public FoundPosts handle(SearchQuery query) {
        SearchHits hits = index.search(query);
        Map<PostId, PostSummary> published = posts
                .summaries(hits.hits().stream().map(Hit::post).toList())
                .stream()
                .collect(Collectors.toMap(PostSummary::id, Function.identity()));
        List<FoundPost> found = hits.hits().stream()
                .flatMap(hit -> Optional.ofNullable(published.get(hit.post()))
                        .map(post -> new FoundPost(post, hit.title(), hit.text()))
                        .stream())
                .toList();
        return new FoundPosts(hits.total() - (hits.hits().size() - found.size()), found);
    }
}

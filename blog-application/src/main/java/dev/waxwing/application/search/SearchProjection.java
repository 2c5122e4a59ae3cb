package dev.waxwing.application.search;

import dev.waxwing.application.change.Bookmark;
import dev.waxwing.application.change.ChangeFeed;
import dev.waxwing.application.change.Projection;
import dev.waxwing.application.change.RecordedEvent;
import dev.waxwing.application.post.PostQueries;
import dev.waxwing.application.post.PostRepository;
import dev.waxwing.application.post.SearchText;
import dev.waxwing.domain.post.PostEvent;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.DomainEvent;
import dev.waxwing.domain.tag.TagEvent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Keeps the search index at what readers can see: each post that was touched is looked at as it is now. */
public final class SearchProjection implements Projection {
    private static final int BATCH = 100;

    private final SearchIndex index;
    private final PostQueries queries;
    private final PostRepository posts;
    private final ChangeFeed changes;

    @Inject
    public SearchProjection(SearchIndex index, PostQueries queries, PostRepository posts, ChangeFeed changes) {
        this.index = index;
        this.queries = queries;
        this.posts = posts;
        this.changes = changes;
    }

    @Override
    public Bookmark bookmark() {
        return new WithinFeed(index.bookmark());
    }

    @Override
    public void apply(List<RecordedEvent> batch) {
        Set<PostId> touched = new LinkedHashSet<>();
        batch.forEach(change -> touched.addAll(touchedBy(change.event())));
        List<PostId> all = List.copyOf(touched);
        for (int from = 0; from < all.size(); from += BATCH) {
            refresh(all.subList(from, Math.min(from + BATCH, all.size())));
        }
    }

    private List<PostId> touchedBy(DomainEvent event) {
        if (event instanceof PostEvent change) {
            return List.of(change.post());
        }
        if (event instanceof TagEvent.Renamed change) {
            return posts.tagged(change.tag(), Integer.MAX_VALUE);
        }
        return List.of();
    }

    private void refresh(List<PostId> touched) {
        List<SearchDocument> published = queries.searchTexts(touched).stream()
                .map(SearchProjection::document)
                .toList();
        List<PostId> hidden = new ArrayList<>(touched);
        hidden.removeAll(published.stream().map(SearchDocument::post).toList());
        index.put(published);
        index.remove(hidden);
    }

    private static SearchDocument document(SearchText post) {
        return new SearchDocument(
                post.summary().id(),
                post.summary().title(),
                post.text(),
                post.summary().tags().stream().map(tag -> tag.name()).toList(),
                post.summary().language(),
                post.summary().publishedAt());
    }

    /** An index that has read further than the feed goes belongs to another one, as after an older copy was restored. */
    private final class WithinFeed implements Bookmark {
        private final Bookmark own;

        private WithinFeed(Bookmark own) {
            this.own = own;
        }

        @Override
        public long position() {
            return own.position();
        }

        @Override
        public OptionalLong claim() {
            if (own.position() > changes.head()) {
                index.clear();
            }
            return own.claim();
        }

        @Override
        public void advance(long position) {
            own.advance(position);
        }
    }
}

package dev.waxwing.application.search;

import dev.waxwing.application.change.Bookmark;
import dev.waxwing.domain.post.PostId;
import java.util.List;

/**
 * Port: finds published posts by words.
 *
 * <p>Every wanted word must occur in the title, the tags or the text of a post, as long as there is a post that has them
 * all; case and accents do not matter. A match in the title or in a tag counts more than one in the text, and of two
 * equal matches the newer post comes first. The index only knows what it was given: it is kept by
 * {@link SearchProjection} and can be built again at any time.
 */
public interface SearchIndex {
    /** Never throws for odd input; a query without a wanted word finds nothing. */
    SearchHits search(SearchQuery query);

    /** Makes the documents findable at once; a document replaces the one of the same post. */
    void put(List<SearchDocument> documents);

    /** Forgets the posts; those that are not known are passed over. */
    void remove(List<PostId> posts);

    /** Forgets everything, and how far it has read. */
    void clear();

    /**
     * How far the index has read the change feed: 0 for a new index and for one that had to be started afresh. It is
     * kept with the index, so that the two are lost together or not at all.
     */
    Bookmark bookmark();
}

package dev.waxwing.application.post;

import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Revision;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.TagId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Port: the posts as aggregates. Saving also keeps the superseded revisions and appends the pending events to the change
 * feed, all in one unit of work.
 */
public interface PostRepository {
    Optional<Post> find(PostId id);

    /** @throws BlogException.NotFound if there is none */
    default Post get(PostId id) {
        return find(id).orElseThrow(() -> new BlogException.NotFound("post", id));
    }

    /**
     * What readers see of a published post is kept as a milestone.
     *
     * @throws BlogException.Conflict if the post was saved by someone else since it was loaded, or its slug is taken by
     *     another post
     * @throws BlogException.Invalid (field "language") if a translation of the post is in its language
     */
    void save(Post post);

    /**
     * Saves posts that are new, in one step.
     *
     * @throws BlogException.Conflict if the slug of one is taken, also by another of them
     */
    void addAll(List<Post> posts);

    /**
     * Waits until nobody else changes posts; then nobody does until the unit of work ends, so that an address, or a language
     * among translations, that is found free from here on stays free.
     */
    void awaitTurn();

    /** The post at an address, whatever its status. */
    Optional<PostId> findBySlug(Slug slug);

    /** Those of the addresses at which a post stands, whatever its status. */
    Set<Slug> slugsAmong(Collection<Slug> slugs);

    /** A superseded revision, or the present one. */
    Optional<Revision> findRevision(PostId post, int number);

    /** @throws BlogException.NotFound if there never was one, or it is forgotten */
    default Revision getRevision(PostId post, int number) {
        return findRevision(post, number)
                .orElseThrow(() -> new BlogException.NotFound(
                        "revision",
                        number + "; of what somebody wrote at one sitting, the last revision is kept after a week"));
    }

    /** Makes a milestone of a revision that is there; if it is one already, it stays what it is. */
    void keep(PostId post, int revision, Milestone milestone);

    /**
     * Forgets a revision if the next one {@linkplain RevisionView#goesOnFrom goes on from it}; never the first, the present
     * or the newest of a post. No number is given again.
     */
    void forgetPassing(PostId post, int revision);

    /** Scheduled posts whose time has come, the longest waiting first; no other node is given them at the same time. */
    List<PostId> due(Instant now, int limit);

    /** Posts under a tag, of any status, in no particular order. */
    List<PostId> tagged(TagId tag, int limit);
}

package dev.waxwing.application.post;

import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Preview;
import dev.waxwing.domain.post.PreviewId;
import dev.waxwing.domain.shared.BlogException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port: the preview links as aggregates. Saving also appends the pending events to the change feed. */
public interface PreviewRepository {
    Optional<Preview> find(PreviewId id);

    /** @throws BlogException.NotFound if there is none */
    default Preview get(PreviewId id) {
        return find(id).orElseThrow(() -> new BlogException.NotFound("preview link", id));
    }

    /** @param secret the hash of a secret */
    Optional<Preview> findBySecret(String secret);

    /** The links to a post, open or not, the newest first. */
    List<Preview> of(PostId post);

    /** @throws BlogException.Conflict if the link was saved by someone else since it was loaded */
    void save(Preview preview);

    /** Forgets some of the links that expired before an instant, at most so many; returns how many. */
    int forgetExpired(Instant before, int limit);
}

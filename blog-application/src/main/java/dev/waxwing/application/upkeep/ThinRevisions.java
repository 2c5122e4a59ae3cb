package dev.waxwing.application.upkeep;

import dev.waxwing.application.change.Bookmark;
import dev.waxwing.application.change.ChangeFeed;
import dev.waxwing.application.change.RecordedEvent;
import dev.waxwing.application.post.PostRepository;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.post.PostEvent;
import dev.waxwing.domain.shared.DomainEvent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * Use case: of what somebody wrote at one sitting more than a week ago, keep how it ended. Follows the change feed a week
 * behind its end, so that each revision is looked at once. Called by the clock, not by a person.
 */
public final class ThinRevisions {
    /** For so long every save that was accepted is among the revisions. */
    public static final Duration WHOLE = Duration.ofDays(7);

    private static final String READER = "thinned-revisions";
    private static final int BATCH = 200;

    private final ChangeFeed changes;
    private final PostRepository posts;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public ThinRevisions(ChangeFeed changes, PostRepository posts, UnitOfWork work, Clock clock) {
        this.changes = changes;
        this.posts = posts;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Looks at a batch of changes, in which writers wait no longer than usual; returns how many it had, 0 at the end and
     * while another node looks at one.
     */
    public int handle() {
        Instant until = clock.instant().minus(WHOLE);
        Bookmark bookmark = changes.bookmark(READER);
        if (batch(bookmark.position(), until).isEmpty()) {
            return 0;
        }
        return work.execute(() -> {
            OptionalLong read = bookmark.claim();
            if (read.isEmpty()) {
                return 0;
            }
            List<RecordedEvent> batch = batch(read.getAsLong(), until);
            if (!batch.isEmpty()) {
                batch.forEach(change -> thin(change.event()));
                bookmark.advance(batch.get(batch.size() - 1).position());
            }
            return batch.size();
        });
    }

    private List<RecordedEvent> batch(long position, Instant until) {
        return changes.after(position, BATCH).stream()
                .takeWhile(change -> change.event().at().isBefore(until))
                .toList();
    }

    private void thin(DomainEvent event) {
        if (event instanceof PostEvent.Revised revised) {
            posts.forgetPassing(revised.post(), revised.revision());
        } else if (event instanceof PostEvent.Edited edited) {
            posts.forgetPassing(edited.post(), edited.revision());
        }
    }
}

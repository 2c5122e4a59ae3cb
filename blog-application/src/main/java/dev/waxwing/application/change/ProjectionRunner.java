package dev.waxwing.application.change;

import dev.waxwing.application.shared.UnitOfWork;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalLong;

/** Feeds projections from the change feed: one batch, its effects and its bookmark in each unit of work. */
public final class ProjectionRunner {
    private static final int BATCH = 500;

    private final ChangeFeed feed;
    private final UnitOfWork work;

    @Inject
    public ProjectionRunner(ChangeFeed feed, UnitOfWork work) {
        this.feed = feed;
        this.work = work;
    }

    /**
     * Applies the next batch and returns how many changes it had; call again until it returns 0, which is also said while
     * another node applies it. While there is none it only looks: a claim would be written down, several times a second and for
     * nothing.
     */
    public int step(Projection projection) {
        if (projection.bookmark().position() == feed.head()) {
            return 0;
        }
        return work.execute(() -> {
            Bookmark bookmark = projection.bookmark();
            OptionalLong read = bookmark.claim();
            if (read.isEmpty()) {
                return 0;
            }
            List<RecordedEvent> batch = feed.after(read.getAsLong(), BATCH);
            if (!batch.isEmpty()) {
                projection.apply(batch);
                bookmark.advance(batch.get(batch.size() - 1).position());
            }
            return batch.size();
        });
    }

    /** Applies every change there is. */
    public void catchUp(Projection projection) {
        int applied;
        do {
            applied = step(projection);
        } while (applied > 0);
    }
}

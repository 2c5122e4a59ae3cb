package dev.waxwing.application.post;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One revision in the history of a post.
 *
 * @param by the author's name, if one is known
 * @param milestone why it stands for itself, if it does
 */
public record RevisionView(int number, String title, Optional<String> by, Instant at, Optional<Milestone> milestone) {
    /** Whoever writes on after a longer pause begins another sitting. */
    public static final Duration PAUSE = Duration.ofMinutes(10);

    /** Whether it goes on from the revision before it at the same sitting: the same writer, without a longer pause. */
    public boolean goesOnFrom(RevisionView former) {
        return milestone.isEmpty()
                && former.milestone.isEmpty()
                && by.equals(former.by)
                && Duration.between(former.at, at).compareTo(PAUSE) <= 0;
    }
}

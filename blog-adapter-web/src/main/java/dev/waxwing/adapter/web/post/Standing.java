package dev.waxwing.adapter.web.post;

import dev.waxwing.application.post.DeskEntry;
import dev.waxwing.domain.post.Post;
import java.time.Instant;

/** How a post stands, in a few words. */
public final class Standing {
    private Standing() {}

    /** The name of a status wherever it is said. */
    public static String of(Post.Status status) {
        return switch (status) {
            case DRAFT -> "Draft";
            case IN_REVIEW -> "In review";
            case SCHEDULED -> "Scheduled";
            case PUBLISHED -> "Published";
            case ARCHIVED -> "Archived";
            case TRASHED -> "In the trash";
        };
    }

    /** Whether readers do not see a post of this status yet, but may once it is published. */
    static boolean isAhead(Post.Status status) {
        return switch (status) {
            case DRAFT, IN_REVIEW, SCHEDULED -> true;
            case PUBLISHED, ARCHIVED, TRASHED -> false;
        };
    }

    /** With the time that belongs to it. */
    static String of(DeskEntry entry, Moments moments) {
        String name = of(entry.status());
        Instant due = entry.scheduledFor();
        Instant since = entry.publishedAt();
        if (due != null) {
            return "%s for %s".formatted(name, moments.spelledOut(due));
        }
        if (entry.status() == Post.Status.PUBLISHED && since != null) {
            return "%s %s%s".formatted(name, moments.spelledOut(since), changes(entry));
        }
        return name;
    }

    private static String changes(DeskEntry entry) {
        if (entry.submitted()) {
            return ", with changes that wait for an editor";
        }
        return entry.changed() ? ", with changes that readers do not see yet" : "";
    }
}

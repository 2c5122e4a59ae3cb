package dev.waxwing.adapter.web.post;

import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.application.post.DeskEntry;
import dev.waxwing.domain.post.Post;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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

    /** With the time that belongs to it. */
    static String of(@Nullable DeskEntry entry, Desk desk) {
        if (entry == null) {
            return "Draft, not saved yet";
        }
        Moments moments = Moments.of(desk.site());
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

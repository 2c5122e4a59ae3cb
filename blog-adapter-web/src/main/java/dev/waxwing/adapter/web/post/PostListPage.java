package dev.waxwing.adapter.web.post;

import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.application.author.AuthorView;
import dev.waxwing.application.post.DeskEntry;
import dev.waxwing.application.tag.TagView;
import dev.waxwing.domain.post.Post;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The posts of those who write.
 *
 * @param asked what was typed into the filters
 * @param groups the whole desk at a glance, or the one list that was asked for
 * @param nothing what an empty list says
 * @param more where that list goes on, if it does
 */
public record PostListPage(
        Desk desk,
        Asked asked,
        List<Group> groups,
        String nothing,
        @Nullable String more,
        List<AuthorView> authors,
        List<TagView> tags) {

    /** The filters as somebody set them; empty where any will do. */
    public record Asked(String status, String author, String tag, String words) {
        public boolean isNothing() {
            return status.isEmpty() && author.isEmpty() && tag.isEmpty() && words.isEmpty();
        }
    }

    /**
     * Posts that stand alike.
     *
     * @param whole where all of them are, if these are only the last
     */
    public record Group(
            String title, List<DeskEntry> entries, @Nullable String whole) {}

    public List<Post.Status> statuses() {
        return List.of(Post.Status.values());
    }

    /** What a list of posts that stand like this is called. */
    public String list(Post.Status status) {
        return switch (status) {
            case DRAFT -> "Drafts";
            case TRASHED -> "Trash";
            case IN_REVIEW, SCHEDULED, PUBLISHED, ARCHIVED -> Standing.of(status);
        };
    }

    /** Whether this is the list of all that stand like this. */
    public boolean isWholly(Post.Status status) {
        return !isFiltered() && asked.status().equalsIgnoreCase(status.name());
    }

    /** Whether more than a status was asked for. */
    public boolean isFiltered() {
        return !new Asked("", asked.author(), asked.tag(), asked.words()).isNothing();
    }

    /** Whether posts stand here side by side that do not stand alike. */
    public boolean isMixed() {
        return !asked.isNothing() && asked.status().isEmpty();
    }

    public String standing(Post.Status status) {
        return Standing.of(status);
    }

    public String moment(Instant at) {
        return Moments.of(desk.site()).shortly(at);
    }

    /** The time that matters most for a post, in words. */
    public String time(DeskEntry entry) {
        Instant due = entry.scheduledFor();
        Instant since = entry.publishedAt();
        if (due != null) {
            return "for " + moment(due);
        }
        return entry.status() == Post.Status.PUBLISHED && since != null
                ? "since " + moment(since)
                : "edited " + moment(entry.editedAt());
    }
}

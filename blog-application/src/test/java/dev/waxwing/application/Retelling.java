package dev.waxwing.application;

import dev.waxwing.application.change.RecordedEvent;
import dev.waxwing.domain.post.Post.Status;
import dev.waxwing.domain.post.PostEvent;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.TranslationGroup;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.TagId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The posts as somebody knows them who has read nothing but the change feed. */
final class Retelling {
    private final Map<PostId, Slug> slugs = new HashMap<>();
    private final Map<PostId, Status> statuses = new HashMap<>();
    private final Map<PostId, List<TagId>> tags = new HashMap<>();
    private final Map<PostId, TranslationGroup> translations = new HashMap<>();

    Retelling(List<RecordedEvent> feed) {
        feed.forEach(change -> {
            if (change.event() instanceof PostEvent event) {
                tell(event);
            }
        });
    }

    private void tell(PostEvent event) {
        if (event instanceof PostEvent.Drafted drafted) {
            slugs.put(event.post(), drafted.slug());
            statuses.put(event.post(), Status.DRAFT);
            tags.put(event.post(), List.of());
            translations.put(event.post(), TranslationGroup.begunBy(event.post()));
        } else if (event instanceof PostEvent.Moved moved) {
            slugs.put(event.post(), moved.to());
        } else if (event instanceof PostEvent.Tagged tagged) {
            tags.put(event.post(), tagged.after());
        } else if (event instanceof PostEvent.Linked linked) {
            translations.put(event.post(), linked.after());
        } else if (event instanceof PostEvent.Published) {
            statuses.put(event.post(), Status.PUBLISHED);
        } else if (event instanceof PostEvent.Scheduled) {
            statuses.put(event.post(), Status.SCHEDULED);
        } else if (event instanceof PostEvent.Archived) {
            statuses.put(event.post(), Status.ARCHIVED);
        } else if (event instanceof PostEvent.Submitted) {
            statuses.put(event.post(), Status.IN_REVIEW);
        } else if (event instanceof PostEvent.Trashed) {
            statuses.put(event.post(), Status.TRASHED);
        } else if (event instanceof PostEvent.Undeleted undeleted) {
            statuses.put(event.post(), undeleted.to());
        } else if (event instanceof PostEvent.Unpublished
                || event instanceof PostEvent.Reopened
                || event instanceof PostEvent.Withdrawn) {
            statuses.put(event.post(), Status.DRAFT);
        }
    }

    Slug slug(PostId post) {
        return slugs.get(post);
    }

    Status status(PostId post) {
        return statuses.get(post);
    }

    TranslationGroup translations(PostId post) {
        return translations.get(post);
    }

    List<TagId> tags(PostId post) {
        return tags.get(post);
    }
}

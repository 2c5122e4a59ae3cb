package dev.waxwing.domain.post;

import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.shared.DomainEvent;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.TagId;
import java.time.Instant;
import java.util.List;

/** What happens to posts. */
public sealed interface PostEvent extends DomainEvent {
    PostId post();

    record Drafted(PostId post, Slug slug, Instant at) implements PostEvent {}

    record Revised(PostId post, int revision, Instant at) implements PostEvent {}

    record Edited(PostId post, int revision, Instant at) implements PostEvent {}

    record ChangesPublished(PostId post, int revision, Instant at) implements PostEvent {}

    record ChangesDiscarded(PostId post, int revision, Instant at) implements PostEvent {}

    record ChangesSubmitted(PostId post, int revision, Instant at) implements PostEvent {}

    record ChangesWithdrawn(PostId post, int revision, Instant at) implements PostEvent {}

    record Submitted(PostId post, Instant at) implements PostEvent {}

    record Withdrawn(PostId post, Instant at) implements PostEvent {}

    record Published(PostId post, Slug slug, Instant at) implements PostEvent {}

    record Redated(PostId post, Instant before, Instant after, Instant at) implements PostEvent {}

    record Scheduled(PostId post, Instant due, Instant at) implements PostEvent {}

    record Unpublished(PostId post, Slug slug, Instant at) implements PostEvent {}

    record Archived(PostId post, Slug slug, Instant at) implements PostEvent {}

    record Reopened(PostId post, Instant at) implements PostEvent {}

    record Trashed(PostId post, Slug slug, Instant at) implements PostEvent {}

    record Undeleted(PostId post, Post.Status to, Instant at) implements PostEvent {}

    record Moved(PostId post, Slug from, Slug to, Instant at) implements PostEvent {}

    record Tagged(PostId post, List<TagId> before, List<TagId> after, Instant at) implements PostEvent {}

    record Credited(PostId post, List<AuthorId> before, List<AuthorId> after, Instant at) implements PostEvent {}

    record Linked(PostId post, TranslationGroup before, TranslationGroup after, Instant at) implements PostEvent {}
}

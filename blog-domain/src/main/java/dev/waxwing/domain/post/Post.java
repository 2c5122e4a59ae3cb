package dev.waxwing.domain.post;

import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.shared.AggregateRoot;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.TagId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to read, from first draft to archive: a draft is published now or at a time that is set, may be taken back, and
 * is at last archived. Its slug never changes silently once readers may have seen it.
 */
public final class Post extends AggregateRoot<PostEvent> {
    private static final int MOST_TAGS = 50;
    private static final int MOST_AUTHORS = 20;

    /** How a post takes part in the blog. */
    public enum Kind {
        /** Dated, listed, in the feeds. */
        ARTICLE,
        /** Stands for itself, such as an imprint. */
        PAGE
    }

    /** Who can read a post. */
    public enum Status {
        DRAFT,
        SCHEDULED,
        PUBLISHED,
        ARCHIVED
    }

    /**
     * The whole state in one value: the only door for adapters that store posts.
     *
     * @param revision the present content
     * @param tags the first one is the primary tag
     * @param authors in the order of the byline
     * @param scheduledFor present exactly while the post is scheduled
     * @param publishedAt when readers could first see it; kept when it is taken back
     * @param version counts the saves, 0 before the first
     */
    public record State(
            PostId id,
            Kind kind,
            Slug slug,
            Revision revision,
            List<TagId> tags,
            List<AuthorId> authors,
            Status status,
            @Nullable Instant scheduledFor,
            @Nullable Instant publishedAt,
            long version) {

        public State {
            tags = List.copyOf(tags);
            authors = List.copyOf(authors);
        }

        private State with(Slug slug) {
            return new State(id, kind, slug, revision, tags, authors, status, scheduledFor, publishedAt, version);
        }

        private State with(Revision revision) {
            return new State(id, kind, slug, revision, tags, authors, status, scheduledFor, publishedAt, version);
        }

        private State withTags(List<TagId> tags) {
            return new State(id, kind, slug, revision, tags, authors, status, scheduledFor, publishedAt, version);
        }

        private State withAuthors(List<AuthorId> authors) {
            return new State(id, kind, slug, revision, tags, authors, status, scheduledFor, publishedAt, version);
        }

        private State with(Status status, @Nullable Instant scheduledFor, @Nullable Instant publishedAt) {
            return new State(id, kind, slug, revision, tags, authors, status, scheduledFor, publishedAt, version);
        }
    }

    private State state;
    private final List<Revision> superseded = new ArrayList<>();

    private Post(State state) {
        this.state = state;
    }

    /**
     * A new draft.
     *
     * @param byline one to twenty authors, in order
     * @throws BlogException.Invalid if the slug is a reserved word or the byline is empty or too long
     */
    public static Post draft(PostId id, Kind kind, Slug slug, Revision first, List<AuthorId> byline) {
        requireFree(slug);
        Post post = new Post(
                new State(id, kind, slug, first, List.of(), requireByline(byline), Status.DRAFT, null, null, 0));
        post.raise(new PostEvent.Drafted(id, slug, first.at()));
        return post;
    }

    public static Post restore(State state) {
        return new Post(state);
    }

    /** Replaces the content and keeps the former one as a revision; does nothing if nothing differs. */
    public void revise(Content content, @Nullable AuthorId by, Instant now) {
        Revision present = state.revision();
        if (content.equals(present.content())) {
            return;
        }
        superseded.add(present);
        state = state.with(new Revision(present.number() + 1, content, by, now));
        raise(new PostEvent.Revised(id(), present.number() + 1, now));
    }

    /**
     * Makes the post visible, from now on; its date is the one of its first publication.
     *
     * @throws BlogException.Conflict if the post is archived
     */
    public void publish(Instant now) {
        publishAsOf(state.publishedAt() == null ? now : state.publishedAt(), now);
    }

    /**
     * Makes the post visible under an earlier date, as when it comes from elsewhere.
     *
     * @throws BlogException.Invalid if the date is in the future
     * @throws BlogException.Conflict if the post is archived
     */
    public void publishAsOf(Instant date, Instant now) {
        requireNotArchived("published");
        if (date.isAfter(now)) {
            throw new BlogException.Invalid("publishedAt", "A post with a date in the future is scheduled instead");
        }
        if (state.status() == Status.PUBLISHED) {
            return;
        }
        state = state.with(Status.PUBLISHED, null, date);
        raise(new PostEvent.Published(id(), state.slug(), now));
    }

    /**
     * Lets the post become visible at a later time.
     *
     * @throws BlogException.Invalid if the time has passed
     * @throws BlogException.Conflict if the post is visible already, or archived
     */
    public void schedule(Instant due, Instant now) {
        requireNotArchived("scheduled");
        if (state.status() == Status.PUBLISHED) {
            throw new BlogException.Conflict("The post is published already; take it back first to schedule it");
        }
        if (!due.isAfter(now)) {
            throw new BlogException.Invalid("scheduledFor", "The time has passed; choose a later one, or publish now");
        }
        if (due.equals(state.scheduledFor())) {
            return;
        }
        state = state.with(Status.SCHEDULED, due, state.publishedAt());
        raise(new PostEvent.Scheduled(id(), due, now));
    }

    /** Publishes a scheduled post whose time has come, under the time that was set; otherwise does nothing. */
    public void publishIfDue(Instant now) {
        Instant due = state.scheduledFor();
        if (due != null && !due.isAfter(now)) {
            publishAsOf(state.publishedAt() == null ? due : state.publishedAt(), now);
        }
    }

    /**
     * Takes a published or scheduled post back to the drafts.
     *
     * @throws BlogException.Conflict if the post is archived
     */
    public void unpublish(Instant now) {
        requireNotArchived("taken back");
        if (state.status() == Status.DRAFT) {
            return;
        }
        state = state.with(Status.DRAFT, null, state.publishedAt());
        raise(new PostEvent.Unpublished(id(), state.slug(), now));
    }

    /** Puts the post away: nobody reads it, and readers who had seen it learn that it is gone. */
    public void archive(Instant now) {
        if (state.status() == Status.ARCHIVED) {
            return;
        }
        state = state.with(Status.ARCHIVED, null, state.publishedAt());
        raise(new PostEvent.Archived(id(), state.slug(), now));
    }

    /**
     * Brings an archived post back to the drafts.
     *
     * @throws BlogException.Conflict if the post is not archived
     */
    public void reopen(Instant now) {
        if (state.status() != Status.ARCHIVED) {
            throw new BlogException.Conflict("Only an archived post can be reopened");
        }
        state = state.with(Status.DRAFT, null, state.publishedAt());
        raise(new PostEvent.Reopened(id(), now));
    }

    /**
     * Gives the post another address.
     *
     * @throws BlogException.Invalid if the slug is a reserved word
     */
    public void moveTo(Slug slug, Instant now) {
        if (slug.equals(state.slug())) {
            return;
        }
        requireFree(slug);
        Slug from = state.slug();
        state = state.with(slug);
        raise(new PostEvent.Moved(id(), from, slug, now));
    }

    /**
     * Puts the post under these tags, in this order, the primary one first; a tag named twice counts once.
     *
     * @throws BlogException.Invalid if there are more than fifty
     */
    public void tag(List<TagId> tags, Instant now) {
        List<TagId> after = List.copyOf(new LinkedHashSet<>(tags));
        List<TagId> before = state.tags();
        if (after.equals(before)) {
            return;
        }
        if (after.size() > MOST_TAGS) {
            throw new BlogException.Invalid("tags", "A post can have at most %d tags".formatted(MOST_TAGS));
        }
        state = state.withTags(after);
        raise(new PostEvent.Tagged(id(), before, after, now));
    }

    /**
     * Names the authors of the post, in the order of the byline.
     *
     * @throws BlogException.Invalid if there is none, or more than twenty
     */
    public void credit(List<AuthorId> byline, Instant now) {
        List<AuthorId> before = state.authors();
        List<AuthorId> after = requireByline(byline);
        if (after.equals(before)) {
            return;
        }
        state = state.withAuthors(after);
        raise(new PostEvent.Credited(id(), before, after, now));
    }

    /** Whether its present address may be known to readers, so that it must lead to the post for ever. */
    public boolean wasSeen() {
        return state.publishedAt() != null;
    }

    public PostId id() {
        return state.id();
    }

    public State state() {
        return state;
    }

    /** Hands over, once, the revisions that newer ones have replaced. Only repositories call this. */
    public List<Revision> drainSupersededRevisions() {
        List<Revision> drained = List.copyOf(superseded);
        superseded.clear();
        return drained;
    }

    private void requireNotArchived(String act) {
        if (state.status() == Status.ARCHIVED) {
            throw new BlogException.Conflict("An archived post must be reopened before it is " + act);
        }
    }

    private static void requireFree(Slug slug) {
        if (ReservedWords.contain(slug)) {
            throw new BlogException.Invalid(
                    "slug", "'%s' is a page of the site itself; choose another".formatted(slug));
        }
    }

    private static List<AuthorId> requireByline(List<AuthorId> byline) {
        List<AuthorId> authors = List.copyOf(new LinkedHashSet<>(byline));
        if (authors.isEmpty() || authors.size() > MOST_AUTHORS) {
            throw new BlogException.Invalid("authors", "A post has 1 to %d authors".formatted(MOST_AUTHORS));
        }
        return authors;
    }
}

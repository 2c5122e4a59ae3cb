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
 * Something to read, from first draft to archive: a draft is looked at by an editor, published now or at a time that is set,
 * may be taken back, and is at last archived. Its slug never changes silently once readers may have seen it, and neither
 * does its text: what is written while it is published waits until somebody publishes the changes.
 */
public final class Post extends AggregateRoot<PostEvent> {
    private static final int MOST_TAGS = 50;
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
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
        IN_REVIEW,
        SCHEDULED,
        PUBLISHED,
        ARCHIVED,
        TRASHED
    }

    /**
     * How a post came into the trash.
     *
     * @param from what it was before
     */
    public record Trashing(Instant at, Status from) {}

    /**
     * The content of a post through time.
     *
     * @param present what readers see, if they see the post
     * @param pending newer content that readers do not see yet; only ever there while the post is published
     * @param revisions how many there are, and so the number of the newest, be it present, pending or discarded
     * @param version the version of the post that brought what was written last
     * @param submitted whether an editor is asked to look at the pending content; only ever while there is some
     */
    public record Writing(
            Revision present, @Nullable Revision pending, int revisions, long version, boolean submitted) {

        /** What was written last, whether readers see it or not. */
        public Revision newest() {
            return pending == null ? present : pending;
        }

        private Writing inReview() {
            return new Writing(present, pending, revisions, version, true);
        }

        private Writing takenBack() {
            return new Writing(present, pending, revisions, version, false);
        }

        private Writing settled() {
            return new Writing(newest(), null, revisions, version, false);
        }
    }

    /**
     * Who can read a post, and since when.
     *
     * @param scheduledFor present exactly while the post is scheduled
     * @param publishedAt its date: when readers could first see it, or under which it was put since; kept when it is taken back
     * @param trashing present exactly while the post is in the trash
     */
    public record Life(
            Status status,
            @Nullable Instant scheduledFor,
            @Nullable Instant publishedAt,
            @Nullable Trashing trashing) {}

    /**
     * The whole state in one value: the only door for adapters that store posts.
     *
     * @param tags the first one is the primary tag
     * @param authors in the order of the byline
     * @param group what it has in common with its translations, if there are any
     * @param version counts the saves, 0 before the first
     */
    public record State(
            PostId id,
            Kind kind,
            Slug slug,
            Writing writing,
            List<TagId> tags,
            List<AuthorId> authors,
            TranslationGroup group,
            Life life,
            long version) {

        public State {
            tags = List.copyOf(tags);
            authors = List.copyOf(authors);
        }

        public Status status() {
            return life.status();
        }

        public @Nullable Instant scheduledFor() {
            return life.scheduledFor();
        }

        public @Nullable Instant publishedAt() {
            return life.publishedAt();
        }

        public @Nullable Trashing trashing() {
            return life.trashing();
        }

        /** The present content: what readers see, if they see the post. */
        public Revision revision() {
            return writing.present();
        }

        /** Newer content that readers do not see yet. */
        public @Nullable Revision pending() {
            return writing.pending();
        }

        /** What was written last, whether readers see it or not. */
        public Revision newest() {
            return writing.newest();
        }

        /** Whether nobody has put it among the translations of another post, or taken it from among them. */
        public boolean wasNeverLinked() {
            return group.equals(TranslationGroup.begunBy(id));
        }

        /** Whether an editor is asked to look at it: at all of it, or at newer content that readers do not see yet. */
        public boolean isInReview() {
            return status() == Status.IN_REVIEW || writing.submitted();
        }

        public State withVersion(long version) {
            return new State(id, kind, slug, writing, tags, authors, group, life, version);
        }

        private State with(Slug slug) {
            return new State(id, kind, slug, writing, tags, authors, group, life, version);
        }

        private State with(Writing writing) {
            return new State(id, kind, slug, writing, tags, authors, group, life, version);
        }

        private State withTags(List<TagId> tags) {
            return new State(id, kind, slug, writing, tags, authors, group, life, version);
        }

        private State withAuthors(List<AuthorId> authors) {
            return new State(id, kind, slug, writing, tags, authors, group, life, version);
        }

        private State with(TranslationGroup group) {
            return new State(id, kind, slug, writing, tags, authors, group, life, version);
        }

        private State with(Instant publishedAt) {
            Life life = new Life(status(), scheduledFor(), publishedAt, trashing());
            return new State(id, kind, slug, writing, tags, authors, group, life, version);
        }

        private State with(Status status, @Nullable Instant scheduledFor, @Nullable Instant publishedAt) {
            return enter(new Life(status, scheduledFor, publishedAt, null));
        }

        private State with(Trashing trashing) {
            return enter(new Life(Status.TRASHED, null, publishedAt(), trashing));
        }

        /** Of another status: where readers see nothing, nothing is pending. */
        private State enter(Life life) {
            return new State(id, kind, slug, writing.settled(), tags, authors, group, life, version);
        }
    }

    private State state;
    private final List<Revision> written = new ArrayList<>();

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
        Writing writing = new Writing(first, null, first.number(), 1, false);
        List<AuthorId> authors = requireByline(byline);
        TranslationGroup alone = TranslationGroup.begunBy(id);
        Life unseen = new Life(Status.DRAFT, null, null, null);
        Post post = new Post(new State(id, kind, slug, writing, List.of(), authors, alone, unseen, 0));
        post.written.add(first);
        post.raise(new PostEvent.Drafted(id, slug, first.at()));
        return post;
    }

    public static Post restore(State state) {
        return new Post(state);
    }

    /**
     * Replaces the content, for readers too, and keeps the former one as a revision; does nothing if nothing differs.
     *
     * @throws BlogException.Conflict if there are changes that are not published yet, which would be passed over
     */
    public void revise(Content content, @Nullable AuthorId by, Instant now) {
        if (state.pending() != null) {
            throw new BlogException.Conflict(
                    "The post has changes that are not published yet; publish or discard them first");
        }
        if (content.equals(state.revision().content())) {
            return;
        }
        Revision next = next(content, by, now);
        state = state.with(new Writing(next, null, next.number(), state.version() + 1, false));
        raise(new PostEvent.Revised(id(), next.number(), now));
    }

    /**
     * Keeps what somebody writes: of a published post as changes that readers do not see until they are published, of any
     * other as its content. Every state is kept as a revision; does nothing if nothing differs.
     */
    public void edit(Content content, @Nullable AuthorId by, Instant now) {
        if (state.status() != Status.PUBLISHED) {
            revise(content, by, now);
        } else if (!content.equals(state.newest().content())) {
            Revision next = next(content, by, now);
            state = state.with(new Writing(
                    state.revision(),
                    next,
                    next.number(),
                    state.version() + 1,
                    state.writing().submitted()));
            raise(new PostEvent.Edited(id(), next.number(), now));
        }
    }

    /** @throws BlogException.Conflict if there is a newer text than the one that somebody saw in this version of the post */
    public void requireNoNewerText(long seen) {
        if (seen < state.writing().version() || seen > state.version()) {
            throw new BlogException.Conflict("The post was changed by someone else while you were writing");
        }
    }

    /** Shows readers what was written since the post was published; does nothing if nothing was. */
    public void publishChanges(Instant now) {
        Revision pending = state.pending();
        if (pending != null) {
            state = state.with(state.writing().settled());
            raise(new PostEvent.ChangesPublished(id(), pending.number(), now));
        }
    }

    /** Goes back to what readers see; what was written since stays in the history. Does nothing if nothing was. */
    public void discardChanges(Instant now) {
        Revision pending = state.pending();
        if (pending != null) {
            int revisions = state.writing().revisions();
            state = state.with(new Writing(state.revision(), null, revisions, state.version() + 1, false));
            raise(new PostEvent.ChangesDiscarded(id(), pending.number(), now));
        }
    }

    /**
     * Asks an editor to look at a draft, or at what was written in a published post and is not published yet.
     *
     * @throws BlogException.Conflict if the post is not in review, is no draft, and has no such changes
     */
    public void submit(Instant now) {
        Revision pending = state.pending();
        if (state.isInReview()) {
            return;
        }
        if (pending != null) {
            state = state.with(state.writing().inReview());
            raise(new PostEvent.ChangesSubmitted(id(), pending.number(), now));
        } else if (state.status() == Status.DRAFT) {
            state = state.with(Status.IN_REVIEW, null, state.publishedAt());
            raise(new PostEvent.Submitted(id(), now));
        } else {
            throw new BlogException.Conflict(
                    "Only a draft, or changes that are not published yet, can be submitted for review");
        }
    }

    /**
     * Gives what waits for an editor back to whoever writes it: a post becomes a draft again, changes are pending as before.
     *
     * @throws BlogException.Conflict if nothing of the post is in review, it is no draft, and it has no unpublished changes
     */
    public void withdraw(Instant now) {
        Revision pending = state.pending();
        if (state.writing().submitted() && pending != null) {
            state = state.with(state.writing().takenBack());
            raise(new PostEvent.ChangesWithdrawn(id(), pending.number(), now));
        } else if (state.status() == Status.IN_REVIEW) {
            state = state.with(Status.DRAFT, null, state.publishedAt());
            raise(new PostEvent.Withdrawn(id(), now));
        } else if (pending == null && state.status() != Status.DRAFT) {
            throw new BlogException.Conflict("Only a post in review can be taken back from it");
        }
    }

    /**
     * Makes the post visible, from now on; its date is the one of its first publication.
     *
     * @throws BlogException.Conflict if the post is archived or in the trash
     */
    public void publish(Instant now) {
        publishAsOf(state.publishedAt() == null ? now : state.publishedAt(), now);
    }

    /**
     * Makes the post visible under an earlier date, as when it comes from elsewhere.
     *
     * @throws BlogException.Invalid if the date is in the future
     * @throws BlogException.Conflict if the post is archived or in the trash, or readers see it under another date
     */
    public void publishAsOf(Instant date, Instant now) {
        requireInUse("published");
        requirePast(date, now);
        if (state.status() == Status.PUBLISHED) {
            requireDated(date);
            return;
        }
        state = state.with(Status.PUBLISHED, null, date);
        raise(new PostEvent.Published(id(), state.slug(), now));
    }

    /**
     * Puts a post that readers see under another date; does nothing if it is the one it has.
     *
     * @throws BlogException.Invalid if the date is in the future
     * @throws BlogException.Conflict if readers do not see the post
     */
    public void redate(Instant date, Instant now) {
        Instant before = state.publishedAt();
        if (state.status() != Status.PUBLISHED || before == null) {
            throw new BlogException.Conflict("Only a published post has a date that can be changed");
        }
        requirePast(date, now);
        if (date.equals(before)) {
            return;
        }
        state = state.with(date);
        raise(new PostEvent.Redated(id(), before, date, now));
    }

    /**
     * Lets the post become visible at a later time.
     *
     * @throws BlogException.Invalid if the time has passed
     * @throws BlogException.Conflict if the post is visible already, archived or in the trash
     */
    public void schedule(Instant due, Instant now) {
        requireInUse("scheduled");
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
     * Takes a published or scheduled post back to the drafts, with its newest text.
     *
     * @throws BlogException.Conflict if the post is archived or in the trash
     */
    public void unpublish(Instant now) {
        requireInUse("taken back");
        if (state.status() == Status.DRAFT || state.status() == Status.IN_REVIEW) {
            return;
        }
        state = state.with(Status.DRAFT, null, state.publishedAt());
        raise(new PostEvent.Unpublished(id(), state.slug(), now));
    }

    /**
     * Puts the post away: nobody reads it, and readers who had seen it learn that it is gone.
     *
     * @throws BlogException.Conflict if the post is in the trash
     */
    public void archive(Instant now) {
        if (state.status() == Status.ARCHIVED) {
            return;
        }
        requireInUse("archived");
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

    /** Throws the post away: nobody reads it, readers who had seen it learn that it is gone, and it can be brought back. */
    public void trash(Instant now) {
        if (state.status() == Status.TRASHED) {
            return;
        }
        state = state.with(new Trashing(now, state.status()));
        raise(new PostEvent.Trashed(id(), state.slug(), now));
    }

    /** Brings the post back from the trash as what it was; if readers saw it or were about to, as a draft. */
    public void undelete(Instant now) {
        Trashing trashing = state.trashing();
        if (trashing != null) {
            Status before = switch (trashing.from()) {
                case IN_REVIEW, ARCHIVED -> trashing.from();
                case DRAFT, SCHEDULED, PUBLISHED, TRASHED -> Status.DRAFT;
            };
            state = state.with(before, null, state.publishedAt());
            raise(new PostEvent.Undeleted(id(), before, now));
        }
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

    /** Puts the post among its translations, in place of those it was among; does nothing if it is there already. */
    public void link(TranslationGroup translations, Instant now) {
        TranslationGroup before = state.group();
        if (translations.equals(before)) {
            return;
        }
        state = state.with(translations);
        raise(new PostEvent.Linked(id(), before, translations, now));
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

    /** Hands over, once, the revisions that are not stored yet, oldest first. Only repositories call this. */
    public List<Revision> drainNewRevisions() {
        List<Revision> drained = List.copyOf(written);
        written.clear();
        return drained;
    }

    private Revision next(Content content, @Nullable AuthorId by, Instant now) {
        Revision next = new Revision(state.writing().revisions() + 1, content, by, now);
        written.add(next);
        return next;
    }

    private void requireInUse(String act) {
        if (state.status() == Status.ARCHIVED) {
            throw new BlogException.Conflict("An archived post must be reopened before it is " + act);
        }
        if (state.status() == Status.TRASHED) {
            throw new BlogException.Conflict("A post must be taken out of the trash before it is " + act);
        }
    }

    private void requireDated(Instant date) {
        if (!date.equals(state.publishedAt())) {
            throw new BlogException.Conflict(
                    "The post is published already, under another date; change its date instead");
        }
    }

    private static void requirePast(Instant date, Instant now) {
        if (date.isBefore(EARLIEST)) {
            throw new BlogException.Invalid("publishedAt", "A post has a date of our era, of the year 1 or later");
        }
        if (date.isAfter(now)) {
            throw new BlogException.Invalid("publishedAt", "A post with a date in the future is scheduled instead");
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

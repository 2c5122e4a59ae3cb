package dev.waxwing.application.archive;

import dev.waxwing.application.post.PostRepository;
import dev.waxwing.application.shared.IdGenerator;
import dev.waxwing.application.tag.FindOrCreateTags;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Revision;
import dev.waxwing.domain.redirect.SitePath;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stores prepared posts: new ones as they are, known ones as revisions. Used inside a unit of work. */
final class PostWriter {
    private final PostRepository posts;
    private final Bylines bylines;
    private final FindOrCreateTags tags;
    private final RedirectWriter redirects;
    private final ImportLedger ledger;
    private final IdGenerator ids;
    private final Clock clock;

    PostWriter(
            PostRepository posts,
            Bylines bylines,
            FindOrCreateTags tags,
            RedirectWriter redirects,
            ImportLedger ledger,
            IdGenerator ids,
            Clock clock) {
        this.posts = posts;
        this.bylines = bylines;
        this.tags = tags;
        this.redirects = redirects;
        this.ledger = ledger;
        this.ids = ids;
        this.clock = clock;
    }

    /** A post that is in the blog now, and what to say of its file. */
    record Stored(PostId post, Settled file) {}

    /** A post that is not in the blog yet. */
    private record Draft(PreparedPost prepared, Post post) {}

    List<Stored> store(ImportRun run, List<PreparedPost> batch) {
        Credits credits = new Credits(tags, bylines);
        List<Stored> stored = new ArrayList<>();
        List<Draft> drafts = new ArrayList<>();
        for (PreparedPost prepared : batch) {
            prepared.origin()
                    .ifPresentOrElse(
                            origin -> stored.add(revise(run, prepared, origin, credits)),
                            () -> drafts.add(draft(run, prepared, credits)));
        }
        stored.addAll(create(run, drafts));
        return stored;
    }

    /** What storing it would come to, without doing it. */
    Stored foretold(ImportRun run, PreparedPost prepared) {
        Optional<ImportLedger.Origin> origin = prepared.origin();
        if (origin.isPresent()) {
            Optional<Post> present = posts.find(origin.get().post());
            Optional<String> reason = reasonToLeave(present, origin.get());
            if (reason.isPresent()) {
                return left(prepared, origin.get(), present, reason.get());
            }
        }
        ArchivedPost archived = prepared.archived();
        PostId id = origin.map(ImportLedger.Origin::post).orElseGet(() -> new PostId(ids.next()));
        List<Note> notes = new ArrayList<>(prepared.notes());
        RedirectWriter.Leading redirecting = redirects.begin(run, List.of(archived));
        List<SitePath> leading = redirecting.leadTo(id, prepared.slug(), archived.formerAddresses(), notes);
        redirecting.store();
        Settled file = new Settled(
                prepared.source(),
                prepared.origin().isPresent() ? Settled.Outcome.REVISED : Settled.Outcome.IMPORTED,
                Optional.of(SitePath.ofPost(prepared.slug())),
                Optional.of(status(archived, clock.instant())),
                leading,
                notes);
        return new Stored(id, file);
    }

    private Draft draft(ImportRun run, PreparedPost prepared, Credits credits) {
        ArchivedPost archived = prepared.archived();
        Instant now = clock.instant();
        Post post = Post.draft(
                new PostId(ids.next()),
                archived.kind(),
                prepared.slug(),
                new Revision(1, prepared.content(), null, writtenAt(archived, now)),
                credits.authors(archived, run.fallbackAuthor()));
        post.tag(credits.tags(archived), now);
        appear(post, archived, now);
        return new Draft(prepared, post);
    }

    private List<Stored> create(ImportRun run, List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return List.of();
        }
        posts.addAll(drafts.stream().map(Draft::post).toList());
        ledger.add(
                run.archive(),
                drafts.stream()
                        .map(draft -> origin(draft.prepared(), draft.post()))
                        .toList());
        RedirectWriter.Leading redirecting = redirects.begin(
                run, drafts.stream().map(draft -> draft.prepared().archived()).toList());
        List<Stored> stored = drafts.stream()
                .map(draft -> stored(
                        redirecting,
                        draft.prepared(),
                        draft.post(),
                        Settled.Outcome.IMPORTED,
                        new ArrayList<>(draft.prepared().notes())))
                .toList();
        redirecting.store();
        return stored;
    }

    private Stored revise(ImportRun run, PreparedPost prepared, ImportLedger.Origin origin, Credits credits) {
        Optional<Post> present = posts.find(origin.post());
        Optional<String> reason = reasonToLeave(present, origin);
        if (reason.isPresent()) {
            return left(prepared, origin, present, reason.get());
        }
        Post post = present.orElseThrow();
        ArchivedPost archived = prepared.archived();
        Instant now = clock.instant();
        List<Note> notes = new ArrayList<>(prepared.notes());
        post.revise(prepared.content(), null, writtenAt(archived, now));
        post.tag(credits.tags(archived), now);
        post.credit(credits.authors(archived, run.fallbackAuthor()), now);
        appearAgain(post, archived, now, notes);
        posts.save(post);
        ledger.update(run.archive(), origin(prepared, post));
        RedirectWriter.Leading redirecting = redirects.begin(run, List.of(archived));
        Stored stored = stored(redirecting, prepared, post, Settled.Outcome.REVISED, notes);
        redirecting.store();
        return stored;
    }

    private static Optional<String> reasonToLeave(Optional<Post> present, ImportLedger.Origin origin) {
        if (present.isEmpty()) {
            return Optional.of("its post was removed here and is not imported again");
        }
        Post.State post = present.get().state();
        if (post.pending() != null || !Fingerprint.of(post).equals(origin.imprint())) {
            return Optional.of("its post was edited here since it was imported: left as it is");
        }
        return switch (post.status()) {
            case ARCHIVED -> Optional.of("its post was archived here since it was imported: left as it is");
            case TRASHED -> Optional.of("its post was thrown away here: left in the trash");
            case DRAFT, IN_REVIEW, SCHEDULED, PUBLISHED -> Optional.empty();
        };
    }

    private Stored left(PreparedPost prepared, ImportLedger.Origin origin, Optional<Post> post, String reason) {
        List<Note> notes = new ArrayList<>(prepared.notes());
        notes.add(new Note(0, reason));
        Settled file = new Settled(
                prepared.source(),
                Settled.Outcome.UNCHANGED,
                post.map(found -> SitePath.ofPost(found.state().slug())),
                post.map(found -> found.state().status()),
                List.of(),
                notes);
        return new Stored(origin.post(), file);
    }

    private static Stored stored(
            RedirectWriter.Leading redirecting,
            PreparedPost prepared,
            Post post,
            Settled.Outcome outcome,
            List<Note> notes) {
        ArchivedPost archived = prepared.archived();
        List<SitePath> leading = redirecting.leadTo(post.id(), post.state().slug(), archived.formerAddresses(), notes);
        Post.State state = post.state();
        if (state.status() == Post.Status.DRAFT && archived.publishedAt().isPresent()) {
            notes.add(new Note(
                    0,
                    "its date %s is not kept, as drafts have none"
                            .formatted(archived.publishedAt().get())));
        }
        Settled file = new Settled(
                prepared.source(),
                outcome,
                Optional.of(SitePath.ofPost(state.slug())),
                Optional.of(state.status()),
                leading,
                notes);
        return new Stored(post.id(), file);
    }

    private static ImportLedger.Origin origin(PreparedPost prepared, Post post) {
        return new ImportLedger.Origin(
                prepared.source(), prepared.fingerprint(), post.id(), prepared.slug(), Fingerprint.of(post.state()));
    }

    private static Instant writtenAt(ArchivedPost archived, Instant now) {
        Instant written = archived.updatedAt().or(archived::publishedAt).orElse(now);
        return written.isAfter(now) ? now : written;
    }

    private static Post.Status status(ArchivedPost archived, Instant now) {
        if (archived.visibility() == ArchivedPost.Visibility.DRAFT) {
            return Post.Status.DRAFT;
        }
        return archived.publishedAt().filter(date -> date.isAfter(now)).isPresent()
                ? Post.Status.SCHEDULED
                : Post.Status.PUBLISHED;
    }

    private static void appear(Post post, ArchivedPost archived, Instant now) {
        Instant date = archived.publishedAt().orElse(now);
        switch (status(archived, now)) {
            case PUBLISHED -> post.publishAsOf(date, now);
            case SCHEDULED -> post.schedule(date, now);
            case DRAFT, IN_REVIEW, ARCHIVED, TRASHED -> {}
        }
    }

    private static void appearAgain(Post post, ArchivedPost archived, Instant now, List<Note> notes) {
        Post.State present = post.state();
        if (present.kind() != archived.kind()) {
            notes.add(new Note(0, "it stays the kind of post it was imported as"));
        }
        boolean shown = present.status() == Post.Status.PUBLISHED;
        if (shown && status(archived, now) != Post.Status.PUBLISHED) {
            notes.add(new Note(0, "readers see its post already; take it back here if they should not"));
        } else if (!shown) {
            appear(post, archived, now);
        } else if (archived.publishedAt()
                .filter(date -> !date.equals(present.publishedAt()))
                .isPresent()) {
            post.unpublish(now);
            appear(post, archived, now);
        }
    }
}

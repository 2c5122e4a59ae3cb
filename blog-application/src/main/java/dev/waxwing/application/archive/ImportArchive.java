package dev.waxwing.application.archive;

import dev.waxwing.application.author.AuthorRepository;
import dev.waxwing.application.library.MediaRepository;
import dev.waxwing.application.media.MediaStore;
import dev.waxwing.application.post.DeskQueries;
import dev.waxwing.application.post.FreeLanguage;
import dev.waxwing.application.post.FreeSlug;
import dev.waxwing.application.post.LinkTranslation;
import dev.waxwing.application.post.MarkdownRenderer;
import dev.waxwing.application.post.PostRepository;
import dev.waxwing.application.redirect.FormerAddresses;
import dev.waxwing.application.redirect.RedirectQueries;
import dev.waxwing.application.redirect.RedirectRepository;
import dev.waxwing.application.shared.IdGenerator;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.application.tag.FindOrCreateTags;
import dev.waxwing.application.tag.TagRepository;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.shared.BlogException;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Use case: bring a former blog here with everything it has: posts, authors, tags, pictures and the addresses readers know.
 * Importing the same archive again changes nothing; a file that has changed revises its post, unless the post was edited
 * here since. No file that cannot be read keeps another one from being imported.
 */
public final class ImportArchive {
    /** Whether anything is to be stored. */
    public enum Mode {
        STORE,
        /** Reads and renders everything, reports, and stores nothing. */
        TRY
    }

    /** @param fallbackAuthor the name above posts of which the archive names no author */
    public record Command(Actor actor, Archive archive, Mode mode, String fallbackAuthor, ImportListener listener) {}

    private final FreeSlug slugs;
    private final MediaStore media;
    private final MediaRepository library;
    private final MarkdownRenderer renderer;
    private final ImportLedger ledger;
    private final IdGenerator ids;
    private final UnitOfWork work;
    private final Clock clock;
    private final PostWriter writer;
    private final RedirectWriter redirects;
    private final TranslationLinks translations;
    private final LinkCheck.Known known;

    @Inject
    public ImportArchive(
            PostRepository posts,
            DeskQueries desk,
            AuthorRepository authors,
            TagRepository tags,
            RedirectRepository redirects,
            RedirectQueries redirectQueries,
            MediaStore media,
            MediaRepository library,
            MarkdownRenderer renderer,
            ImportLedger ledger,
            IdGenerator ids,
            UnitOfWork work,
            Clock clock) {
        this.slugs = new FreeSlug(posts, redirects);
        this.media = media;
        this.library = library;
        this.renderer = renderer;
        this.ledger = ledger;
        this.ids = ids;
        this.work = work;
        this.clock = clock;
        this.redirects = new RedirectWriter(posts, redirects, clock);
        this.writer = new PostWriter(
                posts,
                new Bylines(authors, ids, clock),
                new FindOrCreateTags(tags, new FormerAddresses(redirects), ids, work, clock),
                this.redirects,
                ledger,
                ids,
                clock);
        FreeLanguage languages = new FreeLanguage(posts, desk, ids);
        this.translations = new TranslationLinks(posts, desk, new LinkTranslation(posts, languages, work, clock), work);
        this.known = new LinkCheck.Known(posts, tags, authors, redirectQueries, media);
    }

    /**
     * Imports an archive; what was told to the listener as settled is stored. One that was ended early goes on where it stopped
     * when it is begun again.
     *
     * @throws BlogException.Unavailable if the blog cannot be written to
     * @throws BlogException.Conflict if another archive of this name was imported, whose posts would be overwritten
     */
    public ImportReport handle(Command command) {
        command.actor().requireMayAdminister();
        ArchiveIndex index = command.archive().index(command.listener());
        requireSamePlace(index);
        command.listener().indexed(index);
        ImportRun run = new ImportRun(command, index, SlugPlan.of(index, ledger, slugs, ids));
        index.leftOut().forEach(file -> run.settle(Settled.leftOut(file)));
        MediaIntake pictures = new MediaIntake(run, media, ledger);
        MediaRecord record = new MediaRecord(run.archive(), media, library, ledger, clock);
        if (run.mode() == Mode.STORE) {
            index.place().ifPresent(place -> work.run(() -> ledger.recordPlace(index.name(), place)));
        }
        Ahead.forEach(new PostReader(run, pictures, renderer, ledger), batch -> importBatch(run, record, batch));
        if (run.mode() == Mode.STORE) {
            work.run(record::record);
            translations.add(run);
        }
        importRedirects(run);
        pictures.settleRest();
        return run.report(run.links().check(known, run));
    }

    /** Two folders can have one name; the files of the one must not become new versions of the other's. */
    private void requireSamePlace(ArchiveIndex index) {
        Optional<String> former = ledger.place(index.name());
        if (index.place().isPresent() && former.isPresent() && !former.equals(index.place())) {
            throw new BlogException.Conflict(("The blog has posts from another folder called '%s', at %s;"
                            + " say --name %s if this is the same one in a new place, or give it another name")
                    .formatted(index.name(), former.get(), index.name()));
        }
    }

    private void importBatch(ImportRun run, MediaRecord record, PreparedBatch batch) {
        run.settle(batch);
        record.add(batch.media());
        if (run.mode() == Mode.TRY) {
            batch.posts().forEach(post -> run.settle(writer.foretold(run, post)));
        } else if (!batch.posts().isEmpty()) {
            store(run, record, batch.posts());
        }
    }

    /** All together; in halves if one of them is refused, so that it takes no other with it. */
    private void store(ImportRun run, MediaRecord record, List<PreparedPost> batch) {
        try {
            storeTogether(run, record, batch);
        } catch (BlogException.Invalid | BlogException.Conflict | BlogException.NotFound refusal) {
            if (batch.size() == 1) {
                run.settle(Settled.refused(batch.get(0).source(), 0, String.valueOf(refusal.getMessage())));
                return;
            }
            int middle = batch.size() / 2;
            store(run, record, batch.subList(0, middle));
            store(run, record, batch.subList(middle, batch.size()));
        }
    }

    private void storeTogether(ImportRun run, MediaRecord record, List<PreparedPost> batch) {
        List<PostWriter.Stored> stored = work.execute(() -> {
            record.record();
            return writer.store(run, batch);
        });
        record.recorded();
        stored.forEach(run::settle);
    }

    private void importRedirects(ImportRun run) {
        for (ArchivedRedirect file : run.index().redirects()) {
            run.settle(
                    run.mode() == Mode.TRY
                            ? redirects.store(run, file)
                            : work.execute(() -> redirects.store(run, file)));
        }
    }
}

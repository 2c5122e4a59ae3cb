package dev.waxwing.application.archive;

import dev.waxwing.application.post.MarkdownRenderer;
import dev.waxwing.application.post.Rendering;
import dev.waxwing.application.shared.OneLine;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.post.Content;
import dev.waxwing.domain.post.Cover;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the posts of an archive in batches and makes of them what can be stored: pictures taken in, addresses replaced, text
 * rendered. It changes nothing of the run but the links that are to be checked, so that a batch can be stored meanwhile.
 */
final class PostReader implements Iterator<PreparedBatch> {
    private final ImportRun run;
    private final MediaIntake media;
    private final MarkdownRenderer renderer;
    private final ImportLedger ledger;
    private final List<IndexedPost> entries;
    private int read;
    private PreparedBatch batch = new PreparedBatch();

    PostReader(ImportRun run, MediaIntake media, MarkdownRenderer renderer, ImportLedger ledger) {
        this.run = run;
        this.media = media;
        this.renderer = renderer;
        this.ledger = ledger;
        this.entries = run.index().posts();
    }

    @Override
    public boolean hasNext() {
        return read < entries.size();
    }

    @Override
    public PreparedBatch next() {
        List<IndexedPost> coming = entries.subList(read, Math.min(read + PreparedBatch.MOST_POSTS, entries.size()));
        Map<String, ImportLedger.Origin> origins = ledger.posts(
                run.archive(),
                coming.stream()
                        .map(IndexedPost::source)
                        .filter(run.slugs()::keeps)
                        .toList());
        batch = new PreparedBatch();
        for (IndexedPost entry : coming) {
            prepare(entry, Optional.ofNullable(origins.get(entry.source())));
            read++;
            if (batch.isFull()) {
                break;
            }
        }
        return batch;
    }

    private void prepare(IndexedPost entry, Optional<ImportLedger.Origin> origin) {
        try {
            Archive.Reading reading = run.source().read(entry);
            if (reading instanceof ArchivedPost post) {
                prepare(entry, post, origin);
            } else {
                batch.settle(Settled.leftOut((LeftOut) reading));
            }
        } catch (BlogException.Invalid refusal) {
            batch.settle(Settled.refused(entry.source(), 0, String.valueOf(refusal.getMessage())));
        }
    }

    private void prepare(IndexedPost entry, ArchivedPost post, Optional<ImportLedger.Origin> origin) {
        List<Note> notes = new ArrayList<>(post.notes());
        Slug slug = run.slugs().slug(entry.source()).orElseThrow();
        if (!slug.equals(entry.wished())) {
            notes.add(new Note(
                    0, "the address /%s is taken or reserved; it is found at /%s".formatted(entry.wished(), slug)));
        }
        String markdown = rewritten(post, notes);
        Cover cover = cover(post, notes);
        String fingerprint = Fingerprint.of(post, markdown, cover);
        if (origin.isPresent() && origin.get().fingerprint().equals(fingerprint)) {
            settleUnchanged(origin.get());
            return;
        }
        Rendering rendering = renderer.render(markdown, post.language());
        run.links().found(post.source(), rendering.links());
        if (!rendering.removed().isEmpty()) {
            notes.add(new Note(0, "left out of the page: " + String.join(", ", distinct(rendering.removed()))));
        }
        Content content = new Content(
                post.title(),
                rendering.body(),
                excerpt(post),
                cover,
                post.language(),
                post.canonical().orElse(null));
        batch.add(new PreparedPost(post, slug, content, fingerprint, origin, notes));
    }

    private void settleUnchanged(ImportLedger.Origin origin) {
        batch.addUnchanged(origin.source(), origin.post());
        run.links().leftUnread();
        batch.settle(new Settled(
                origin.source(),
                Settled.Outcome.UNCHANGED,
                Optional.of(SitePath.ofPost(origin.slug())),
                Optional.empty(),
                List.of(),
                List.of()));
    }

    private static List<String> distinct(List<String> removed) {
        List<String> distinct = removed.stream().distinct().toList();
        return distinct.size() <= 10
                ? distinct
                : Stream.concat(distinct.stream().limit(10), Stream.of("and more"))
                        .toList();
    }

    private String rewritten(ArchivedPost post, List<Note> notes) {
        StringBuilder markdown = new StringBuilder(post.markdown().length() + 200);
        int from = 0;
        for (Reference reference : post.references()) {
            Optional<String> address = address(reference, notes);
            if (address.isPresent()) {
                markdown.append(post.markdown(), from, reference.start())
                        .append(address.get())
                        .append(reference.suffix());
                from = reference.end();
            }
        }
        return markdown.append(post.markdown(), from, post.markdown().length()).toString();
    }

    private Optional<String> address(Reference reference, List<Note> notes) {
        return switch (reference.kind()) {
            case POST ->
                run.slugs()
                        .slug(reference.source())
                        .map(slug -> SitePath.ofPost(slug).encoded());
            case MEDIA -> media.take(reference.source(), batch, notes).map(MediaAddress::value);
        };
    }

    private @Nullable Cover cover(ArchivedPost post, List<Note> notes) {
        return post.cover()
                .flatMap(picture -> media.take(picture.source(), batch, notes)
                        .filter(address -> address.size().isPresent())
                        .map(address -> new Cover(address, picture.alt())))
                .orElse(null);
    }

    private String excerpt(ArchivedPost post) {
        if (!post.excerpt().isEmpty() || post.summaryEnd() == 0) {
            return post.excerpt();
        }
        String text = renderer.render(post.markdown().substring(0, post.summaryEnd()), post.language())
                .body()
                .text();
        return OneLine.beginning(text, Content.LONGEST_EXCERPT);
    }
}

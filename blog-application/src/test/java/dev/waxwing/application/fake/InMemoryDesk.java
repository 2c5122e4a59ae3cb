package dev.waxwing.application.fake;

import dev.waxwing.application.fake.InMemoryBlog.Tables;
import dev.waxwing.application.post.DeskCursor;
import dev.waxwing.application.post.DeskEntry;
import dev.waxwing.application.post.DeskFilter;
import dev.waxwing.application.post.DeskQueries;
import dev.waxwing.application.post.LinkedPost;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.TranslationGroup;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers about posts of every status in memory. */
final class InMemoryDesk implements DeskQueries {
    private static final Comparator<DeskCursor> OLDEST_FIRST = Comparator.comparing(DeskCursor::editedAt)
            .thenComparing(place -> place.post().toString());

    private final InMemoryBlog blog;

    InMemoryDesk(InMemoryBlog blog) {
        this.blog = blog;
    }

    @Override
    public List<DeskEntry> entries(DeskFilter filter, int limit) {
        return blog.read(stored -> wanted(filter, stored).limit(limit).toList());
    }

    @Override
    public List<DeskEntry> entries(DeskFilter filter, DeskCursor after, int limit) {
        return blog.read(stored -> wanted(filter, stored)
                .filter(entry -> OLDEST_FIRST.compare(entry.cursor(), after) < 0)
                .limit(limit)
                .toList());
    }

    @Override
    public Optional<DeskEntry> entry(PostId post) {
        return blog.read(stored -> Optional.ofNullable(stored.posts.get(post)).map(state -> entry(state, stored)));
    }

    @Override
    public List<LinkedPost> translations(TranslationGroup group) {
        return blog.read(stored -> InMemoryPosts.inOneGroup(group, stored)
                .map(post -> new LinkedPost(
                        post.id(),
                        post.slug(),
                        post.revision().content().title().value(),
                        post.revision().content().language(),
                        post.status(),
                        post.authors()))
                .sorted(Comparator.comparing(post -> post.language().value()))
                .toList());
    }

    @Override
    public Optional<Instant> nextDue() {
        return blog.read(stored -> stored.posts.values().stream()
                .map(Post.State::scheduledFor)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder()));
    }

    private static Stream<DeskEntry> wanted(DeskFilter filter, Tables stored) {
        return stored.posts.values().stream()
                .filter(post -> filter.kind().isEmpty() || filter.kind().get() == post.kind())
                .filter(post -> filter.status()
                        .map(status -> stands(post, status))
                        .orElse(post.status() != Post.Status.TRASHED))
                .filter(post -> filter.author().isEmpty()
                        || post.authors().contains(filter.author().get()))
                .filter(post -> filter.tag().isEmpty()
                        || post.tags().contains(filter.tag().get()))
                .map(post -> entry(post, stored))
                .filter(entry -> entry.title()
                        .toLowerCase(Locale.ROOT)
                        .contains(filter.words().toLowerCase(Locale.ROOT)))
                .sorted(Comparator.comparing(DeskEntry::cursor, OLDEST_FIRST).reversed());
    }

    private static boolean stands(Post.State post, Post.Status status) {
        return status == Post.Status.IN_REVIEW ? post.isInReview() : post.status() == status;
    }

    private static DeskEntry entry(Post.State post, Tables stored) {
        return new DeskEntry(
                post.id(),
                post.kind(),
                post.slug(),
                post.newest().content().title().value(),
                post.status(),
                post.pending() != null,
                post.writing().submitted(),
                post.authors().stream()
                        .map(author -> InMemoryPosts.byline(author, stored))
                        .flatMap(Optional::stream)
                        .toList(),
                post.tags().stream()
                        .map(tag -> InMemoryPosts.label(tag, stored))
                        .flatMap(Optional::stream)
                        .toList(),
                post.scheduledFor(),
                post.publishedAt(),
                post.newest().at());
    }
}

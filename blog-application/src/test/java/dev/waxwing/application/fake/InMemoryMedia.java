package dev.waxwing.application.fake;

import dev.waxwing.application.fake.InMemoryBlog.Tables;
import dev.waxwing.application.library.MediaCursor;
import dev.waxwing.application.library.MediaQueries;
import dev.waxwing.application.library.MediaRepository;
import dev.waxwing.application.library.MediaUse;
import dev.waxwing.application.library.MediaView;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.library.MediaEvent;
import dev.waxwing.domain.library.MediaFile;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The library in memory. */
public final class InMemoryMedia implements MediaRepository {
    private final InMemoryBlog blog;
    private final MediaQueries queries = new Queries();

    InMemoryMedia(InMemoryBlog blog) {
        this.blog = blog;
    }

    public MediaQueries queries() {
        return queries;
    }

    @Override
    public Optional<MediaFile> find(MediaAddress address) {
        return blog.read(
                stored -> Optional.ofNullable(stored.media.get(address)).map(MediaFile::restore));
    }

    @Override
    public void save(MediaFile file) {
        blog.write(stored -> {
            MediaFile.State state = file.state();
            MediaFile.State present = stored.media.get(state.address());
            InMemoryBlog.requireVersion(present == null ? 0 : present.version(), state.version(), "file");
            List<MediaEvent> events = file.drainEvents();
            stored.media.put(
                    state.address(),
                    new MediaFile.State(
                            state.address(),
                            state.name(),
                            state.alt(),
                            state.bytes(),
                            state.by(),
                            state.at(),
                            InMemoryBlog.versionAfter(state.version(), events)));
            blog.append(events);
        });
    }

    @Override
    public void remove(MediaFile file) {
        blog.write(stored -> {
            MediaFile.State present = stored.media.get(file.address());
            InMemoryBlog.requireVersion(
                    present == null ? 0 : present.version(), file.state().version(), "file");
            stored.media.remove(file.address());
            blog.append(file.drainEvents());
        });
    }

    @Override
    public void recordUses(PostId post, Set<MediaAddress> files) {
        blog.write(stored -> stored.mediaUses.put(post, Set.copyOf(files)));
    }

    @Override
    public List<MediaUse> uses(MediaAddress file) {
        return blog.read(stored -> posts(file, stored)
                .map(post -> new MediaUse(
                        post.id(),
                        post.revision().content().title().value(),
                        post.slug(),
                        post.status(),
                        post.authors()))
                .sorted(Comparator.comparing(MediaUse::title))
                .toList());
    }

    private static Stream<Post.State> posts(MediaAddress address, Tables stored) {
        return stored.mediaUses.entrySet().stream()
                .filter(use -> use.getValue().contains(address))
                .map(use -> stored.posts.get(use.getKey()));
    }

    private final class Queries implements MediaQueries {
        private static final Comparator<MediaCursor> OLDEST_FIRST = Comparator.comparing(MediaCursor::at)
                .thenComparing(place -> place.address().value());

        @Override
        public Optional<MediaView> find(MediaAddress address) {
            return blog.read(
                    stored -> Optional.ofNullable(stored.media.get(address)).map(file -> view(file, stored)));
        }

        @Override
        public List<MediaView> library(String words, Optional<MediaCursor> after, int limit) {
            return blog.read(stored -> stored.media.values().stream()
                    .filter(file -> hasAll(file, words))
                    .map(file -> view(file, stored))
                    .filter(file -> after.filter(place -> OLDEST_FIRST.compare(file.cursor(), place) >= 0)
                            .isEmpty())
                    .sorted(Comparator.comparing(MediaView::cursor, OLDEST_FIRST.reversed()))
                    .limit(limit)
                    .toList());
        }

        private boolean hasAll(MediaFile.State file, String words) {
            String text = (file.name() + "\n" + file.alt()).toLowerCase(Locale.ROOT);
            return Arrays.stream(words.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                    .allMatch(text::contains);
        }

        private MediaView view(MediaFile.State file, Tables stored) {
            return new MediaView(
                    file.address(),
                    file.name(),
                    file.alt(),
                    file.bytes(),
                    Optional.ofNullable(file.by()).map(id -> uploader(id, stored)),
                    file.at(),
                    posts(file.address(), stored).count(),
                    file.version());
        }

        private MediaView.Uploader uploader(AuthorId id, Tables stored) {
            return new MediaView.Uploader(id, stored.authors.get(id).profile().name());
        }
    }
}

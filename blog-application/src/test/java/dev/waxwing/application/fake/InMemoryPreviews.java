package dev.waxwing.application.fake;

import dev.waxwing.application.post.PreviewRepository;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Preview;
import dev.waxwing.domain.post.PreviewEvent;
import dev.waxwing.domain.post.PreviewId;
import dev.waxwing.domain.shared.BlogException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The preview links in memory. */
final class InMemoryPreviews implements PreviewRepository {
    private final InMemoryBlog blog;

    InMemoryPreviews(InMemoryBlog blog) {
        this.blog = blog;
    }

    @Override
    public Optional<Preview> find(PreviewId id) {
        return blog.read(stored -> Optional.ofNullable(stored.previews.get(id)).map(Preview::restore));
    }

    @Override
    public Optional<Preview> findBySecret(String secret) {
        return blog.read(stored -> stored.previews.values().stream()
                .filter(preview -> preview.secret().equals(secret))
                .findFirst()
                .map(Preview::restore));
    }

    @Override
    public List<Preview> of(PostId post) {
        return blog.read(stored -> stored.previews.values().stream()
                .filter(preview -> preview.post().equals(post))
                .sorted(Comparator.comparing(Preview.State::since).reversed())
                .map(Preview::restore)
                .toList());
    }

    @Override
    public void save(Preview preview) {
        blog.write(stored -> {
            Preview.State state = preview.state();
            Preview.State present = stored.previews.get(state.id());
            InMemoryBlog.requireVersion(present == null ? 0 : present.version(), state.version(), "preview link");
            if (!stored.posts.containsKey(state.post())) {
                throw new BlogException.Conflict("The post is not there any more");
            }
            List<PreviewEvent> events = preview.drainEvents();
            stored.previews.put(
                    state.id(),
                    new Preview.State(
                            state.id(),
                            state.post(),
                            state.secret(),
                            state.since(),
                            state.until(),
                            state.revokedAt(),
                            InMemoryBlog.versionAfter(state.version(), events)));
            blog.append(events);
        });
    }

    @Override
    public int forgetExpired(Instant before, int limit) {
        return blog.changed(stored -> InMemoryBlog.forget(
                stored.previews.values(), preview -> preview.until().isBefore(before), limit));
    }
}

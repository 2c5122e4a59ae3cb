package dev.waxwing.application.fake;

import dev.waxwing.application.fake.InMemoryBlog.Tables;
import dev.waxwing.application.tag.TagQueries;
import dev.waxwing.application.tag.TagRepository;
import dev.waxwing.application.tag.TagView;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.Tag;
import dev.waxwing.domain.tag.TagEvent;
import dev.waxwing.domain.tag.TagId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tags in memory. */
public final class InMemoryTags implements TagRepository {
    private final InMemoryBlog blog;
    private final TagQueries queries = new Queries();

    InMemoryTags(InMemoryBlog blog) {
        this.blog = blog;
    }

    public TagQueries queries() {
        return queries;
    }

    @Override
    public Optional<Tag> find(TagId id) {
        return blog.read(stored -> Optional.ofNullable(stored.tags.get(id)).map(Tag::restore));
    }

    @Override
    public Optional<Tag> find(Slug slug) {
        return blog.read(stored -> stored.tags.values().stream()
                .filter(tag -> tag.slug().equals(slug))
                .findFirst()
                .map(Tag::restore));
    }

    @Override
    public void save(Tag tag) {
        blog.write(stored -> {
            Tag.State state = tag.state();
            Tag.State present = stored.tags.get(state.id());
            InMemoryBlog.requireVersion(present == null ? 0 : present.version(), state.version(), "tag");
            if (stored.tags.values().stream()
                    .anyMatch(other ->
                            other.slug().equals(state.slug()) && !other.id().equals(state.id()))) {
                throw new BlogException.Conflict("Another tag has the address '%s'".formatted(state.slug()));
            }
            List<TagEvent> events = tag.drainEvents();
            long version = InMemoryBlog.versionAfter(state.version(), events);
            stored.tags.put(
                    state.id(), new Tag.State(state.id(), state.name(), state.slug(), state.description(), version));
            blog.append(events);
        });
    }

    @Override
    public void remove(Tag tag) {
        blog.write(stored -> {
            if (stored.posts.values().stream().anyMatch(post -> post.tags().contains(tag.id()))) {
                throw new BlogException.Conflict("The tag still has posts");
            }
            stored.tags.remove(tag.id());
            blog.append(tag.drainEvents());
        });
    }

    private final class Queries implements TagQueries {
        @Override
        public Optional<TagView> find(Slug slug) {
            return blog.read(stored ->
                    views(stored).filter(tag -> tag.slug().equals(slug)).findFirst());
        }

        @Override
        public List<TagView> inUse() {
            return all().stream().filter(tag -> tag.posts() > 0).toList();
        }

        @Override
        public List<TagView> all() {
            return blog.read(stored -> views(stored)
                    .sorted(Comparator.comparing(tag -> tag.name().value(), String.CASE_INSENSITIVE_ORDER))
                    .toList());
        }

        @Override
        public List<TagView> bySlug(Optional<Slug> after, int limit) {
            String place = after.map(Slug::value).orElse("");
            return blog.read(stored -> views(stored)
                    .filter(tag -> tag.slug().value().compareTo(place) > 0)
                    .sorted(Comparator.comparing(tag -> tag.slug().value()))
                    .limit(limit)
                    .toList());
        }

        private Stream<TagView> views(Tables stored) {
            return stored.tags.values().stream().map(tag -> view(tag, stored));
        }

        private TagView view(Tag.State tag, Tables stored) {
            long posts = InMemoryPosts.articles(stored)
                    .filter(post -> post.tags().contains(tag.id()))
                    .count();
            return new TagView(tag.id(), tag.name(), tag.slug(), tag.description(), posts, tag.version());
        }
    }
}

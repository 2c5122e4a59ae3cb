package dev.waxwing.application.fake;

import dev.waxwing.application.author.AuthorQueries;
import dev.waxwing.application.author.AuthorRepository;
import dev.waxwing.application.author.AuthorView;
import dev.waxwing.application.fake.InMemoryBlog.Tables;
import dev.waxwing.domain.author.Author;
import dev.waxwing.domain.author.AuthorEvent;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The authors in memory. */
public final class InMemoryAuthors implements AuthorRepository {
    private final InMemoryBlog blog;
    private final AuthorQueries queries = new Queries();

    InMemoryAuthors(InMemoryBlog blog) {
        this.blog = blog;
    }

    public AuthorQueries queries() {
        return queries;
    }

    @Override
    public Optional<Author> find(AuthorId id) {
        return blog.read(stored -> Optional.ofNullable(stored.authors.get(id)).map(Author::restore));
    }

    @Override
    public Optional<Author> find(Slug handle) {
        return blog.read(stored -> stored.authors.values().stream()
                .filter(author -> author.handle().equals(handle))
                .findFirst()
                .map(Author::restore));
    }

    @Override
    public void save(Author author) {
        blog.write(stored -> {
            Author.State state = author.state();
            Author.State present = stored.authors.get(state.id());
            InMemoryBlog.requireVersion(present == null ? 0 : present.version(), state.version(), "author");
            if (stored.authors.values().stream()
                    .anyMatch(other ->
                            other.handle().equals(state.handle()) && !other.id().equals(state.id()))) {
                throw new BlogException.Conflict("Another author has the handle '%s'".formatted(state.handle()));
            }
            List<AuthorEvent> events = author.drainEvents();
            long version = InMemoryBlog.versionAfter(state.version(), events);
            stored.authors.put(state.id(), new Author.State(state.id(), state.handle(), state.profile(), version));
            blog.append(events);
        });
    }

    private final class Queries implements AuthorQueries {
        @Override
        public Optional<AuthorView> find(Slug handle) {
            return all().stream()
                    .filter(author -> author.handle().equals(handle))
                    .findFirst();
        }

        @Override
        public List<AuthorView> all() {
            return blog.read(stored -> stored.authors.values().stream()
                    .map(author -> view(author, stored))
                    .sorted(Comparator.comparing(author -> author.profile().name(), String.CASE_INSENSITIVE_ORDER))
                    .toList());
        }

        @Override
        public List<AuthorView> byHandle(Optional<Slug> after, int limit) {
            String place = after.map(Slug::value).orElse("");
            return all().stream()
                    .filter(author -> author.handle().value().compareTo(place) > 0)
                    .sorted(Comparator.comparing(author -> author.handle().value()))
                    .limit(limit)
                    .toList();
        }

        private AuthorView view(Author.State author, Tables stored) {
            long posts = InMemoryPosts.articles(stored)
                    .filter(post -> post.authors().contains(author.id()))
                    .count();
            return new AuthorView(author.id(), author.handle(), author.profile(), posts, author.version());
        }
    }
}

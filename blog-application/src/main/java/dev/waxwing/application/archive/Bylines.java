package dev.waxwing.application.archive;

import dev.waxwing.application.author.AuthorRepository;
import dev.waxwing.application.shared.IdGenerator;
import dev.waxwing.domain.author.Author;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.author.Profile;
import dev.waxwing.domain.shared.Slug;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Finds the authors whom an archive names, and registers those who are unknown; nobody can sign in as one of them. */
final class Bylines {
    private static final Slug NAMELESS = new Slug("author");

    private final AuthorRepository authors;
    private final IdGenerator ids;
    private final Clock clock;

    Bylines(AuthorRepository authors, IdGenerator ids, Clock clock) {
        this.authors = authors;
        this.ids = ids;
        this.clock = clock;
    }

    /** Those whom the archive names, or the one who stands for them. */
    static List<ArchivedAuthor> names(ArchivedPost post, String fallback) {
        return post.authors().isEmpty() ? List.of(new ArchivedAuthor(fallback, Optional.empty())) : post.authors();
    }

    AuthorId findOrRegister(ArchivedAuthor named) {
        Optional<Slug> handle = Slug.from(named.name());
        return handle.isPresent()
                ? authors.find(handle.get()).map(Author::id).orElseGet(() -> register(named, handle.get()))
                : byName(named);
    }

    /** A name without a letter or digit gives no handle of its own. */
    private AuthorId byName(ArchivedAuthor named) {
        Slug handle = NAMELESS;
        for (int number = 2; ; number++) {
            Optional<Author> present = authors.find(handle);
            if (present.isEmpty()) {
                return register(named, handle);
            }
            if (present.get().state().profile().name().equals(named.name())) {
                return present.get().id();
            }
            handle = NAMELESS.numbered(number);
        }
    }

    private AuthorId register(ArchivedAuthor named, Slug handle) {
        List<Profile.Link> links = named.home()
                .map(home -> List.of(new Profile.Link(home.uri().getHost(), home)))
                .orElse(List.of());
        Author author = Author.register(
                new AuthorId(ids.next()), handle, new Profile(named.name(), "", links, null), clock.instant());
        authors.save(author);
        return author.id();
    }
}

package dev.waxwing.application.author;

import dev.waxwing.domain.author.Author;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import java.util.Optional;

/** Port: the authors as aggregates. Saving also appends the pending events to the change feed. */
public interface AuthorRepository {
    Optional<Author> find(AuthorId id);

    Optional<Author> find(Slug handle);

    /** @throws BlogException.NotFound if there is none */
    default Author get(AuthorId id) {
        return find(id).orElseThrow(() -> new BlogException.NotFound("author", id));
    }

    /** @throws BlogException.Conflict if it was changed by someone else since it was loaded, or its handle is taken */
    void save(Author author);
}

package dev.waxwing.application.author;

import dev.waxwing.domain.shared.Slug;
import java.util.List;
import java.util.Optional;

/** Port: read-only questions about authors. */
public interface AuthorQueries {
    Optional<AuthorView> find(Slug handle);

    /** All authors, by name; an author without published articles is among them. */
    List<AuthorView> all();

    /** Some of them in the order of their handles: those behind one, which need not be there, or the first ones. */
    List<AuthorView> byHandle(Optional<Slug> after, int limit);
}

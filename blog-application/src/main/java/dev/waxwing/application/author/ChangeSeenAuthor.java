package dev.waxwing.application.author;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.author.Author;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.shared.BlogException;
import jakarta.inject.Inject;
import java.util.OptionalLong;

/** Use case: change what is said of an author, but only if it is still as it was seen. */
public final class ChangeSeenAuthor {

    /**
     * @param seen the version that was seen
     * @param change other use cases, which decide who may
     */
    public record Command(AuthorId author, long seen, Runnable change) {}

    private final AuthorRepository authors;
    private final UnitOfWork work;

    @Inject
    public ChangeSeenAuthor(AuthorRepository authors, UnitOfWork work) {
        this.authors = authors;
        this.work = work;
    }

    /**
     * Returns the present version if it is another one, and then has changed nothing.
     *
     * @throws BlogException.Conflict if somebody else was faster by a moment
     */
    public OptionalLong handle(Command command) {
        return work.execute(() -> {
            Author author = authors.get(command.author());
            if (author.state().version() != command.seen()) {
                return OptionalLong.of(author.state().version());
            }
            authors.save(author);
            command.change().run();
            return OptionalLong.empty();
        });
    }
}

package dev.waxwing.application.post;

import dev.waxwing.domain.account.Actor;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Use case: look through the posts of every status. Editors see everyone's, others those that carry their name. */
public final class BrowsePosts {
    public record Command(Actor actor, DeskFilter filter, Optional<DeskCursor> after, int limit) {}

    private final DeskQueries queries;

    @Inject
    public BrowsePosts(DeskQueries queries) {
        this.queries = queries;
    }

    public List<DeskEntry> handle(Command command) {
        Actor actor = command.actor();
        if (actor.editsEveryones()) {
            return entries(command.filter(), command);
        }
        return actor.author()
                .map(author -> entries(command.filter().by(author), command))
                .orElse(List.of());
    }

    private List<DeskEntry> entries(DeskFilter filter, Command command) {
        return command.after()
                .map(after -> queries.entries(filter, after, command.limit()))
                .orElseGet(() -> queries.entries(filter, command.limit()));
    }
}

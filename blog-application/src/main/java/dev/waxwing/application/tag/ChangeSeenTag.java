package dev.waxwing.application.tag;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.tag.Tag;
import dev.waxwing.domain.tag.TagId;
import jakarta.inject.Inject;
import java.util.OptionalLong;

/** Use case: change a tag in one or several ways, but only if it is still as it was seen. */
public final class ChangeSeenTag {

    /**
     * @param seen the version that was seen
     * @param change other use cases, which decide who may
     */
    public record Command(TagId tag, long seen, Runnable change) {}

    private final TagRepository tags;
    private final UnitOfWork work;

    @Inject
    public ChangeSeenTag(TagRepository tags, UnitOfWork work) {
        this.tags = tags;
        this.work = work;
    }

    /**
     * Returns the present version if it is another one, and then has changed nothing.
     *
     * @throws BlogException.Conflict if somebody else was faster by a moment
     */
    public OptionalLong handle(Command command) {
        return work.execute(() -> {
            Tag tag = tags.get(command.tag());
            if (tag.state().version() != command.seen()) {
                return OptionalLong.of(tag.state().version());
            }
            tags.save(tag);
            command.change().run();
            return OptionalLong.empty();
        });
    }
}

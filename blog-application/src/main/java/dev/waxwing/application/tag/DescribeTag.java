package dev.waxwing.application.tag;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.tag.Tag;
import dev.waxwing.domain.tag.TagId;
import jakarta.inject.Inject;
import java.time.Clock;

/** Use case: say what is collected under a tag. */
public final class DescribeTag {
    public record Command(Actor actor, TagId tag, String description) {}

    private final TagRepository tags;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public DescribeTag(TagRepository tags, UnitOfWork work, Clock clock) {
        this.tags = tags;
        this.work = work;
        this.clock = clock;
    }

    public void handle(Command command) {
        command.actor().requireMayCurate();
        work.run(() -> {
            Tag tag = tags.get(command.tag());
            tag.describe(command.description(), clock.instant());
            tags.save(tag);
        });
    }
}

package dev.waxwing.application.tag;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.tag.Tag;
import dev.waxwing.domain.tag.TagId;
import dev.waxwing.domain.tag.TagName;
import jakarta.inject.Inject;
import java.time.Clock;

/** Use case: change the word that readers see for a tag; its address stays. */
public final class RenameTag {
    public record Command(Actor actor, TagId tag, TagName name) {}

    private final TagRepository tags;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public RenameTag(TagRepository tags, UnitOfWork work, Clock clock) {
        this.tags = tags;
        this.work = work;
        this.clock = clock;
    }

    public void handle(Command command) {
        command.actor().requireMayCurate();
        work.run(() -> {
            Tag tag = tags.get(command.tag());
            tag.rename(command.name(), clock.instant());
            tags.save(tag);
        });
    }
}

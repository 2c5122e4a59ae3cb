package dev.waxwing.application.tag;

import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.tag.TagId;
import dev.waxwing.domain.tag.TagName;
import jakarta.inject.Inject;

/** Use case: add a tag that no post is under yet. */
public final class CreateTag {
    public record Command(Actor actor, TagName name, String description) {}

    private final FindOrCreateTags findOrCreate;
    private final DescribeTag describe;
    private final UnitOfWork work;

    @Inject
    public CreateTag(FindOrCreateTags findOrCreate, DescribeTag describe, UnitOfWork work) {
        this.findOrCreate = findOrCreate;
        this.describe = describe;
        this.work = work;
    }

    /** @throws BlogException.Conflict if there is a tag of these words already */
    public TagId handle(Command command) {
        command.actor().requireMayCurate();
        return work.execute(() -> {
            TagId tag = findOrCreate.create(command.name());
            describe.handle(new DescribeTag.Command(command.actor(), tag, command.description()));
            return tag;
        });
    }
}

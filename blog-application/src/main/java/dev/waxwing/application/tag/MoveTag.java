package dev.waxwing.application.tag;

import dev.waxwing.application.redirect.FormerAddresses;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.redirect.Target;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.Tag;
import dev.waxwing.domain.tag.TagId;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Use case: give a tag's page another address and let the former one lead there. */
public final class MoveTag {
    public record Command(Actor actor, TagId tag, Slug slug) {}

    private final TagRepository tags;
    private final FormerAddresses addresses;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public MoveTag(TagRepository tags, FormerAddresses addresses, UnitOfWork work, Clock clock) {
        this.tags = tags;
        this.addresses = addresses;
        this.work = work;
        this.clock = clock;
    }

    /** @throws BlogException.Conflict if another tag has the slug, then merge the two instead; or if it once had it */
    public void handle(Command command) {
        command.actor().requireMayCurate();
        work.run(() -> {
            Tag tag = tags.get(command.tag());
            Slug from = tag.state().slug();
            Slug to = command.slug();
            if (from.equals(to)) {
                return;
            }
            Target thing = new Target.ToTag(command.tag());
            addresses.requireFree(SitePath.ofTag(to), thing);
            Instant now = clock.instant();
            tag.moveTo(to, now);
            tags.save(tag);
            addresses.moved(SitePath.ofTag(from), SitePath.ofTag(to), thing, now);
        });
    }
}

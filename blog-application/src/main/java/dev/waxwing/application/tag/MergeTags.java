package dev.waxwing.application.tag;

import dev.waxwing.application.post.PostRepository;
import dev.waxwing.application.redirect.FormerAddresses;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.redirect.Redirect;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.redirect.Target;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.tag.Tag;
import dev.waxwing.domain.tag.TagId;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Use case: make two tags one; posts keep their place in the order of tags, and every address of the one leads to the other.
 */
public final class MergeTags {
    private static final int BATCH = 200;

    public record Command(Actor actor, TagId from, TagId into) {}

    private final TagRepository tags;
    private final PostRepository posts;
    private final FormerAddresses addresses;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public MergeTags(
            TagRepository tags, PostRepository posts, FormerAddresses addresses, UnitOfWork work, Clock clock) {
        this.tags = tags;
        this.posts = posts;
        this.addresses = addresses;
        this.work = work;
        this.clock = clock;
    }

    /** @throws BlogException.Conflict if both are the same tag */
    public void handle(Command command) {
        command.actor().requireMayCurate();
        work.run(() -> {
            Tag from = tags.get(command.from());
            Tag into = tags.get(command.into());
            Instant now = clock.instant();
            from.mergeInto(into.id(), now);
            for (List<PostId> batch = tagged(from); !batch.isEmpty(); batch = tagged(from)) {
                batch.forEach(post -> retag(post, from.id(), into.id(), now));
            }
            tags.remove(from);
            Target heir = new Target.ToTag(into.id());
            addresses.inherit(new Target.ToTag(from.id()), heir, now);
            addresses.leadTo(SitePath.ofTag(from.state().slug()), heir, Redirect.Reason.MOVED, now);
        });
    }

    private List<PostId> tagged(Tag tag) {
        return posts.tagged(tag.id(), BATCH);
    }

    private void retag(PostId id, TagId from, TagId into, Instant now) {
        Post post = posts.get(id);
        post.tag(
                post.state().tags().stream()
                        .map(tag -> tag.equals(from) ? into : tag)
                        .toList(),
                now);
        posts.save(post);
    }
}

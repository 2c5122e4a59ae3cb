package dev.waxwing.application.post;

import dev.waxwing.application.redirect.FormerAddresses;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.Content;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.Title;
import dev.waxwing.domain.redirect.SitePath;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/**
 * Use case: keep what somebody has written, every few seconds or when they ask. A published post keeps it back from readers
 * until its changes are published; the address of a draft that nobody has seen follows its title.
 */
public final class SavePost {
    /** @param seen the version of the post that the writer began from, or that the last accepted save returned */
    public record Command(Actor actor, PostId post, long seen, Draft draft) {}

    private final PostRepository posts;
    private final FreeSlug slugs;
    private final FormerAddresses addresses;
    private final MarkdownRenderer renderer;
    private final UnitOfWork work;
    private final Clock clock;

    @Inject
    public SavePost(
            PostRepository posts,
            FreeSlug slugs,
            FormerAddresses addresses,
            MarkdownRenderer renderer,
            UnitOfWork work,
            Clock clock) {
        this.posts = posts;
        this.slugs = slugs;
        this.addresses = addresses;
        this.renderer = renderer;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Returns the version to name with the next save. A text that is there already is accepted again, as when the answer to
     * its first save got lost.
     *
     * @throws BlogException.Conflict if somebody else has written since; nothing is kept
     */
    public long handle(Command command) {
        Content content = Contents.of(command.draft(), renderer);
        return work.execute(() -> {
            Post post = posts.get(command.post());
            requireMayWrite(command.actor(), post);
            if (!content.equals(post.state().newest().content())) {
                post.requireNoNewerText(command.seen());
                keep(post, content, command.actor());
            }
            return Math.max(post.state().version(), post.state().writing().version());
        });
    }

    /** Readers do not see what is written in a published post, but they will see what is written in a scheduled one. */
    static void requireMayWrite(Actor actor, Post post) {
        actor.requireMayEdit(post.state().authors());
        if (!mayWrite(actor, post)) {
            throw new BlogException.Forbidden(Rights.WHY_NOT_WRITE);
        }
    }

    static boolean mayWrite(Actor actor, Post post) {
        return post.state().status() == Post.Status.SCHEDULED
                ? actor.mayPublish(post.state().authors())
                : actor.mayEdit(post.state().authors());
    }

    private void keep(Post post, Content content, Actor actor) {
        Instant now = clock.instant();
        Title former = post.state().newest().content().title();
        post.edit(content, actor.author().orElse(null), now);
        if (!former.equals(content.title()) && isNamedAfter(former, post)) {
            Slug slug = slugs.forTitle(content.title().value(), post.id());
            post.moveTo(slug, now);
            addresses.occupied(SitePath.ofPost(slug), now);
        }
        posts.save(post);
    }

    private static boolean isNamedAfter(Title title, Post post) {
        boolean unknown = switch (post.state().status()) {
            case DRAFT, IN_REVIEW -> !post.wasSeen();
            case SCHEDULED, PUBLISHED, ARCHIVED, TRASHED -> false;
        };
        return unknown && FreeSlug.suggests(title.value(), post.state().slug());
    }
}

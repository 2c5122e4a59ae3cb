package dev.waxwing.application.publication;

import dev.waxwing.application.post.Draft;
import dev.waxwing.application.post.DraftPost;
import dev.waxwing.application.post.PublishPost;
import dev.waxwing.application.post.SchedulePost;
import dev.waxwing.application.post.TagPost;
import dev.waxwing.application.shared.UnitOfWork;
import dev.waxwing.application.tag.FindOrCreateTags;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.shared.Slug;
import dev.waxwing.domain.tag.TagName;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Use case: write a post with all that belongs to it in one go, as programs do; all of it is stored or nothing. */
public final class ComposePost {

    /** What readers are to see of it. */
    public sealed interface Appearance {
        /** Nothing yet. */
        record Draft() implements Appearance {}

        /** All of it, now. */
        record Published() implements Appearance {}

        /** All of it, from then on. */
        record Scheduled(Instant due) implements Appearance {}
    }

    /**
     * @param slug the wished address; if empty, the title suggests one
     * @param tags the first one is the primary tag; those that do not exist are made
     */
    public record Command(
            Actor actor, Post.Kind kind, Draft draft, Optional<Slug> slug, List<TagName> tags, Appearance appearance) {
        public Command {
            tags = List.copyOf(tags);
        }
    }

    private final BeginPost begin;
    private final TagPost tag;
    private final PublishPost publish;
    private final SchedulePost schedule;
    private final FindOrCreateTags tags;
    private final UnitOfWork work;

    @Inject
    public ComposePost(
            BeginPost begin,
            TagPost tag,
            PublishPost publish,
            SchedulePost schedule,
            FindOrCreateTags tags,
            UnitOfWork work) {
        this.begin = begin;
        this.tag = tag;
        this.publish = publish;
        this.schedule = schedule;
        this.tags = tags;
        this.work = work;
    }

    /**
     * @throws BlogException.Conflict if the wished address is taken
     * @throws BlogException.Forbidden if the actor may not let readers see it
     * @throws BlogException.TooOften if the account of the actor has begun too many
     */
    public PostId handle(Command command) {
        Actor actor = command.actor();
        return work.execute(() -> {
            PostId post = begin.handle(new BeginPost.Command(new DraftPost.Command(
                    actor,
                    command.kind(),
                    command.draft(),
                    command.slug(),
                    actor.author().stream().toList())));
            if (!command.tags().isEmpty()) {
                tag.handle(new TagPost.Command(actor, post, tags.handle(new FindOrCreateTags.Command(command.tags()))));
            }
            if (command.appearance() instanceof Appearance.Published) {
                publish.handle(new PublishPost.Command(actor, post));
            } else if (command.appearance() instanceof Appearance.Scheduled later) {
                schedule.handle(new SchedulePost.Command(actor, post, later.due()));
            }
            return post;
        });
    }
}

package dev.waxwing.application.post;

import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.post.Post;
import java.util.Collection;
import java.util.List;

/**
 * What somebody may do with a post as it stands, so that they are offered nothing else.
 *
 * @param write its text
 * @param revise change what readers see at once: its tags and its address; and throw it away
 * @param publish decide what readers see
 * @param credit put the names of others under it
 */
public record Rights(boolean write, boolean revise, boolean publish, boolean credit) {
    /** What somebody is told who may edit a post, but not write in it as it stands. */
    public static final String WHY_NOT_WRITE =
            "The post is scheduled, so only those who publish may change it; ask an editor to take it back";

    static Rights of(Actor actor, Post post) {
        boolean revise = RevisePost.mayRevise(actor, post);
        return new Rights(
                SavePost.mayWrite(actor, post),
                revise,
                actor.mayPublish(post.state().authors()),
                revise && actor.editsEveryones());
    }

    /** Whether the actor may know that there is a post: readers see it, or it is the actor's to edit. */
    public static boolean mayKnow(Actor actor, Post.Status status, Collection<AuthorId> byline) {
        return status == Post.Status.PUBLISHED || actor.mayEdit(byline);
    }

    /** With a post that the actor begins. */
    public static Rights toBegin(Actor actor) {
        List<AuthorId> byline = actor.author().stream().toList();
        return new Rights(true, true, actor.mayPublish(byline), actor.editsEveryones());
    }
}

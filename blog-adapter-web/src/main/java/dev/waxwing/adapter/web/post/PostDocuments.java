package dev.waxwing.adapter.web.post;

import dev.waxwing.adapter.web.shared.ApiAnswer;
import dev.waxwing.adapter.web.shared.Caller;
import dev.waxwing.adapter.web.shared.Json;
import dev.waxwing.adapter.web.shared.Params;
import dev.waxwing.adapter.web.shared.Precondition;
import dev.waxwing.application.post.ChangeSeenPost;
import dev.waxwing.application.post.PostDocument;
import dev.waxwing.application.publication.ReadPost;
import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.BlogException;
import dev.waxwing.domain.token.Scope;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Set;

/** The posts of one kind as programs get them, one at a time, and change them. */
final class PostDocuments {
    /** Readers see what is changed in these, now or soon. */
    private static final Set<Post.Status> AWAITED = Set.of(Post.Status.SCHEDULED, Post.Status.PUBLISHED);

    private final Post.Kind kind;
    private final ReadPost read;
    private final ChangeSeenPost changeSeen;
    private final PostJson json;

    PostDocuments(Post.Kind kind, ReadPost read, ChangeSeenPost changeSeen, PostJson json) {
        this.kind = kind;
        this.read = read;
        this.changeSeen = changeSeen;
        this.json = json;
    }

    /** @throws BlogException.NotFound if there is none, it is of the other kind, or the actor may not know of it */
    PostDocument get(Actor actor, PostId id) {
        PostDocument post = read.handle(new ReadPost.Command(actor, id));
        if (post.kind() != kind) {
            throw new BlogException.NotFound(kind == Post.Kind.ARTICLE ? "post" : "page", id);
        }
        return post;
    }

    /** @throws BlogException.Forbidden if readers see the post, or will soon, and the token is not for what they see */
    void requireMayChange(Context ctx, PostDocument post) {
        if (AWAITED.contains(post.status())) {
            Caller.require(ctx, Scope.PUBLISH);
        }
    }

    void send(Context ctx) {
        ApiAnswer.tagged(ctx, HttpStatus.OK, present(named(ctx)));
    }

    /** Something that is done with a post that was seen. */
    @FunctionalInterface
    interface Change {
        void of(Actor actor, PostId post);
    }

    /** @param sent empty if nothing but the act itself */
    void change(Context ctx, String sent, Change change) {
        Precondition.change(
                ctx,
                sent,
                seen -> {
                    PostId id = named(ctx).id();
                    Runnable act = () -> change.of(Caller.actor(ctx), id);
                    return changeSeen.handle(new ChangeSeenPost.Command(id, seen, act));
                },
                () -> present(named(ctx)));
    }

    private PostDocument named(Context ctx) {
        return get(Caller.actor(ctx), PostId.parse(Params.path(ctx, "id")));
    }

    Precondition.Present present(PostDocument post) {
        return new Precondition.Present(post.version(), Json.object(members -> json.document(members, post)));
    }
}

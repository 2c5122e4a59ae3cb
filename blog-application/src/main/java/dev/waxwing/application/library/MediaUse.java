package dev.waxwing.application.library;

import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.Slug;
import java.util.List;

/** A post that shows a file, whatever its status. */
public record MediaUse(PostId post, String title, Slug slug, Post.Status status, List<AuthorId> authors) {
    public MediaUse {
        authors = List.copyOf(authors);
    }

    /** What readers see, everybody knows; anything else, only those who may edit it. */
    public boolean mayBeNamedTo(Actor actor) {
        return status == Post.Status.PUBLISHED || actor.mayEdit(authors);
    }
}

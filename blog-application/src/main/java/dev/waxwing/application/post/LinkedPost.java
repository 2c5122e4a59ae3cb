package dev.waxwing.application.post;

import dev.waxwing.domain.account.Actor;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.LanguageTag;
import dev.waxwing.domain.shared.Slug;
import java.util.List;

/**
 * A post of any status that says the same as others in other languages.
 *
 * @param title the one that readers see, or would see
 */
public record LinkedPost(
        PostId id, Slug slug, String title, LanguageTag language, Post.Status status, List<AuthorId> authors) {
    public LinkedPost {
        authors = List.copyOf(authors);
    }

    /** Those that say the same as a post, as far as an actor may know of them. */
    public static List<LinkedPost> of(Post.State post, Actor actor, DeskQueries queries) {
        return queries.translations(post.group()).stream()
                .filter(other -> !other.id().equals(post.id()))
                .filter(other -> Rights.mayKnow(actor, other.status(), other.authors()))
                .toList();
    }
}

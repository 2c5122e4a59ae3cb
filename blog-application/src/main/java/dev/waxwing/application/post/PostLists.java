package dev.waxwing.application.post;

import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.post.TranslationGroup;
import dev.waxwing.domain.tag.TagId;
import java.util.List;

/**
 * Which lists a post stands in while it is published: those of its kind, of its tags, of its authors and
 * of its translations.
 */
public record PostLists(Post.Kind kind, List<TagId> tags, List<AuthorId> authors, TranslationGroup translations) {
    public PostLists {
        tags = List.copyOf(tags);
        authors = List.copyOf(authors);
    }
}

package dev.waxwing.application.post;

import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.post.Revision;
import java.util.List;

/**
 * A post as somebody who writes it needs it.
 *
 * @param text what was written last, be it pending or not
 * @param present the number of the revision that readers see, if they see the post
 * @param version to be named with the next save
 * @param translations the posts that say the same in other languages, as far as whoever has it in hand may know of them
 * @param seen whether readers may know its address
 * @param rights of whoever has it in hand
 */
public record WorkingCopy(
        DeskEntry entry,
        Revision text,
        int present,
        List<AuthorId> authors,
        List<LinkedPost> translations,
        boolean seen,
        long version,
        Rights rights) {
    public WorkingCopy {
        authors = List.copyOf(authors);
        translations = List.copyOf(translations);
    }
}

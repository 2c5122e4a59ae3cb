package dev.waxwing.application.post;

import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.tag.TagId;
import java.time.Instant;

/** Which published posts a list holds; all but {@link Pages} hold articles only. */
public sealed interface PostScope {
    /** All articles. */
    record Articles() implements PostScope {}

    /** The articles under a tag. */
    record Tagged(TagId tag) implements PostScope {}

    /** The articles that carry an author's name. */
    record By(AuthorId author) implements PostScope {}

    /** The articles published from one instant on and before another. */
    record Between(Instant from, Instant until) implements PostScope {}

    /** All pages. */
    record Pages() implements PostScope {}
}

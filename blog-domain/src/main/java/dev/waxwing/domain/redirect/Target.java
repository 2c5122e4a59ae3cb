package dev.waxwing.domain.redirect;

import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.WebAddress;
import dev.waxwing.domain.tag.TagId;

/**
 * Where a redirect leads. A redirect to a post, tag or author names the thing and not its address, so it still leads there
 * after the next move and chains cannot grow.
 */
public sealed interface Target {
    record ToPost(PostId post) implements Target {}

    record ToTag(TagId tag) implements Target {}

    record ToAuthor(AuthorId author) implements Target {}

    record ToPath(SitePath path) implements Target {}

    record ToAddress(WebAddress address) implements Target {}

    /** Nothing is there any more, and nothing will be (RFC 9110, section 15.5.11). */
    record Gone() implements Target {}
}

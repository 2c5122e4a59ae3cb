package dev.waxwing.adapter.web.post;

import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.adapter.web.shared.Links;
import dev.waxwing.application.post.DeskEntry;
import dev.waxwing.domain.shared.Slug;

/**
 * The question that stands before the move of a post whose address readers may know.
 *
 * @param post as it is now, all that was typed included
 * @param slug the wished end of its address
 */
public record MovePage(Desk desk, DeskEntry post, Slug slug) {

    public String editor() {
        return "/admin/posts/" + post.id();
    }

    /** A whole address, to be read. */
    public String address(Slug at) {
        return desk.site().absolute("/" + at);
    }

    /** Where the post is found until it moves. */
    public String present() {
        return Links.post(post.slug());
    }
}

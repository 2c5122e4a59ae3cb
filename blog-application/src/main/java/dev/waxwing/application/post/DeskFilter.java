package dev.waxwing.application.post;

import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.post.Post;
import dev.waxwing.domain.tag.TagId;
import java.util.Optional;

/**
 * Which posts those who write want to see.
 *
 * @param kind empty for articles and pages
 * @param status empty for all but the trash; what is in review are posts, and changes of published ones
 * @param words a part of the title, in upper or lower case; empty for any
 */
public record DeskFilter(
        Optional<Post.Kind> kind,
        Optional<Post.Status> status,
        Optional<AuthorId> author,
        Optional<TagId> tag,
        String words) {
    public static final DeskFilter EVERYTHING =
            new DeskFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");

    public static DeskFilter of(Post.Status status) {
        return EVERYTHING.with(status);
    }

    public DeskFilter only(Post.Kind other) {
        return new DeskFilter(Optional.of(other), status, author, tag, words);
    }

    public DeskFilter with(Post.Status other) {
        return new DeskFilter(kind, Optional.of(other), author, tag, words);
    }

    public DeskFilter by(AuthorId other) {
        return new DeskFilter(kind, status, Optional.of(other), tag, words);
    }

    public DeskFilter under(TagId other) {
        return new DeskFilter(kind, status, author, Optional.of(other), words);
    }

    public DeskFilter titled(String part) {
        return new DeskFilter(kind, status, author, tag, part);
    }
}

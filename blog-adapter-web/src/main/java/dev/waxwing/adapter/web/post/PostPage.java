package dev.waxwing.adapter.web.post;

import dev.waxwing.adapter.web.shared.Frame;
import dev.waxwing.application.author.AuthorView;
import dev.waxwing.application.post.PostSummary;
import dev.waxwing.application.post.PostView;
import dev.waxwing.application.post.Translation;
import dev.waxwing.domain.post.Post;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post with what stands around it.
 *
 * @param translations the same in other languages
 */
public record PostPage(
        Frame frame,
        PostView post,
        List<AuthorView> authors,
        @Nullable PostSummary older,
        @Nullable PostSummary newer,
        List<PostSummary> related,
        List<Translation> translations) {

    public PostSummary summary() {
        return post.summary();
    }

    /** A page stands outside of time: it has no date, no neighbours and no byline. */
    public boolean article() {
        return summary().kind() == Post.Kind.ARTICLE;
    }

    /** Whether the table of contents is to be shown: a text may have placed its own. */
    public boolean listsContents() {
        return !post.contents().isEmpty() && !post.html().contains("<nav class=\"contents\"");
    }

    /** Whether readers got something new on a later day than the first. */
    public boolean updated() {
        return !frame.dates()
                .day(summary().updatedAt())
                .equals(frame.dates().day(summary().publishedAt()));
    }

    /** The authors of whom there is something to say, or to see. */
    public List<AuthorView> introduced() {
        return authors.stream()
                .filter(author -> !author.profile().biography().isEmpty())
                .toList();
    }
}

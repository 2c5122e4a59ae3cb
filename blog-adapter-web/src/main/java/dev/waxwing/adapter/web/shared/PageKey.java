package dev.waxwing.adapter.web.shared;

import dev.waxwing.application.post.PostScope;
import dev.waxwing.domain.author.AuthorId;
import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.TranslationGroup;
import dev.waxwing.domain.tag.TagId;

/** Names one thing that pages are made from; when it changes, they are no longer true. */
public record PageKey(String value) {
    /** What the blog says of itself, which is on every page. */
    public static final PageKey SITE = new PageKey("site");

    /** The list of all tags, and how much is under each. */
    public static final PageKey TAGS = new PageKey("tags");

    /** The list of all authors, and how much is by each. */
    public static final PageKey AUTHORS = new PageKey("authors");

    /** The list of all addresses of posts, and when each had something new. */
    public static final PageKey ADDRESSES = new PageKey("addresses");

    /** What a post says, wherever its title or its text is shown. */
    public static PageKey post(PostId post) {
        return new PageKey("post:" + post);
    }

    /** Which articles stand before and behind a post. */
    public static PageKey beside(PostId post) {
        return new PageKey("beside:" + post);
    }

    /** Which posts say the same in several languages. */
    public static PageKey translations(TranslationGroup group) {
        return new PageKey("translations:" + group);
    }

    /** What a tag is called and where it is, wherever it is named. */
    public static PageKey tag(TagId tag) {
        return new PageKey("tag:" + tag);
    }

    /** What an author is called and says, wherever one is named. */
    public static PageKey author(AuthorId author) {
        return new PageKey("author:" + author);
    }

    /** A file of the library, with what was made from it. */
    public static PageKey file(MediaAddress file) {
        return new PageKey("file:" + file);
    }

    /** Which posts are in a list. */
    public static PageKey list(PostScope scope) {
        if (scope instanceof PostScope.Tagged tagged) {
            return new PageKey("list:" + tagged.tag());
        }
        if (scope instanceof PostScope.By by) {
            return new PageKey("list:" + by.author());
        }
        return new PageKey(scope instanceof PostScope.Pages ? "list:pages" : "list:articles");
    }

    @Override
    public String toString() {
        return value;
    }
}

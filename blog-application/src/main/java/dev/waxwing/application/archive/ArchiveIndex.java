package dev.waxwing.application.archive;

import java.util.List;
import java.util.Optional;

/**
 * What there is in an archive. Every file is in exactly one of the lists.
 *
 * @param name what the archive is called, to know it when it is imported again
 * @param place where it lies, if it is known by its name alone and another archive could have that too
 * @param description how it is read, for people: generator, time zone, language
 * @param posts in the order in which wished addresses are given away
 * @param media files that posts may show or link to
 * @param leftOut files that are no posts, and files that cannot be read
 * @param unusedKeys what is said of posts and cannot be kept, the most frequent first
 */
public record ArchiveIndex(
        String name,
        Optional<String> place,
        String description,
        List<IndexedPost> posts,
        List<ArchivedRedirect> redirects,
        List<String> media,
        List<LeftOut> leftOut,
        List<UnusedKey> unusedKeys) {

    /** How many files there are, counting a folder that is not looked into as one. */
    public int files() {
        return posts.size() + redirects.size() + media.size() + leftOut.size();
    }
}

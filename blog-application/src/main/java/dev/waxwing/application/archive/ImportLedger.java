package dev.waxwing.application.archive;

import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.shared.Slug;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Port: remembers what each file of an archive became, so that importing it again changes nothing that has not changed. */
public interface ImportLedger {

    /** Where the archive of this name lay when it was imported last, if that is known. */
    Optional<String> place(String archive);

    /** Remembers where the archive of this name lies. */
    void recordPlace(String archive, String place);

    /** The posts among these files, by source. */
    Map<String, Origin> posts(String archive, Collection<String> sources);

    Optional<MediaOrigin> media(String archive, String source);

    /** Remembers what files became that had become no post before, each of them once. */
    void add(String archive, List<Origin> origins);

    /** Remembers what a file has become that had become a post before. */
    void update(String archive, Origin origin);

    /** Remembers what a file became; the latest word about a file holds. */
    void record(String archive, MediaOrigin origin);

    /**
     * A file that became a post.
     *
     * @param fingerprint of all that the file asked for
     * @param imprint of the post's content as the import left it, to see whether it was edited since
     */
    record Origin(String source, String fingerprint, PostId post, Slug slug, String imprint) {}

    /**
     * A file that was stored for posts that show it.
     *
     * @param checksum SHA-256 of the file, as 64 hexadecimal digits
     */
    record MediaOrigin(String source, String checksum, MediaAddress address) {}
}

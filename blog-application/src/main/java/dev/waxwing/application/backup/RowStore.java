package dev.waxwing.application.backup;

import dev.waxwing.domain.media.MediaAddress;
import dev.waxwing.domain.post.PostId;
import java.util.List;
import java.util.function.Supplier;

/**
 * Port: everything that a database keeps of a blog, as plain rows. What lets somebody in for a while or passes by itself is
 * not among them: sessions, remembered browsers, links for passwords, counted failures.
 */
public interface RowStore {
    /** The version of the tables. */
    int schema();

    /** The names of the tables; none refers to a later one. */
    List<String> tables();

    /**
     * Whatever the work reads, through this port and all others of the same database, is of one moment. Others write
     * meanwhile; the work itself must not.
     */
    <T> T atOneMoment(Supplier<T> work);

    /** The rows of a table in the order of its key, which is the same in every database. */
    RowSource rows(String table);

    /** All posts of any status, in the order of their identities. */
    List<PostId> posts();

    /** The addresses of all files that there should be. */
    List<MediaAddress> media();
}

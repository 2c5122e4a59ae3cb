package dev.waxwing.application.post;

import dev.waxwing.domain.post.PostId;
import dev.waxwing.domain.post.TranslationGroup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port: posts of every status, as those who write see them. Use cases ask it, since not everybody may know the answers. */
public interface DeskQueries {

    /** The last edited first; pages of a list never repeat or leave out a post that was not edited in between. */
    List<DeskEntry> entries(DeskFilter filter, int limit);

    /** The ones just behind a place in the list. */
    List<DeskEntry> entries(DeskFilter filter, DeskCursor after, int limit);

    Optional<DeskEntry> entry(PostId post);

    /** The posts of a group, of every status, in the order of their language tags. */
    List<LinkedPost> translations(TranslationGroup group);

    /** When the next of the scheduled posts is to appear; in the past if one is late. */
    Optional<Instant> nextDue();
}

package dev.waxwing.application.change;

import java.util.List;

/** Port: every domain event, in the order of the commits, without gaps. Saving an aggregate appends its events. */
public interface ChangeFeed {

    /** The changes behind a position, oldest first. */
    List<RecordedEvent> after(long position, int limit);

    /** The position of the latest change, 0 before the first. */
    long head();

    /** Has somebody told after each unit of work of this process that appended changes, before it returns. */
    void whenAppended(Runnable listener);

    /**
     * Has somebody told when another process has appended changes, in a thread that is nobody's. Some storages tell at once,
     * some late or never: whoever depends on it looks from time to time as well.
     */
    void whenOthersAppend(Runnable listener);

    /** The place up to which the reader of this name has read, kept beside the feed. */
    Bookmark bookmark(String reader);
}

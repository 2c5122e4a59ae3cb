package dev.waxwing.application.archive;

/** Port: whoever watches an import. Called on the thread that imports. */
public interface ImportListener {

    /** So many files have been looked at for the first time. */
    default void looked(int files) {}

    /** Something about the archive as a whole that its owner should know. */
    default void remarked(String remark) {}

    /** The archive is known now, and the work begins. */
    default void indexed(ArchiveIndex index) {}

    /** The fate of one file is known; told exactly once for each. */
    default void settled(Settled file) {}

    /** An address within the blog at which readers will find nothing; told after the last file. */
    default void broken(BrokenLink link) {}
}

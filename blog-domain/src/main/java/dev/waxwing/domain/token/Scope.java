package dev.waxwing.domain.token;

import java.util.Locale;

/** What a program may do with a token; never more than its owner may. */
public enum Scope {
    /** Read posts, drafts too where the owner may, and search. */
    READ,
    /** Write posts and pages, and put them under tags. */
    WRITE,
    /** Decide what readers see: publish, schedule, move, take back, archive. */
    PUBLISH,
    /** Bring files and describe them. */
    MEDIA;

    /** Its name as programs read it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

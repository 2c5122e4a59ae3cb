package dev.waxwing.domain.account;

/** What somebody may do in the blog; each role may do all that the ones before it may. */
public enum Role {
    /** Writes posts of their own, publishes none. */
    CONTRIBUTOR,
    /** Publishes posts of their own. */
    AUTHOR,
    /** Edits and publishes everyone's posts; keeps authors, tags and redirects. */
    EDITOR,
    /** Runs the blog: accounts, settings, imports. */
    ADMINISTRATOR;

    public boolean isAtLeast(Role other) {
        return compareTo(other) >= 0;
    }
}

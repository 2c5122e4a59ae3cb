package dev.waxwing.application.archive;

import dev.waxwing.domain.redirect.SitePath;

/** An address at which readers knew a post before it came here. */
public record FormerAddress(SitePath path, Evidence evidence) {

    /** How sure it is that the address was in use. */
    public enum Evidence {
        /** The archive says so. */
        STATED,
        /** It follows from the habits of the software that made the blog. */
        DERIVED
    }
}

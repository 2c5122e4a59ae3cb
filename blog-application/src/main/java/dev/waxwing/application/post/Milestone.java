package dev.waxwing.application.post;

/** Why a revision stands for itself in the history of a post, and is kept whatever was written just before or after it. */
public enum Milestone {
    /** Readers saw it. */
    SEEN,
    /** Somebody went back to it. */
    REVISITED,
    /** It is how somebody went back to an earlier one. */
    RESTORED
}

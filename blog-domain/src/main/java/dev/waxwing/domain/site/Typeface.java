package dev.waxwing.domain.site;

/** What the text of the blog is set in. None is fetched from elsewhere. */
public enum Typeface {
    /** Literata, which comes with the blog. */
    LITERATA,
    /** A serif that readers have on their system. */
    SERIF,
    /** The face of the reader's system. */
    SANS,
    /** A softer sans serif that readers have on their system. */
    HUMANIST
}

package dev.waxwing.application.archive;

/**
 * A file that does not become part of the blog.
 *
 * @param line counted from 1, 0 if it is about the whole file
 */
public record LeftOut(String source, Cause cause, int line, String reason) implements Archive.Reading {

    /** Whether its owner should look at it. */
    public enum Cause {
        /** It is no post by the habits of blogs: a template, a licence, a section page. */
        NO_POST,
        /** It should have been a post and cannot be one. */
        REFUSED
    }
}

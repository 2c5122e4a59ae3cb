package dev.waxwing.application.archive;

/**
 * A place in a post's Markdown that means a file of the archive.
 *
 * @param start offset of the first character to replace
 * @param end offset behind the last one
 * @param source the file that is meant
 * @param suffix what to keep behind the new address, such as {@code #part}
 */
public record Reference(int start, int end, Kind kind, String source, String suffix) {

    /** What the file will be here. */
    public enum Kind {
        POST,
        MEDIA
    }
}

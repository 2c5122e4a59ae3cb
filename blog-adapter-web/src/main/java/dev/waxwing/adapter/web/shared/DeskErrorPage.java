package dev.waxwing.adapter.web.shared;

import org.jspecify.annotations.Nullable;

/**
 * A page instead of the one that somebody at the desk asked for.
 *
 * @param explanation what is wrong, in a sentence
 * @param number of the request
 * @param words that were refused, if it was a text
 */
public record DeskErrorPage(
        Desk desk,
        int status,
        String explanation,
        String number,
        @Nullable RefusedWords words) {

    /** Whether a form may have been refused that a browser may have still. */
    public boolean isRefusal() {
        return words == null && status < 500 && status != 404;
    }
}

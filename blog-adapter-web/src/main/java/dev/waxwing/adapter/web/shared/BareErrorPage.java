package dev.waxwing.adapter.web.shared;

import org.jspecify.annotations.Nullable;

/**
 * An error page that asks nobody for anything, for when the database does not answer.
 *
 * @param number of the request
 * @param words that were refused, if it was a text
 */
public record BareErrorPage(
        Assets assets,
        int status,
        String explanation,
        String number,
        @Nullable RefusedWords words) {}

/**
 * Renders Markdown to the one safe HTML that page, feed, API, preview and mail share.
 *
 * <p>A text goes through four rooms, each with one door: {@code Syntax} reads it, {@code Typography} sets it, {@code
 * Sanitiser} keeps what is on the list, and the presentation classes dress what is left. Nothing that an author wrote
 * reaches a reader by another way.
 */
@NullMarked
package dev.waxwing.adapter.markdown;

import org.jspecify.annotations.NullMarked;

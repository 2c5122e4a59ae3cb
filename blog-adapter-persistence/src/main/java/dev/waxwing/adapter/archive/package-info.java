/** Reads other blogs' archives: folders of Markdown as Hugo, Jekyll, Zola and Pelican keep them. */
@NullMarked
package dev.waxwing.adapter.archive;

import org.jspecify.annotations.NullMarked;

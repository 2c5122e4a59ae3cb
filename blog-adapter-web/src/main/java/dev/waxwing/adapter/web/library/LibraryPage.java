package dev.waxwing.adapter.web.library;

import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.application.library.MediaView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the library.
 *
 * @param form what was brought and refused, else empty
 * @param words that all of the files have, empty if nothing was looked for
 * @param next the address of the next page, if there is one
 */
public record LibraryPage(
        Desk desk,
        Form form,
        String words,
        List<MediaView> files,
        @Nullable String next) {}

package dev.waxwing.adapter.web.library;

import dev.waxwing.adapter.web.shared.Desk;
import dev.waxwing.adapter.web.shared.Form;
import dev.waxwing.adapter.web.shared.Links;
import dev.waxwing.application.library.MediaUse;
import dev.waxwing.application.library.MediaUses;
import dev.waxwing.application.library.MediaView;
import dev.waxwing.domain.account.Actor;
import java.util.Locale;

/** A file of the library, what it shows, and which posts show it. */
public record MediaPage(Desk desk, Actor actor, Form form, MediaView file, MediaUses uses) {
    private static final int KIBI = 1_024;

    /** What is to be written in a post to show it. */
    public String markdown() {
        return MediaMarkdown.of(file);
    }

    /** Where a post is worked on, or for those who may not, where it is read. */
    public String address(MediaUse use) {
        return actor.mayEdit(use.authors()) ? "/admin/posts/" + use.post() : Links.post(use.slug());
    }

    /** Whether whoever looks may say what it shows, and take it away. */
    public boolean mayChange() {
        return actor.mayDescribe(file.by().map(MediaView.Uploader::id));
    }

    /** The size in words, such as {@code 1.4 MiB}. */
    public String size() {
        if (file.bytes() < KIBI) {
            return file.bytes() + " bytes";
        }
        double kibi = (double) file.bytes() / KIBI;
        return kibi < KIBI
                ? String.format(Locale.ROOT, "%.0f KiB", kibi)
                : String.format(Locale.ROOT, "%.1f MiB", kibi / KIBI);
    }
}

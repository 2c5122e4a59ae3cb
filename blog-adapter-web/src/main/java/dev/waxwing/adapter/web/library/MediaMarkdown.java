package dev.waxwing.adapter.web.library;

import dev.waxwing.application.library.MediaView;

/** What is to be written in a post to show a file: pictures, sound and film in place, papers by a link. */
final class MediaMarkdown {
    private MediaMarkdown() {}

    static String of(MediaView file) {
        String address = file.address().value();
        return file.address().size().isPresent()
                ? "![%s](%s)".formatted(escaped(file.alt()), address)
                : "[%s](%s)".formatted(escaped(file.name()), address);
    }

    private static String escaped(String words) {
        return words.replaceAll("[\\\\\\[\\]]", "\\\\$0");
    }
}

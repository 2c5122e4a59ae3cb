package dev.waxwing.adapter.markdown;

import dev.waxwing.application.post.Rendering;
import dev.waxwing.domain.shared.LanguageTag;

/** Short ways to a rendered text. */
final class Rendered {
    static final CommonMarkRenderer RENDERER = new CommonMarkRenderer();

    private Rendered() {}

    static String html(String markdown) {
        return of(markdown).body().html();
    }

    static String html(String markdown, String language) {
        return of(markdown, language).body().html();
    }

    static Rendering of(String markdown) {
        return of(markdown, "en");
    }

    static Rendering of(String markdown, String language) {
        return RENDERER.render(markdown, new LanguageTag(language));
    }
}

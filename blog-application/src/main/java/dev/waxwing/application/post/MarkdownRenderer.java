package dev.waxwing.application.post;

import dev.waxwing.domain.shared.LanguageTag;
import java.net.URI;

/** Port: turns Markdown into the one safe HTML that page, feed, API, preview and mail share. */
public interface MarkdownRenderer {

    /**
     * Renders a text, in the typography of its language.
     *
     * @throws dev.waxwing.domain.shared.BlogException.Invalid (field "markdown") if it is too long, nested too deeply or
     *     takes too long to render
     */
    Rendering render(String markdown, LanguageTag language);

    /** Rendered HTML with every relative link and source made absolute against the address of its page, for feeds. */
    String absolute(String html, URI page);
}

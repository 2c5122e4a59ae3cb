package dev.waxwing.application.fake;

import dev.waxwing.application.post.MarkdownRenderer;
import dev.waxwing.application.post.Rendering;
import dev.waxwing.domain.post.Body;
import dev.waxwing.domain.shared.LanguageTag;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Renders paragraphs and nothing else, for tests that are not about Markdown. */
public final class PlainRenderer implements MarkdownRenderer {
    @Override
    public Rendering render(String markdown, LanguageTag language) {
        String html = Arrays.stream(markdown.strip().split("\\n{2,}"))
                .map(paragraph -> "<p>" + escape(paragraph) + "</p>")
                .collect(Collectors.joining("\n"));
        return new Rendering(
                new Body(markdown, html, "", markdown.strip(), markdown.strip().split("\\s+").length),
                List.of(),
                List.of());
    }

    @Override
    public String absolute(String html, URI page) {
        return html;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

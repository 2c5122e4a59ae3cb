package dev.waxwing.adapter.markdown;

import dev.waxwing.application.post.MarkdownRenderer;
import dev.waxwing.application.post.Rendering;
import dev.waxwing.domain.post.Body;
import dev.waxwing.domain.shared.LanguageTag;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.nodes.Element;

/**
 * Renders with commonmark-java, cleans with jsoup, and refuses what would take too long.
 *
 * <p>Refused, as {@code Invalid("markdown", …)}, are texts of more than 500,000 characters, of more work than {@link
 * Effort#MOST_STEPS} steps, of more than ten seconds of processor time, and those that grow beyond a million characters of
 * HTML. Safe for use by many threads.
 */
public final class CommonMarkRenderer implements MarkdownRenderer {
    private final Workers workers = new Workers(Limits.PATIENCE);

    @Override
    public Rendering render(String markdown, LanguageTag language) {
        Limits.requireLength(markdown);
        return workers.run(() -> rendering(markdown, language));
    }

    @Override
    public String absolute(String html, URI page) {
        return AbsoluteAddresses.in(html, page);
    }

    /** The text as CommonMark alone shows it: parsed as ever, before typography, cleaning and presentation. */
    String plain(String markdown) {
        Node document = Syntax.parse(markdown, new Effort());
        Typography.restoreEscapes(document);
        return Syntax.rendered(
                document,
                Syntax.html(Words.in(LanguageTag.ENGLISH))
                        .percentEncodeUrls(true)
                        .build());
    }

    /** On the caller's thread, whatever its stack. */
    static Rendering rendering(String markdown, LanguageTag language) {
        Words words = Words.in(language);
        Node document = Syntax.parse(markdown, new Effort());
        Figures.find(document);
        Typography.set(document, language);
        String html = Syntax.rendered(document, renderer(words));
        Sanitiser.Clean clean = hasHtml(document) ? Sanitiser.cleanAll(html) : Sanitiser.clean(html);
        Pictures.pointAway(clean.body(), words);
        Parts parts = new Parts(clean.body());
        List<String> links = links(parts);
        String contents = dress(parts, words);
        if (Direction.mayDiffer(html, language)) {
            Direction.dress(parts, language);
        }
        PlainText text = PlainText.of(clean.body());
        Body body = new Body(markdown, clean.body().html().strip(), contents, text.text(), text.words());
        return new Rendering(body, clean.removed(), links);
    }

    private static HtmlRenderer renderer(Words words) {
        return Syntax.html(words)
                .attributeProviderFactory(context -> new Footnotes(words))
                .attributeProviderFactory(context -> new CodeBlocks.Attributes())
                .build();
    }

    private static boolean hasHtml(Node document) {
        for (Node node = document; node != null; node = Nodes.following(node, document)) {
            if (node instanceof HtmlBlock || node instanceof HtmlInline) {
                return true;
            }
        }
        return false;
    }

    private static List<String> links(Parts parts) {
        List<String> links = new ArrayList<>();
        for (Element element : parts.addressed()) {
            if (!element.hasAttr("role")) {
                links.addAll(addresses(element));
            }
        }
        return links;
    }

    private static List<String> addresses(Element element) {
        List<String> addresses = new ArrayList<>();
        for (String attribute : List.of("href", "src")) {
            if (element.hasAttr(attribute)) {
                addresses.add(element.attr(attribute));
            }
        }
        Srcset.parse(element.attr("srcset")).candidates().forEach(candidate -> addresses.add(candidate.address()));
        return addresses;
    }

    private static String dress(Parts parts, Words words) {
        Videos.dress(parts, words);
        CodeBlocks.dress(parts);
        Tables.dress(parts, words);
        Tasks.dress(parts, words);
        Pictures.dress(parts);
        Footnotes.dress(parts);
        return Outline.dress(parts, words);
    }
}

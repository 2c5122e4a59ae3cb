package dev.waxwing.adapter.markdown;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * What may be written: CommonMark, GitHub's tables, strikethrough, task lists, bare links and footnotes, and the house's
 * admonitions, attributions, definition lists, heading names and contents.
 */
final class Syntax {
    private static final List<Extension> GITHUB = List.of(
            TablesExtension.create(),
            StrikethroughExtension.create(),
            TaskListItemsExtension.create(),
            FootnotesExtension.create(),
            AutolinkExtension.create());

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Syntax() {}

    /** The text as a tree, in which escaped punctuation is still told apart: see {@link Escapes}. */
    static Node parse(String markdown, Effort effort) {
        String source = Escapes.withoutMarks(markdown.startsWith(BYTE_ORDER_MARK) ? markdown.substring(1) : markdown);
        Weight.admit(source);
        Node document = parser(effort).build().parse(source);
        DefinitionLists.join(document);
        HeadingNames.find(document);
        ContentsPlace.find(document);
        Admonitions.find(document);
        Quotations.find(document);
        return document;
    }

    static Parser.Builder parser(Effort effort) {
        return Parser.builder()
                .maxOpenBlockParsers(Limits.DEEPEST_BLOCKS)
                .maxInlineNesting(Limits.DEEPEST_INLINES)
                .customBlockParserFactory(new Weight.OfLines(effort))
                .extensions(GITHUB)
                .customBlockParserFactory(new Admonitions.Opening())
                .customBlockParserFactory(new DefinitionLists.Opening())
                .customInlineContentParserFactory(new Escapes.OfBackslash(effort))
                .customInlineContentParserFactory(new Escapes.OfEntity());
    }

    static HtmlRenderer.Builder html(Words words) {
        return HtmlRenderer.builder()
                .nodeRendererFactory(context -> new OwnNode.Renderer(context, words))
                .attributeProviderFactory(context -> new HeadingNames.Attributes())
                .extensions(GITHUB);
    }

    static String rendered(Node document, HtmlRenderer renderer) {
        Limits.Output output = new Limits.Output();
        renderer.render(document, output);
        return output.toString();
    }
}

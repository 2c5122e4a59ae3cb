package dev.waxwing.adapter.markdown;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** A part of a text that CommonMark does not know, and that knows its own HTML. */
abstract class OwnNode extends CustomBlock {

    abstract void write(Writing html);

    /** What an own node writes to. */
    record Writing(HtmlWriter tags, HtmlNodeRendererContext context, Words words) {
        void line() {
            tags.line();
        }

        /** @param attributes names and values in turn */
        void open(String tag, String... attributes) {
            Map<String, String> ordered = new LinkedHashMap<>();
            for (int i = 0; i < attributes.length; i += 2) {
                ordered.put(attributes[i], attributes[i + 1]);
            }
            tags.tag(tag, ordered);
        }

        void close(String tag) {
            tags.tag("/" + tag);
        }

        void text(String text) {
            tags.text(text);
        }

        void node(Node node) {
            context.render(node);
        }

        void children(Node parent) {
            for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
                context.render(node);
            }
        }

        /** An element on lines of its own. */
        void block(Node content, String tag, String... attributes) {
            line();
            open(tag, attributes);
            children(content);
            close(tag);
            line();
        }
    }

    /** Lets each node write itself. */
    static final class Renderer implements NodeRenderer {
        private final Writing writing;

        Renderer(HtmlNodeRendererContext context, Words words) {
            this.writing = new Writing(context.getWriter(), context, words);
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(
                    Admonitions.Admonition.class,
                    Admonitions.Title.class,
                    ContentsPlace.class,
                    DefinitionLists.List.class,
                    DefinitionLists.Term.class,
                    DefinitionLists.Description.class,
                    Figures.Figure.class,
                    Figures.Caption.class,
                    HeadingNames.Name.class,
                    Quotations.Quotation.class,
                    Quotations.Attribution.class,
                    Quotations.Work.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof Quotations.Work work) {
                work.write(writing);
            } else {
                ((OwnNode) node).write(writing);
            }
        }
    }
}

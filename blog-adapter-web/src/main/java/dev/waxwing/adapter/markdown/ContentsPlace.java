package dev.waxwing.adapter.markdown;

import java.util.Set;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/** Where an author wants the table of contents: {@code [TOC]} alone in a paragraph. {@link Outline} fills it. */
final class ContentsPlace extends CustomBlock implements OwnNode {
    private static final Set<String> FORMS = Set.of("[TOC]", "[toc]", "[[TOC]]", "[[toc]]", "[[_TOC_]]");

    static void find(Node document) {
        for (Paragraph paragraph : Nodes.all(document, Paragraph.class)) {
            if (paragraph.getFirstChild() instanceof Text text
                    && text.getNext() == null
                    && FORMS.contains(text.getLiteral().strip())) {
                Nodes.replace(paragraph, new ContentsPlace());
            }
        }
    }

    @Override
    public void write(Writing html) {
        html.block(this, "nav", "class", "contents");
    }
}

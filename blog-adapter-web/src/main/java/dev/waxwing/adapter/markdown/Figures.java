package dev.waxwing.adapter.markdown;

import java.util.Optional;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/** A paragraph of one picture with a title is a figure, and the title is its caption. */
final class Figures {
    private Figures() {}

    /** The picture, alone or within its link, and its caption. */
    static final class Figure extends CustomBlock implements OwnNode {
        @Override
        public void write(Writing html) {
            html.block(this, "figure");
        }
    }

    /** The words below a picture. */
    static final class Caption extends CustomBlock implements OwnNode {
        @Override
        public void write(Writing html) {
            html.open("figcaption");
            html.children(this);
            html.close("figcaption");
        }
    }

    static void find(Node document) {
        for (Paragraph paragraph : Nodes.all(document, Paragraph.class)) {
            only(paragraph).flatMap(Figures::picture).ifPresent(picture -> frame(paragraph, picture));
        }
    }

    private static void frame(Paragraph paragraph, Image picture) {
        Caption caption = new Caption();
        caption.appendChild(new Text(picture.getTitle()));
        picture.setTitle(null);
        Figure figure = new Figure();
        Nodes.moveFrom(paragraph.getFirstChild(), figure);
        figure.appendChild(caption);
        Nodes.replace(paragraph, figure);
    }

    private static Optional<Image> picture(Node node) {
        if (node instanceof Image image
                && image.getTitle() != null
                && !image.getTitle().isBlank()) {
            return Optional.of(image);
        }
        return node instanceof Link ? only(node).flatMap(Figures::picture) : Optional.empty();
    }

    private static Optional<Node> only(Node parent) {
        Node first = parent.getFirstChild();
        return first == null || first.getNext() != null ? Optional.empty() : Optional.of(first);
    }
}

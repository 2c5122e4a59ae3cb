package dev.waxwing.adapter.markdown;

import dev.waxwing.domain.shared.LanguageTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * Sets quotation marks, apostrophes, dashes, ellipses and the spaces around them as a language wants them. Code, bare
 * addresses, raw HTML and escaped punctuation stay as they are.
 */
final class Typography {
    private static final Set<String> LITERAL_TAGS = Set.of("code", "kbd", "samp", "tt", "var", "pre");
    private static final char OBJECT = '\uFFFC';

    private final TypographicLine.Style style;

    private Typography(Locale language) {
        this.style = TypographicLine.Style.of(language);
    }

    static void set(Node document, LanguageTag language) {
        Typography typography = new Typography(language.locale());
        for (Node node = document; node != null; node = Nodes.following(node, document)) {
            if (node instanceof TableCell || node instanceof Block && !(node instanceof TableBlock)) {
                typography.setLine(node);
            }
        }
    }

    /** Escaped punctuation becomes what it stands for, and nothing else changes. */
    static void restoreEscapes(Node document) {
        for (Text text : Nodes.all(document, Text.class)) {
            text.setLiteral(Escapes.restored(text.getLiteral()));
        }
        for (Link link : Nodes.all(document, Link.class)) {
            link.setDestination(Escapes.restored(link.getDestination()));
        }
    }

    private void setLine(Node block) {
        Line line = new Line();
        for (Node node = block.getFirstChild(); node != null; node = node.getNext()) {
            if (!(node instanceof Block)) {
                node.accept(line);
            }
        }
        String text = line.text.toString();
        if (style.concerns(text)) {
            TypographicLine setter = new TypographicLine(text, style);
            for (Piece piece : line.pieces) {
                int end = piece.start + piece.node.getLiteral().length();
                piece.node.setLiteral(setter.set(piece.start, end));
            }
        }
        if (style.joinsLines()) {
            line.breaks.stream()
                    .filter(lineBreak -> lineBreak.joins(text))
                    .forEach(lineBreak -> lineBreak.node.unlink());
        }
    }

    /** A run of text within a line, and where it starts there. */
    private record Piece(Text node, int start) {}

    /** A line break of the source, and where it is. */
    private record Break(SoftLineBreak node, int at) {
        /** Chinese and Japanese have no spaces between words, so a break of the source must not become one. */
        boolean joins(String text) {
            return at > 0
                    && at + 1 < text.length()
                    && TypographicLine.isEastAsian(text.charAt(at - 1))
                    && TypographicLine.isEastAsian(text.charAt(at + 1));
        }
    }

    /** The text of one block as its reader sees it, with a placeholder for whatever is not to be touched. */
    private static final class Line extends AbstractVisitor {
        private final StringBuilder text = new StringBuilder();
        private final List<Piece> pieces = new ArrayList<>();
        private final List<Break> breaks = new ArrayList<>();
        private int literalTags;

        @Override
        public void visit(Text node) {
            if (literalTags > 0) {
                node.setLiteral(Escapes.restored(node.getLiteral()));
                text.append(OBJECT);
            } else {
                pieces.add(new Piece(node, text.length()));
                text.append(node.getLiteral());
            }
        }

        @Override
        public void visit(Link link) {
            link.setDestination(Escapes.restored(link.getDestination()));
            if (bare(link)) {
                restoreEscapes(link);
                text.append(OBJECT);
            } else {
                visitChildren(link);
            }
        }

        private static boolean bare(Link link) {
            return link.getFirstChild() instanceof Text only
                    && only.getNext() == null
                    && link.getDestination().endsWith(Escapes.restored(only.getLiteral()));
        }

        @Override
        public void visit(Image image) {
            restoreEscapes(image);
            text.append(OBJECT);
        }

        @Override
        public void visit(Code code) {
            text.append(OBJECT);
        }

        @Override
        public void visit(HtmlInline html) {
            String tag = html.getLiteral().toLowerCase(Locale.ROOT);
            boolean closing = tag.startsWith("</");
            String name = tag.replaceFirst("^</?", "").replaceFirst("[^a-z0-9].*$", "");
            if (LITERAL_TAGS.contains(name)) {
                literalTags = Math.max(0, literalTags + (closing ? -1 : 1));
            }
        }

        @Override
        public void visit(SoftLineBreak node) {
            breaks.add(new Break(node, text.length()));
            text.append('\n');
        }

        @Override
        public void visit(HardLineBreak node) {
            text.append('\n');
        }
    }
}

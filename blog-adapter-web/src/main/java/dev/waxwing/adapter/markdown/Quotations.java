package dev.waxwing.adapter.markdown;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * A block quote whose last line or paragraph starts with a dash says who is quoted: {@code — Name, *Work*}. Two lines with
 * a dash are a dialogue, not an attribution.
 */
final class Quotations {
    private static final Pattern DASH = Pattern.compile("(?:[—―]|--)\\s+");

    private Quotations() {}

    /** The quote and its attribution. */
    static final class Quotation extends CustomBlock implements OwnNode {
        private final BlockQuote quote;
        private final Attribution attribution;

        private Quotation(BlockQuote quote, Attribution attribution) {
            this.quote = quote;
            this.attribution = attribution;
            appendChild(quote);
            appendChild(attribution);
        }

        @Override
        public void write(Writing html) {
            html.line();
            html.open("figure", "class", "quotation");
            html.block(quote, "blockquote", cite());
            html.node(attribution);
            html.close("figure");
            html.line();
        }

        private String[] cite() {
            return attribution
                    .source()
                    .map(address -> new String[] {"cite", address})
                    .orElse(new String[0]);
        }
    }

    /** Who is quoted. */
    static final class Attribution extends CustomBlock implements OwnNode {
        @Override
        public void write(Writing html) {
            html.open("figcaption");
            html.children(this);
            html.close("figcaption");
        }

        private Optional<String> source() {
            return Nodes.all(this, Link.class).stream()
                    .map(Link::getDestination)
                    .filter(address -> address.startsWith("https://") || address.startsWith("http://"))
                    .findFirst();
        }
    }

    /** The title of the work that is quoted. */
    static final class Work extends CustomNode implements OwnNode {
        @Override
        public void write(Writing html) {
            html.open("cite");
            html.children(this);
            html.close("cite");
        }
    }

    static void find(Node document) {
        for (BlockQuote quote : Nodes.all(document, BlockQuote.class)) {
            if (quote.getLastChild() instanceof Paragraph last) {
                attribute(quote, last);
            }
        }
    }

    private static void attribute(BlockQuote quote, Paragraph last) {
        Text start = lastLineWithDash(last);
        if (start == null || dialogue(quote, start)) {
            return;
        }
        Node lineBreak = start.getPrevious();
        Attribution attribution = new Attribution();
        start.setLiteral(DASH.matcher(start.getLiteral()).replaceFirst(""));
        Nodes.moveFrom(start, attribution);
        if (lineBreak == null) {
            last.unlink();
        } else {
            lineBreak.unlink();
        }
        nameWorks(attribution);
        Node place = new SoftLineBreak();
        quote.insertBefore(place);
        Nodes.replace(place, new Quotation(quote, attribution));
    }

    private static @Nullable Text lastLineWithDash(Paragraph paragraph) {
        for (Node node = paragraph.getLastChild(); node != null; node = node.getPrevious()) {
            if (startsLine(node) && node instanceof Text text && startsWithDash(text)) {
                return text;
            }
        }
        return null;
    }

    /** Whether nothing is quoted before the attribution, or what is before it is a line of speech itself. */
    private static boolean dialogue(BlockQuote quote, Text start) {
        Node before = start.getPrevious();
        if (before == null) {
            Node block = quote.getLastChild().getPrevious();
            return block == null || block.getFirstChild() instanceof Text text && startsWithDash(text);
        }
        Node line = before.getPrevious();
        while (line != null && !startsLine(line)) {
            line = line.getPrevious();
        }
        return line instanceof Text text && startsWithDash(text);
    }

    private static boolean startsLine(Node node) {
        Node before = node.getPrevious();
        return before == null || before instanceof SoftLineBreak || before instanceof HardLineBreak;
    }

    private static boolean startsWithDash(Text text) {
        return DASH.matcher(text.getLiteral()).lookingAt();
    }

    private static void nameWorks(Attribution attribution) {
        List<Emphasis> works = Nodes.all(attribution, Emphasis.class);
        for (Emphasis emphasis : works) {
            Work work = new Work();
            Nodes.moveFrom(emphasis.getFirstChild(), work);
            Nodes.replace(emphasis, work);
        }
    }
}

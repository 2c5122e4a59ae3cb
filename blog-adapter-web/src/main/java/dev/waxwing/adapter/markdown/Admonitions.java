package dev.waxwing.adapter.markdown;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/**
 * Asides of five kinds, as GitHub writes them ({@code > [!NOTE]}, with a title of one's own after the bracket if wanted)
 * and as MkDocs does ({@code !!! note "Title"} with an indented body).
 */
final class Admonitions {
    private static final int BODY_INDENT = 4;
    private static final Pattern ALERT = Pattern.compile("\\[!([A-Za-z]{1,20})][+-]?[ \\t]*+");
    private static final Pattern OPENING = Pattern.compile(
            "!!!\\+?[ \\t]++([A-Za-z]{1,20})(?:[ \\t]++[\\w-]++)*+" + "(?:[ \\t]++\"([^\"]*+)\")?+[ \\t]*+");

    private Admonitions() {}

    /** What an aside is for; other names that are in use map to the nearest of the five. */
    enum Kind {
        NOTE,
        TIP,
        IMPORTANT,
        WARNING,
        CAUTION;

        private static final Map<String, Kind> NAMES = Map.ofEntries(
                Map.entry("note", NOTE),
                Map.entry("info", NOTE),
                Map.entry("tip", TIP),
                Map.entry("hint", TIP),
                Map.entry("success", TIP),
                Map.entry("important", IMPORTANT),
                Map.entry("attention", WARNING),
                Map.entry("warning", WARNING),
                Map.entry("caution", CAUTION),
                Map.entry("danger", CAUTION),
                Map.entry("error", CAUTION));

        static Optional<Kind> named(String name) {
            return Optional.ofNullable(NAMES.get(name.toLowerCase(Locale.ROOT)));
        }

        String title(Words words) {
            return switch (this) {
                case NOTE -> words.note();
                case TIP -> words.tip();
                case IMPORTANT -> words.important();
                case WARNING -> words.warning();
                case CAUTION -> words.caution();
            };
        }
    }

    /** An aside with its title, if it has one of its own, as first child. */
    static final class Admonition extends CustomBlock implements OwnNode {
        private final Kind kind;

        private Admonition(Kind kind) {
            this.kind = kind;
        }

        @Override
        public void write(Writing html) {
            html.line();
            html.open("div", "class", "admonition " + kind.name().toLowerCase(Locale.ROOT), "role", "note");
            html.line();
            if (!(getFirstChild() instanceof Title)) {
                html.open("p", "class", Title.CLASS);
                html.text(kind.title(html.words()));
                html.close("p");
                html.line();
            }
            html.children(this);
            html.close("div");
            html.line();
        }
    }

    /** The title an author gave. */
    static final class Title extends CustomBlock implements OwnNode {
        private static final String CLASS = "admonition-title";

        @Override
        public void write(Writing html) {
            html.block(this, "p", "class", CLASS);
        }
    }

    static void find(Node document) {
        for (BlockQuote quote : Nodes.all(document, BlockQuote.class)) {
            if (quote.getFirstChild() instanceof Paragraph first && first.getFirstChild() instanceof Text text) {
                alert(quote, first, text);
            }
        }
    }

    private static void alert(BlockQuote quote, Paragraph first, Text text) {
        Matcher opening = ALERT.matcher(text.getLiteral());
        Optional<Kind> kind = opening.lookingAt() ? Kind.named(opening.group(1)) : Optional.empty();
        if (kind.isEmpty()) {
            return;
        }
        Admonition admonition = new Admonition(kind.get());
        text.setLiteral(text.getLiteral().substring(opening.end()));
        Title title = title(text);
        if (title.getFirstChild() != null) {
            admonition.appendChild(title);
        }
        if (first.getFirstChild() == null) {
            first.unlink();
        }
        Nodes.moveFrom(quote.getFirstChild(), admonition);
        Nodes.replace(quote, admonition);
    }

    /** Takes the rest of the first line, and the break after it, out of the paragraph. */
    private static Title title(Text text) {
        Title title = new Title();
        Node node = text;
        if (text.getLiteral().isEmpty()) {
            node = text.getNext();
            text.unlink();
        }
        while (node != null) {
            Node next = node.getNext();
            if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
                node.unlink();
                break;
            }
            title.appendChild(node);
            node = next;
        }
        return title;
    }

    /** Starts at {@code !!! kind "Title"}. */
    static final class Opening extends AbstractBlockParserFactory {
        @Override
        public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            CharSequence line = state.getLine().getContent();
            int start = state.getNextNonSpaceIndex();
            boolean bangs = start + 3 < line.length() && line.charAt(start) == '!' && line.charAt(start + 1) == '!';
            if (!bangs
                    || state.getIndent() >= BODY_INDENT
                    || !matched.getParagraphLines().isEmpty()) {
                return BlockStart.none();
            }
            Matcher opening = OPENING.matcher(line.subSequence(start, line.length()));
            if (!opening.matches()) {
                return BlockStart.none();
            }
            return BlockStart.of(new Body(opening.group(1), opening.group(2))).atIndex(line.length());
        }
    }

    /** The indented lines below an opening. */
    private static final class Body extends AbstractBlockParser {
        private final Admonition block;
        private final @Nullable String title;

        private Body(String name, @Nullable String title) {
            Optional<Kind> kind = Kind.named(name);
            this.block = new Admonition(kind.orElse(Kind.NOTE));
            this.title = title != null || kind.isPresent() ? title : capitalised(name);
        }

        private static String capitalised(String name) {
            return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        }

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public boolean isContainer() {
            return true;
        }

        @Override
        public boolean canContain(Block child) {
            return true;
        }

        @Override
        public @Nullable BlockContinue tryContinue(ParserState state) {
            if (state.isBlank()) {
                return BlockContinue.atIndex(state.getNextNonSpaceIndex());
            }
            return state.getIndent() < BODY_INDENT
                    ? BlockContinue.none()
                    : BlockContinue.atColumn(state.getColumn() + BODY_INDENT);
        }

        @Override
        public void parseInlines(InlineParser inlines) {
            if (title != null && !title.isBlank()) {
                Title words = new Title();
                inlines.parse(SourceLines.of(SourceLine.of(title, null)), words);
                block.prependChild(words);
            }
        }
    }
}

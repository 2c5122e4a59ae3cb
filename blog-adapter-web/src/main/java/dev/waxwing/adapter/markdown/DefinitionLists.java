package dev.waxwing.adapter.markdown;

import java.util.ArrayList;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParser;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/**
 * Terms, one a line, and below them one or more definitions that start with {@code : }, as PHP Markdown Extra and Pandoc
 * write them. A blank line before a definition makes it one of paragraphs.
 */
final class DefinitionLists {
    private static final int CODE_INDENT = 4;
    private static final int MOST_TERMS = 8;

    private DefinitionLists() {}

    /** Terms and descriptions in turn. */
    static final class List extends CustomBlock implements OwnNode {
        @Override
        public void write(Writing html) {
            html.line();
            html.open("dl");
            html.line();
            html.children(this);
            html.close("dl");
            html.line();
        }
    }

    /** What is defined. */
    static final class Term extends CustomBlock implements OwnNode {
        @Override
        public void write(Writing html) {
            html.open("dt");
            for (Node node = getFirstChild(); node != null; node = node.getNext()) {
                if (node instanceof Paragraph) {
                    html.children(node);
                } else {
                    html.node(node);
                }
            }
            html.close("dt");
            html.line();
        }
    }

    /** What it means. */
    static final class Description extends CustomBlock implements OwnNode {
        private boolean loose;

        @Override
        public void write(Writing html) {
            html.open("dd");
            if (!loose && getFirstChild() instanceof Paragraph only && only.getNext() == null) {
                html.children(only);
            } else {
                html.line();
                html.children(this);
            }
            html.close("dd");
            html.line();
        }
    }

    /** Lists with nothing but blank lines between them are one list. */
    static void join(Node document) {
        for (List list : Nodes.all(document, List.class)) {
            if (list.getPrevious() instanceof List before) {
                Nodes.moveFrom(list.getFirstChild(), before);
                list.unlink();
            }
        }
    }

    /** Starts a definition at {@code : }, and a list with it where there is none yet. */
    static final class Opening extends AbstractBlockParserFactory {
        @Override
        public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            CharSequence line = state.getLine().getContent();
            int colon = state.getNextNonSpaceIndex();
            if (state.getIndent() >= CODE_INDENT
                    || line.charAt(colon) != ':'
                    || colon + 1 >= line.length()
                    || !isBlank(line.charAt(colon + 1))) {
                return BlockStart.none();
            }
            int content = colon + 1;
            while (content < line.length() && isBlank(line.charAt(content)) && content - colon < CODE_INDENT) {
                content++;
            }
            return start(matched, new DescriptionParser(state.getIndent() + content - colon), content);
        }

        private static @Nullable BlockStart start(MatchedBlockParser matched, DescriptionParser description, int at) {
            Block block = matched.getMatchedBlockParser().getBlock();
            if (block instanceof List) {
                return BlockStart.of(description).atIndex(at);
            }
            java.util.List<SourceLine> terms = matched.getParagraphLines().getLines();
            if (block instanceof Paragraph) {
                return terms.isEmpty() || terms.size() > MOST_TERMS
                        ? BlockStart.none()
                        : BlockStart.of(parsers(terms, description))
                                .atIndex(at)
                                .replaceParagraphLines(Integer.MAX_VALUE);
            }
            if (block.getLastChild() instanceof Paragraph paragraph && !(block instanceof Description)) {
                description.block.loose = true;
                return BlockStart.of(new ListParser(), new TermParser(paragraph), description)
                        .atIndex(at);
            }
            return BlockStart.none();
        }

        private static BlockParser[] parsers(java.util.List<SourceLine> terms, DescriptionParser description) {
            java.util.List<BlockParser> parsers = new ArrayList<>();
            parsers.add(new ListParser());
            terms.forEach(term -> parsers.add(new TermParser(term)));
            parsers.add(description);
            return parsers.toArray(BlockParser[]::new);
        }

        private static boolean isBlank(char c) {
            return c == ' ' || c == '\t';
        }
    }

    private static final class ListParser extends AbstractBlockParser {
        private final List block = new List();

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
            return child instanceof Term || child instanceof Description;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return BlockContinue.atIndex(state.getIndex());
        }
    }

    private static final class TermParser extends AbstractBlockParser {
        private final Term block = new Term();
        private final @Nullable SourceLine line;

        private TermParser(SourceLine line) {
            this.line = line;
        }

        /** A paragraph that turned out to be a term when its definition came, after a blank line. */
        private TermParser(Paragraph paragraph) {
            this.line = null;
            block.appendChild(paragraph);
        }

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public @Nullable BlockContinue tryContinue(ParserState state) {
            return BlockContinue.none();
        }

        @Override
        public void parseInlines(InlineParser inlines) {
            if (line != null) {
                inlines.parse(SourceLines.of(line), block);
            }
        }
    }

    private static final class DescriptionParser extends AbstractBlockParser {
        private final Description block = new Description();
        private final int indent;
        private boolean hadBlankLine;

        private DescriptionParser(int indent) {
            this.indent = indent;
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
            block.loose |= hadBlankLine;
            return true;
        }

        @Override
        public @Nullable BlockContinue tryContinue(ParserState state) {
            if (state.isBlank()) {
                hadBlankLine = state.getActiveBlockParser().getBlock() instanceof Paragraph;
                return BlockContinue.atIndex(state.getNextNonSpaceIndex());
            }
            return state.getIndent() < indent
                    ? BlockContinue.none()
                    : BlockContinue.atColumn(state.getColumn() + indent);
        }
    }
}

package dev.waxwing.adapter.markdown;

import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/**
 * Weighs a text before it is parsed. commonmark-java is linear on what people write, but takes quadratic time in four
 * places, found by search: emphasis marks of one paragraph once it nests as deep as is allowed ({@code *a } then {@code
 * _a*_ }, many times), links after unclosed brackets ({@code ![[]()}), closing brackets of pictures ({@code ![} many
 * times, then {@code ]}), and lines of one paragraph that do not start with a letter.
 */
final class Weight {
    private static final long STEPS_OF_TWO_MARKS = 9;
    private static final long STEPS_OF_TWO_BRACKETS = 8;
    private static final long STEPS_OF_A_LABEL_CHARACTER = 17;
    private static final long STEPS_OF_A_LINE = 8;

    private Weight() {}

    /**
     * Most texts are admitted by one look at all of their marks together. Only when these would be too many in one
     * paragraph is the text divided into paragraphs, and each weighed alone.
     */
    static void admit(String source) {
        if (of(source) > Effort.MOST_STEPS / 4) {
            Effort aside = new Effort();
            Syntax.parser(aside)
                    .inlineParserFactory(context -> new OfParagraphs(aside))
                    .build()
                    .parse(source);
        }
    }

    private static long of(CharSequence text) {
        long marks = 0;
        long opening = 0;
        long closing = 0;
        long pictures = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '*', '_', '~' -> marks++;
                case '[' -> {
                    opening++;
                    if (i > 0 && text.charAt(i - 1) == '!') {
                        pictures++;
                    }
                }
                case ']' -> closing++;
                default -> {}
            }
        }
        return STEPS_OF_TWO_MARKS * marks * marks
                + STEPS_OF_TWO_BRACKETS * opening * closing
                + STEPS_OF_A_LABEL_CHARACTER * Math.min(pictures, closing) * text.length();
    }

    /** Stands in for the parser of a paragraph's inside, and only weighs it. */
    private record OfParagraphs(Effort effort) implements InlineParser {
        @Override
        public void parse(SourceLines lines, Node node) {
            effort.spend(of(lines.getContent()));
        }
    }

    /** Asked at each line that may start a block; never starts one. */
    static final class OfLines extends AbstractBlockParserFactory {
        private final Effort effort;

        OfLines(Effort effort) {
            this.effort = effort;
        }

        @Override
        public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            long lines = matched.getMatchedBlockParser().getBlock() instanceof Paragraph
                    ? matched.getParagraphLines().getLines().size()
                    : 1;
            effort.spend(STEPS_OF_A_LINE * lines);
            return BlockStart.none();
        }
    }
}

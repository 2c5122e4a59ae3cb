package dev.waxwing.adapter.markdown;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.jspecify.annotations.Nullable;

/**
 * Keeps {@code \"}, and the entity of a quotation mark, apart from {@code "} until typography has been set. Escaped punctuation
 * travels as Unicode noncharacters (U+FDD0 and on), which no text may contain.
 */
final class Escapes {
    private static final String LITERALS = "\"'-.";
    private static final char FIRST = '\uFDD0';
    private static final char LAST = '\uFDEF';
    private static final Pattern FORGED = Pattern.compile("[\\x{FDD0}-\\x{FDEF}]");
    private static final Map<String, Character> ENTITIES =
            Map.of("&quot;", '"', "&#34;", '"', "&#x22;", '"', "&apos;", '\'', "&#39;", '\'', "&#x27;", '\'');
    private static final int LONGEST_ENTITY = 6;

    private Escapes() {}

    static boolean hasMark(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isMark(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    static boolean isMark(char c) {
        return c >= FIRST && c < FIRST + LITERALS.length();
    }

    static char literal(char mark) {
        return LITERALS.charAt(mark - FIRST);
    }

    static String restored(String text) {
        String result = text;
        for (int i = 0; i < LITERALS.length() && hasMark(result); i++) {
            result = result.replace((char) (FIRST + i), LITERALS.charAt(i));
        }
        return result;
    }

    /** A text of people has none of these characters; one that has must not forge an escape with them. */
    static String withoutMarks(String markdown) {
        for (int i = 0; i < markdown.length(); i++) {
            if (markdown.charAt(i) >= FIRST && markdown.charAt(i) <= LAST) {
                return FORGED.matcher(markdown).replaceAll("\uFFFD");
            }
        }
        return markdown;
    }

    private static @Nullable Node marked(char escaped) {
        int index = LITERALS.indexOf(escaped);
        return index < 0 ? null : new Text(String.valueOf((char) (FIRST + index)));
    }

    /** A backslash before a quotation mark, an apostrophe, a hyphen or a full stop. */
    record OfBackslash(Effort effort) implements InlineContentParserFactory, InlineContentParser {
        private static final int STEPS_OF_A_PARAGRAPH = 4_000;

        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('\\');
        }

        /** Called once for each paragraph, heading and cell, so it is also where these are counted. */
        @Override
        public InlineContentParser create() {
            effort.spend(STEPS_OF_A_PARAGRAPH);
            return this;
        }

        @Override
        public @Nullable ParsedInline tryParse(InlineParserState state) {
            Scanner scanner = state.scanner();
            scanner.next();
            Node literal = marked(scanner.peek());
            if (literal == null) {
                return ParsedInline.none();
            }
            scanner.next();
            return ParsedInline.of(literal, scanner.position());
        }
    }

    /** A quotation mark or an apostrophe written as an entity. */
    static final class OfEntity implements InlineContentParserFactory, InlineContentParser {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('&');
        }

        @Override
        public InlineContentParser create() {
            return this;
        }

        @Override
        public @Nullable ParsedInline tryParse(InlineParserState state) {
            Scanner scanner = state.scanner();
            Position start = scanner.position();
            for (int i = 0; i < LONGEST_ENTITY; i++) {
                char c = scanner.peek();
                if (c == Scanner.END || c == '\n') {
                    break;
                }
                scanner.next();
                if (c == ';') {
                    Character literal = ENTITIES.get(
                            scanner.getSource(start, scanner.position()).getContent());
                    Node node = literal == null ? null : marked(literal);
                    return node == null ? ParsedInline.none() : ParsedInline.of(node, scanner.position());
                }
            }
            return ParsedInline.none();
        }
    }
}

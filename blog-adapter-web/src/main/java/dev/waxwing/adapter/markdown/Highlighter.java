package dev.waxwing.adapter.markdown;

import dev.waxwing.adapter.markdown.Language.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Colours the code of one text. What it puts around code never changes the code itself. */
final class Highlighter {
    static final String CLASSES =
            Arrays.stream(Kind.values()).map(Kind::className).collect(Collectors.joining(" "));

    /** More would weigh more than the code; what comes after stays plain. */
    private static final int MOST_TOKENS = 20_000;

    private int tokens;

    void colour(String source, Language language, Element code) {
        List<Lexer.Token> found = new Lexer(source, language).tokens(MOST_TOKENS - tokens);
        tokens += found.size();
        code.empty();
        int written = 0;
        for (Lexer.Token token : found) {
            plain(source, written, token.start(), code);
            code.appendElement("span")
                    .addClass(token.kind().className())
                    .appendChild(new TextNode(source.substring(token.start(), token.end())));
            written = token.end();
        }
        plain(source, written, source.length(), code);
    }

    private static void plain(String source, int start, int end, Element code) {
        if (start < end) {
            code.appendChild(new TextNode(source.substring(start, end)));
        }
    }
}

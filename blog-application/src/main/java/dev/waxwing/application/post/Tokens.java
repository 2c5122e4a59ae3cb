package dev.waxwing.application.post;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Cuts a text into pieces that together are the text again. */
final class Tokens {
    private static final Pattern LINE = Pattern.compile("[^\\n]*\\n|[^\\n]+");

    private static final String WITHOUT_BLANKS = "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}";

    /** A letter of a script that writes without blanks, a word of any other, a line end, blanks, or one sign. */
    private static final Pattern WORD = Pattern.compile(
            "[%1$s]\\p{M}*|[\\p{L}\\p{N}\\p{M}_&&[^%1$s]]+|\\n|[^\\S\\n]+|.".formatted(WITHOUT_BLANKS), Pattern.DOTALL);

    private Tokens() {}

    /** Each with the line end behind it, if it has one. */
    static List<String> lines(String text) {
        return cut(LINE, text);
    }

    static List<String> words(String text) {
        return cut(WORD, text);
    }

    private static List<String> cut(Pattern piece, String text) {
        return piece.matcher(text).results().map(MatchResult::group).toList();
    }
}

package dev.waxwing.adapter.search;

import java.io.IOException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Makes one word of its spellings: without accents, vowel points, invisible characters and differences of width or
 * ligature. Marks that make another letter, such as Japanese voicing or Indic vowels, stay.
 */
final class FoldingFilter extends TokenFilter {
    /** Accents; Hebrew points; Arabic vowels, and the stretching of letters; characters that only steer the layout. */
    private static final Pattern DROPPED = Pattern.compile("[\\u0300-\\u036F\\u0591-\\u05BD\\u05BF\\u05C1\\u05C2\\u05C4"
            + "\\u05C5\\u05C7\\u0610-\\u061A\\u0640\\u064B-\\u065F\\u0670\\u06D6-\\u06DC\\u06DF-\\u06E4\\p{Cf}]");

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    private FoldingFilter(TokenStream input) {
        super(input);
    }

    static TokenStream of(TokenStream input) {
        return new ASCIIFoldingFilter(new FoldingFilter(input));
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (!isAscii()) {
            String folded = folded(term.toString());
            if (!folded.isEmpty()) {
                term.setEmpty().append(folded);
            }
        }
        return true;
    }

    private boolean isAscii() {
        for (int i = 0; i < term.length(); i++) {
            if (term.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static String folded(String word) {
        String apart = Normalizer.normalize(word, Normalizer.Form.NFKD);
        String bare = DROPPED.matcher(apart).replaceAll("").replace('ς', 'σ');
        return Normalizer.normalize(bare, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}

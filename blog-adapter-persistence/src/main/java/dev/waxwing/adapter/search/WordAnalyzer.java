package dev.waxwing.adapter.search;

import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Takes texts of any language apart into words. Chinese, Japanese and Korean, which do without spaces, become overlapping
 * pairs of characters, so that any two or more of them are found.
 */
final class WordAnalyzer extends Analyzer {
    private final Singles singles;
    private final UnaryOperator<TokenStream> finish;

    private WordAnalyzer(Singles singles, UnaryOperator<TokenStream> finish) {
        super(PER_FIELD_REUSE_STRATEGY);
        this.singles = singles;
        this.finish = finish;
    }

    /** Whether single Chinese, Japanese or Korean characters are words beside the pairs, or only where they stand alone. */
    private enum Singles {
        BESIDE_PAIRS,
        ALONE
    }

    /** For posts of a language: each word with its stem, and all folded. */
    static WordAnalyzer forPosts(Stemmer stemmer) {
        return new WordAnalyzer(Singles.BESIDE_PAIRS, words -> new FormsFilter(words, stemmer));
    }

    /** For what is looked for, of which the language is not known: words in lower case, to be folded and stemmed. */
    static WordAnalyzer forQueries() {
        return new WordAnalyzer(Singles.ALONE, words -> words);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        TokenStream lower = new LowerCaseFilter(new CJKWidthFilter(words));
        int scripts =
                CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL;
        TokenStream pairs = new CJKBigramFilter(lower, scripts, singles == Singles.BESIDE_PAIRS);
        return new TokenStreamComponents(words, finish.apply(pairs));
    }

    /** The words of a text, for one field at a time. */
    TokenStream words(String field, String text) {
        return tokenStream(field, Spelling.plain(text));
    }
}

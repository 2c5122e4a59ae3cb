package dev.waxwing.adapter.search;

import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Words as written, whatever the language. Chinese, Japanese and Korean, which do without spaces, become overlapping
 * pairs of characters, so that any two or more of them are found.
 */
final class WordAnalyzer extends Analyzer {
    private static final NormalizeCharMap SPELLED_OUT = spelledOut();

    private final boolean singles;

    private WordAnalyzer(boolean singles) {
        this.singles = singles;
    }

    /** For posts: single Chinese, Japanese or Korean characters are kept beside the pairs. */
    static WordAnalyzer forPosts() {
        return new WordAnalyzer(true);
    }

    /** For queries: a single character only where it stands alone. */
    static WordAnalyzer forQueries() {
        return new WordAnalyzer(false);
    }

    @Override
    protected Reader initReader(String field, Reader reader) {
        return new MappingCharFilter(SPELLED_OUT, reader);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        TokenStream folded = new LowerCaseFilter(new CJKWidthFilter(words));
        int scripts =
                CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL;
        return new TokenStreamComponents(words, FoldingFilter.of(new CJKBigramFilter(folded, scripts, singles)));
    }

    /** Parts of names such as {@code java.util.List} are words; C++ and C# are more than their letter. */
    private static NormalizeCharMap spelledOut() {
        NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
        for (String joint : new String[] {".", ":", "_", "'", "’"}) {
            map.add(joint, " ");
        }
        for (String letter : new String[] {"c", "C", "f", "F"}) {
            map.add(letter + "#", letter + "sharp");
        }
        map.add("c++", "cplusplus");
        map.add("C++", "cplusplus");
        return map.build();
    }
}

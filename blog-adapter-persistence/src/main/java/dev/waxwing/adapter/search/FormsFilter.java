package dev.waxwing.adapter.search;

import dev.waxwing.adapter.search.Stemmer.Stem;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/** Puts the stem of each word in the word's own place beside it, where it is another word. Everything is folded. */
final class FormsFilter extends TokenFilter {
    private final Stemmer stemmer;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TypeAttribute type = addAttribute(TypeAttribute.class);
    private final OffsetAttribute place = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
    private final Deque<Stem> waiting = new ArrayDeque<>();
    private int start;
    private int end;

    FormsFilter(TokenStream input, Stemmer stemmer) {
        super(input);
        this.stemmer = stemmer;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!waiting.isEmpty()) {
            stem(waiting.remove());
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        word();
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        waiting.clear();
    }

    private void word() {
        String word = term.toString();
        String folded = Folding.fold(word);
        start = place.startOffset();
        end = place.endOffset();
        term.setEmpty().append(folded);
        if (isStemmed()) {
            List<Stem> stems = stemmer.stems(word);
            stems.stream().filter(stem -> !stem.text().equals(folded)).forEach(waiting::add);
        }
    }

    private void stem(Stem stem) {
        term.setEmpty().append(stem.text());
        position.setPositionIncrement(0);
        place.setOffset(Math.min(start + stem.start(), end), Math.min(start + stem.end(), end));
    }

    private boolean isStemmed() {
        return type.type().equals(StandardTokenizer.TOKEN_TYPES[StandardTokenizer.ALPHANUM])
                || type.type().equals(StandardTokenizer.TOKEN_TYPES[StandardTokenizer.SOUTHEAST_ASIAN]);
    }
}

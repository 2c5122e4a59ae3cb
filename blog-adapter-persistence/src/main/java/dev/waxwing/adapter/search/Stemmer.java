package dev.waxwing.adapter.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Forms the stems of one language's words. Texts repeat their words, so what was formed is kept for a while. */
final class Stemmer implements Closeable {
    private static final int MOST_KEPT = 10_000;
    private static final int LONGEST_KEPT = 40;

    private final Analyzer analyzer;
    private final Map<String, List<Stem>> kept = new ConcurrentHashMap<>();

    Stemmer(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** What is left of a word, and of which of its characters: the end exclusive. */
    record Stem(String text, int start, int end) {}

    /**
     * The folded stem of a word in lower case: none for a stop word, several where a language writes words without spaces.
     */
    List<Stem> stems(String word) {
        List<Stem> known = kept.get(word);
        if (known != null) {
            return known;
        }
        List<Stem> stems = analyzed(word);
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        if (word.length() <= LONGEST_KEPT) {
            kept.put(word, stems);
        }
        return stems;
    }

    private List<Stem> analyzed(String word) {
        List<Stem> stems = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", word)) {
            CharTermAttribute text = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                stems.add(new Stem(Folding.fold(text.toString()), place.startOffset(), place.endOffset()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stems.size() == 1 ? List.of(new Stem(stems.get(0).text(), 0, word.length())) : List.copyOf(stems);
    }

    @Override
    public void close() {
        analyzer.close();
    }
}

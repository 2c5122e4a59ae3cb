package dev.waxwing.adapter.search;

import dev.waxwing.application.search.SearchTerm;
import dev.waxwing.application.search.SearchTerm.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.QueryBuilder;

/** The forms in which a post may have a word. Every text goes through the analyzers, so none has a syntax to get wrong. */
final class WordForms {
    private static final float STEM = 0.9f;
    private static final float BEGINNING = 0.3f;
    private static final float NEAR = 0.2f;

    /** How much a post gains by having a word in other forms and parts than the best one. */
    private static final float TIE = 0.1f;

    private static final int SHORTEST_BEGINNING = 2;
    private static final int SHORTEST_NEAR = 4;
    private static final int LONGEST_NEAR = 24;
    private static final int TWO_EDITS_FROM = 8;
    private static final int MOST_NEAR = 12;

    private final Analyzer words;
    private final Map<String, Analyzer> stems;

    /** @param stems the stemming of every language in the index */
    WordForms(Analyzer words, Map<String, Analyzer> stems) {
        this.words = words;
        this.stems = stems;
    }

    /** Empty if the term has no word in it. */
    Optional<Wanted> wanted(SearchTerm term) {
        List<Query> forms = asWritten(term.text());
        if (forms.isEmpty()) {
            return Optional.empty();
        }
        if (term.role() == Role.PHRASE) {
            return Optional.of(new Wanted(term.role(), anyOf(forms), anyOf(forms), Set.of()));
        }
        forms.addAll(stemmed(term.text()));
        if (term.role() == Role.BEGINNING) {
            forms.addAll(beginnings(term.text()));
        }
        Query asWritten = anyOf(forms);
        forms.addAll(nearSpellings(term.text()));
        return Optional.of(new Wanted(term.role(), asWritten, anyOf(forms), emptyIn(term.text())));
    }

    /** Empty if the term has no word in it. */
    Optional<Query> unwanted(SearchTerm term) {
        return Optional.of(asWritten(term.text()))
                .filter(forms -> !forms.isEmpty())
                .map(WordForms::anyOf);
    }

    private List<Query> asWritten(String text) {
        QueryBuilder builder = new QueryBuilder(words);
        List<Query> forms = new ArrayList<>();
        for (Part part : Part.values()) {
            Query form = builder.createPhraseQuery(part.words(), text);
            if (form != null) {
                forms.add(new BoostQuery(form, part.weight()));
            }
        }
        return forms;
    }

    /** Languages that agree on a stem share a query. */
    private Set<Query> stemmed(String text) {
        Set<Query> forms = new LinkedHashSet<>();
        for (Analyzer language : stems.values()) {
            QueryBuilder builder = new QueryBuilder(language);
            for (Part part : Part.values()) {
                Query form = builder.createPhraseQuery(part.stems(), text);
                if (form != null) {
                    forms.add(new BoostQuery(form, STEM * part.weight()));
                }
            }
        }
        return forms;
    }

    private List<Query> beginnings(String text) {
        List<Query> forms = new ArrayList<>();
        onlyWord(text).filter(word -> word.length() >= SHORTEST_BEGINNING).ifPresent(word -> {
            for (Part part : Part.values()) {
                Query form = new PrefixQuery(new Term(part.words(), word));
                forms.add(new BoostQuery(form, BEGINNING * part.weight()));
            }
        });
        return forms;
    }

    private List<Query> nearSpellings(String text) {
        List<Query> forms = new ArrayList<>();
        onlyWord(text).filter(WordForms::mayBeMistyped).ifPresent(word -> {
            int edits = word.length() < TWO_EDITS_FROM ? 1 : 2;
            for (Part part : Part.values()) {
                Query form = new FuzzyQuery(new Term(part.words(), word), edits, 1, MOST_NEAR, true);
                forms.add(new BoostQuery(form, NEAR * part.weight()));
            }
        });
        return forms;
    }

    private Set<String> emptyIn(String text) {
        return stems.entrySet().stream()
                .filter(language ->
                        words(language.getValue(), Part.TEXT.stems(), text).isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Neither a number, which with another digit is another number, nor a word so long that trying costs too much. */
    private static boolean mayBeMistyped(String word) {
        int length = word.codePointCount(0, word.length());
        return length >= SHORTEST_NEAR
                && length <= LONGEST_NEAR
                && word.codePoints().noneMatch(Character::isDigit);
    }

    private Optional<String> onlyWord(String text) {
        List<String> all = words(words, Part.TEXT.words(), text);
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    private static List<String> words(Analyzer analyzer, String field, String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream(field, text)) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(word.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static Query anyOf(List<Query> forms) {
        return new DisjunctionMaxQuery(forms, TIE);
    }
}

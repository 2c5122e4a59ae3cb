package dev.waxwing.adapter.search;

import dev.waxwing.adapter.search.Languages.Language;
import dev.waxwing.adapter.search.Stemmer.Stem;
import dev.waxwing.application.search.SearchTerm;
import dev.waxwing.application.search.SearchTerm.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/** The forms in which a post may have a word. Every text goes through the analyzers, so none has a syntax to get wrong. */
final class WordForms {
    private static final float STEM = 0.8f;
    private static final float BEGINNING = 0.3f;
    private static final float NEAR = 0.2f;

    private static final Pattern APOSTROPHE = Pattern.compile("['’]");
    private static final int SHORTEST_BEGINNING = 2;

    /** Lucene takes none of a thousand letters, and one that is typed may be written out to twenty. */
    private static final int LONGEST_BEGINNING = 100;

    private static final int SHORTEST_NEAR = 4;
    private static final int LONGEST_NEAR = 24;

    private final WordAnalyzer words;
    private final List<Language> languages;

    /** @param languages those that posts are written in */
    WordForms(WordAnalyzer words, List<Language> languages) {
        this.words = words;
        this.languages = languages;
    }

    /** Empty if the term has no word in it. */
    Optional<Wanted> wanted(SearchTerm term) {
        List<String> all = words(term.text());
        if (all.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(term.role() == Role.PHRASE ? phrase(all) : word(term, all));
    }

    /** Empty if the term has no word in it. */
    Optional<Query> unwanted(SearchTerm term) {
        return Optional.of(words(term.text()))
                .filter(all -> !all.isEmpty())
                .map(all -> anyOf(asWritten(all, Set.of())));
    }

    private Wanted phrase(List<String> words) {
        Query asWritten = anyOf(asWritten(words, Set.of()));
        return new Wanted(Role.PHRASE, asWritten, asWritten, Set.of());
    }

    private Wanted word(SearchTerm term, List<String> words) {
        Map<Language, List<String>> stems = stems(term.text(), words);
        List<Query> forms = asWritten(words, new LinkedHashSet<>(stems.values()));
        if (words.size() == 1 && term.role() == Role.BEGINNING) {
            forms.addAll(beginnings(Folding.fold(words.get(0))));
        }
        Query asWritten = anyOf(forms);
        if (words.size() == 1) {
            forms.addAll(nearSpellings(Folding.fold(words.get(0))));
        }
        Set<String> emptyIn = stems.entrySet().stream()
                .filter(language -> language.getValue().isEmpty())
                .map(language -> language.getKey().name())
                .collect(Collectors.toSet());
        return new Wanted(term.role(), asWritten, anyOf(forms), emptyIn);
    }

    /** A word of several, such as {@code java.util.List}, has no stem, unless a language sees one in {@code l'histoire}. */
    private Map<Language, List<String>> stems(String text, List<String> words) {
        if (words.size() > 1 && !APOSTROPHE.matcher(text).find()) {
            return Map.of();
        }
        String whole = words.size() == 1 ? words.get(0) : text.toLowerCase(Locale.ROOT);
        Map<Language, List<String>> stems = new LinkedHashMap<>();
        for (Language language : languages) {
            List<String> own =
                    language.stemmer().stems(whole).stream().map(Stem::text).toList();
            if (words.size() == 1 || own.size() < words.size()) {
                stems.put(language, own);
            }
        }
        return stems;
    }

    private static List<Query> asWritten(List<String> words, Set<List<String>> stems) {
        List<String> folded = words.stream().map(Folding::fold).toList();
        List<Query> forms = new ArrayList<>();
        for (Part part : Part.values()) {
            forms(part.field(), folded, stems).forEach(form -> forms.add(new BoostQuery(form, part.weight())));
        }
        return forms;
    }

    private static List<Query> forms(String field, List<String> words, Set<List<String>> stems) {
        List<Query> forms = new ArrayList<>();
        SynonymQuery.Builder same = new SynonymQuery.Builder(field);
        if (words.size() == 1) {
            same.addTerm(new Term(field, words.get(0)));
        } else {
            forms.add(new PhraseQuery(field, words.toArray(String[]::new)));
        }
        for (List<String> own : stems) {
            if (own.size() == 1 && !own.equals(words)) {
                same.addTerm(new Term(field, own.get(0)), STEM);
            } else if (own.size() > 1) {
                forms.add(all(field, own));
            }
        }
        forms.add(same.build());
        return forms;
    }

    private static Query all(String field, List<String> words) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        words.forEach(word -> query.add(new TermQuery(new Term(field, word)), Occur.MUST));
        return query.build();
    }

    private static List<Query> beginnings(String word) {
        List<Query> forms = new ArrayList<>();
        if (word.length() >= SHORTEST_BEGINNING && word.length() <= LONGEST_BEGINNING) {
            for (Part part : Part.values()) {
                Query form = new PrefixQuery(new Term(part.field(), word));
                forms.add(new BoostQuery(form, BEGINNING * part.weight()));
            }
        }
        return forms;
    }

    private static List<Query> nearSpellings(String word) {
        List<Query> forms = new ArrayList<>();
        if (mayBeMistyped(word)) {
            NearQuery.of(word)
                    .forEach(form ->
                            forms.add(new BoostQuery(form, NEAR * form.part().weight())));
        }
        return forms;
    }

    /** Neither a number, which with another digit is another number, nor a word so long that trying costs too much. */
    private static boolean mayBeMistyped(String word) {
        int length = word.codePointCount(0, word.length());
        return length >= SHORTEST_NEAR
                && length <= LONGEST_NEAR
                && word.codePoints().noneMatch(Character::isDigit);
    }

    private List<String> words(String text) {
        List<String> all = new ArrayList<>();
        try (TokenStream stream = words.words("", text)) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                all.add(word.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static Query anyOf(List<Query> forms) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        forms.forEach(form -> query.add(form, Occur.SHOULD));
        return query.build();
    }
}

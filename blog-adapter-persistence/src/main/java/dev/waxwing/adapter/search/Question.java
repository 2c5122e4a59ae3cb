package dev.waxwing.adapter.search;

import dev.waxwing.application.search.SearchTerm;
import dev.waxwing.application.search.SearchTerm.Role;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** What a reader asks of the index. */
final class Question {
    /** More than any sum of word scores, and little enough to leave a float room for them. */
    private static final float BEFORE_ALL_OTHERS = 1_000;

    private final List<Wanted> wanted;
    private final List<Query> unwanted;

    private Question(List<Wanted> wanted, List<Query> unwanted) {
        this.wanted = wanted;
        this.unwanted = unwanted;
    }

    static Question of(List<SearchTerm> terms, WordForms forms) {
        return new Question(
                terms.stream()
                        .filter(term -> term.role() != Role.UNWANTED)
                        .map(forms::wanted)
                        .flatMap(Optional::stream)
                        .toList(),
                terms.stream()
                        .filter(term -> term.role() == Role.UNWANTED)
                        .map(forms::unwanted)
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** Whether nothing at all is wanted. */
    boolean isEmpty() {
        return wanted.isEmpty();
    }

    /**
     * How many posts must be found so that nothing further is tried: any, if near spellings would find the same ones again.
     */
    int enough(Reach reach) {
        return wanted.stream().anyMatch(Wanted::hasNearSpellings) ? reach.enough() : Math.min(reach.enough(), 1);
    }

    /** Finds the posts, best first. */
    Query within(Reach reach) {
        return switch (reach) {
            case AS_WRITTEN -> all(reach).build();
            case NEARLY ->
                all(reach)
                        .add(
                                new BoostQuery(new ConstantScoreQuery(within(Reach.AS_WRITTEN)), BEFORE_ALL_OTHERS),
                                Occur.SHOULD)
                        .build();
            case SOME_WORDS -> some().build();
        };
    }

    /** Matches what is to be marked in a post that was found: not the words that every text has. */
    Query marked(Reach reach) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        telling().forEach(word -> query.add(word.in(reach), Occur.SHOULD));
        return query.build();
    }

    private BooleanQuery.Builder all(Reach reach) {
        BooleanQuery.Builder query = withoutUnwanted();
        wanted.forEach(word -> query.add(orEmpty(word, word.in(reach)), Occur.MUST));
        return query;
    }

    private BooleanQuery.Builder some() {
        BooleanQuery.Builder query = withoutUnwanted();
        int words = 0;
        for (Wanted word : telling()) {
            query.add(word.nearly(), word.role() == Role.PHRASE ? Occur.MUST : Occur.SHOULD);
            words += word.role() == Role.PHRASE ? 0 : 1;
        }
        return query.setMinimumNumberShouldMatch((words + 1) / 2);
    }

    private BooleanQuery.Builder withoutUnwanted() {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        unwanted.forEach(word -> query.add(word, Occur.MUST_NOT));
        return query;
    }

    /** A post need not have what is a stop word in its language, unless nothing but stop words was asked for. */
    private Query orEmpty(Wanted word, Query query) {
        List<Query> languages = word.emptyIn().stream()
                .filter(language ->
                        wanted.stream().anyMatch(other -> !other.emptyIn().contains(language)))
                .<Query>map(language -> new TermQuery(new Term(Documents.LANGUAGE, language)))
                .toList();
        if (languages.isEmpty()) {
            return query;
        }
        Query inLanguage = new BoostQuery(new ConstantScoreQuery(new DisjunctionMaxQuery(languages, 0)), 0);
        return new BooleanQuery.Builder()
                .add(query, Occur.SHOULD)
                .add(inLanguage, Occur.SHOULD)
                .build();
    }

    private List<Wanted> telling() {
        List<Wanted> telling =
                wanted.stream().filter(word -> word.emptyIn().isEmpty()).toList();
        return telling.isEmpty() ? wanted : telling;
    }
}

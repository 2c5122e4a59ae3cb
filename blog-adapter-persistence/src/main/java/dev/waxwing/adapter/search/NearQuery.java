package dev.waxwing.adapter.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.jspecify.annotations.Nullable;

/**
 * Finds words that differ from the given one in a letter or two, but not in the first. Does what Lucene's fuzzy query does,
 * but makes the costly automaton once for all parts of a post, and only when it is asked.
 */
final class NearQuery extends MultiTermQuery {
    private static final int TWO_EDITS_FROM = 8;
    private static final int MOST = 20;

    private final Part part;
    private final Spellings spellings;

    private NearQuery(Part part, Spellings spellings) {
        super(part.field(), new TopTermsBlendedFreqScoringRewrite(MOST));
        this.part = part;
        this.spellings = spellings;
    }

    /** One query for each part of a post. */
    static List<NearQuery> of(String word) {
        Spellings spellings = new Spellings(word);
        List<NearQuery> queries = new ArrayList<>();
        for (Part part : Part.values()) {
            queries.add(new NearQuery(part, spellings));
        }
        return queries;
    }

    Part part() {
        return part;
    }

    @Override
    protected TermsEnum getTermsEnum(Terms terms, AttributeSource attributes) throws IOException {
        return spellings.automaton().getTermsEnum(terms);
    }

    @Override
    public void visit(QueryVisitor visitor) {
        if (visitor.acceptField(field)) {
            visitor.visitLeaf(this);
        }
    }

    @Override
    public String toString(String field) {
        return getField() + ":~" + spellings.word;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other) && spellings.word.equals(((NearQuery) Objects.requireNonNull(other)).spellings.word);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), spellings.word);
    }

    private static final class Spellings {
        private final String word;
        private @Nullable CompiledAutomaton automaton;

        private Spellings(String word) {
            this.word = word;
        }

        private CompiledAutomaton automaton() {
            if (automaton == null) {
                int first = word.offsetByCodePoints(0, 1);
                int edits = word.length() < TWO_EDITS_FROM ? 1 : 2;
                automaton = new CompiledAutomaton(new LevenshteinAutomata(word.substring(first), true)
                        .toAutomaton(edits, word.substring(0, first)));
            }
            return automaton;
        }
    }
}

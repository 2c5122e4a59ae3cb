package dev.waxwing.adapter.search;

import dev.waxwing.application.search.SearchHits;
import dev.waxwing.application.search.SearchHits.Hit;
import dev.waxwing.application.search.SearchQuery;
import dev.waxwing.application.search.Snippet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;

/** Answers queries from one state of the index. */
final class Answering {
    private static final Sort BEST_THEN_NEWEST =
            new Sort(SortField.FIELD_SCORE, new SortField(Documents.PUBLISHED, SortField.Type.LONG, true));

    private final IndexSearcher searcher;
    private final Analyzer words;
    private final Stemming stemming;

    Answering(IndexSearcher searcher, Analyzer words, Stemming stemming) {
        this.searcher = searcher;
        this.words = words;
        this.stemming = stemming;
    }

    SearchHits to(SearchQuery query) throws IOException {
        Question question = Question.of(query.terms(), new WordForms(words, stems()));
        if (question.isEmpty()) {
            return SearchHits.NONE;
        }
        for (Reach reach : Reach.values()) {
            TopFieldDocs found = find(question.within(reach), query.offset() + query.limit());
            if (found.totalHits.value >= reach.enough()) {
                return new SearchHits(found.totalHits.value, hits(found, query.offset(), question.marked(reach)));
            }
        }
        return SearchHits.NONE;
    }

    private TopFieldDocs find(Query query, int most) throws IOException {
        return searcher.search(query, new TopFieldCollectorManager(BEST_THEN_NEWEST, most, Integer.MAX_VALUE));
    }

    private List<Hit> hits(TopFieldDocs found, int offset, Query marked) throws IOException {
        List<Hit> hits = new ArrayList<>();
        Marks marks = new Marks(searcher, marked);
        for (int place = offset; place < found.scoreDocs.length; place++) {
            hits.add(hit(found.scoreDocs[place], marks));
        }
        return hits;
    }

    private Hit hit(ScoreDoc place, Marks marks) throws IOException {
        Document post = searcher.storedFields().document(place.doc);
        Marks.Found found = marks.in(place.doc);
        return new Hit(
                Documents.post(post),
                Snippet.whole(post.get(Part.TITLE.words()), found.in(Part.TITLE)),
                Snippet.around(post.get(Part.TEXT.words()), found.in(Part.TEXT)));
    }

    /** The stemming of every language that posts are written in. */
    private Map<String, Analyzer> stems() throws IOException {
        Map<String, Analyzer> stems = new TreeMap<>();
        Terms names = MultiTerms.getTerms(searcher.getIndexReader(), Documents.STEMS);
        if (names != null) {
            TermsEnum each = names.iterator();
            while (each.next() != null) {
                String name = each.term().utf8ToString();
                stems.put(name, stemming.of(name));
            }
        }
        return stems;
    }
}

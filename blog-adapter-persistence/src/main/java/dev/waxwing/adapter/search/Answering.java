package dev.waxwing.adapter.search;

import dev.waxwing.adapter.search.Languages.Language;
import dev.waxwing.application.search.SearchHits;
import dev.waxwing.application.search.SearchHits.Hit;
import dev.waxwing.application.search.SearchQuery;
import dev.waxwing.application.search.Snippet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
    private final WordAnalyzer words;
    private final Languages languages;

    Answering(IndexSearcher searcher, WordAnalyzer words, Languages languages) {
        this.searcher = searcher;
        this.words = words;
        this.languages = languages;
    }

    SearchHits to(SearchQuery query) throws IOException {
        Question question = Question.of(query.terms(), new WordForms(words, languages()));
        if (question.isEmpty()) {
            return SearchHits.NONE;
        }
        for (Reach reach : Reach.values()) {
            TopFieldDocs found = find(question.within(reach), query.offset() + query.limit());
            if (found.totalHits.value >= question.enough(reach)) {
                return new SearchHits(found.totalHits.value, hits(found, query.offset(), question.marked(reach)));
            }
        }
        return SearchHits.NONE;
    }

    /** Posts that cannot be among the best are not looked at when enough have been counted. */
    private TopFieldDocs find(Query query, int most) throws IOException {
        return searcher.search(query, new TopFieldCollectorManager(BEST_THEN_NEWEST, most, SearchHits.MOST_COUNTED));
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
                Snippet.whole(post.get(Part.TITLE.field()), found.in(Part.TITLE)),
                Snippet.around(post.get(Part.TEXT.field()), found.in(Part.TEXT)));
    }

    private List<Language> languages() throws IOException {
        List<Language> present = new ArrayList<>();
        Terms names = MultiTerms.getTerms(searcher.getIndexReader(), Documents.LANGUAGE);
        if (names != null) {
            TermsEnum each = names.iterator();
            while (each.next() != null) {
                present.add(languages.named(each.term().utf8ToString()));
            }
        }
        return present;
    }
}

package dev.waxwing.adapter.search;

import dev.waxwing.application.search.Snippet.Mark;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Finds out where in a post the words of a query are. */
final class Marks {
    /** A page shows a few; a long post may have thousands. */
    private static final int MOST = 500;

    private final IndexSearcher searcher;
    private final Weight weight;

    Marks(IndexSearcher searcher, Query query) throws IOException {
        this.searcher = searcher;
        this.weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    /** @param document its number in the index */
    Found in(int document) throws IOException {
        List<LeafReaderContext> leaves = searcher.getLeafContexts();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        return new Found(weight.matches(leaf, document - leaf.docBase));
    }

    /** The matches of one post. */
    static final class Found {
        private final @Nullable Matches matches;

        private Found(@Nullable Matches matches) {
            this.matches = matches;
        }

        List<Mark> in(Part part) throws IOException {
            List<Mark> marks = new ArrayList<>();
            if (matches != null) {
                add(marks, matches.getMatches(part.field()));
            }
            return marks;
        }

        private static void add(List<Mark> marks, @Nullable MatchesIterator found) throws IOException {
            for (int i = 0; found != null && i < MOST && found.next(); i++) {
                marks.add(new Mark(found.startOffset(), found.endOffset()));
            }
        }
    }
}

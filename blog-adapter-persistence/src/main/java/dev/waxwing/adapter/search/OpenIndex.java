package dev.waxwing.adapter.search;

import dev.waxwing.application.search.SearchDocument;
import dev.waxwing.application.search.SearchHits;
import dev.waxwing.application.search.SearchQuery;
import dev.waxwing.domain.post.PostId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;

/** An index in use by this process: one writer, and readers that see at once what was written. */
final class OpenIndex implements AutoCloseable {
    /** How posts are analyzed and kept. An index of another form is built again. */
    static final String FORM = "2";

    private static final String FORM_KEY = "form";
    private static final String BOOKMARK_KEY = "bookmark";
    private static final double BUFFER_MEGABYTES = 8;

    private static final int MOST_UNCOMMITTED = 1_000;

    /** Every query looks into each segment; Lucene's own ten are for indexes that are written more than they are asked. */
    private static final int SEGMENTS = 4;

    private final Languages languages = new Languages();
    private final WordAnalyzer queryWords = WordAnalyzer.forQueries();
    private final Documents documents = new Documents(languages);
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private long position;
    private int uncommitted;

    /** Opens what the directory holds, or begins a new index in it; the directory is closed with the index. */
    OpenIndex(Directory directory) throws IOException {
        boolean fresh = !DirectoryReader.indexExists(directory);
        this.directory = directory;
        this.writer = new IndexWriter(directory, settings());
        try {
            if (fresh) {
                commit();
            }
            this.searchers = new SearcherManager(writer, new Searchers());
            requireSound();
            this.position = Long.parseLong(committed().getOrDefault(BOOKMARK_KEY, "0"));
        } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileHandlingException(writer::rollback);
            throw e;
        }
    }

    SearchHits search(SearchQuery query) throws IOException {
        if (!searchers.isSearcherCurrent()) {
            searchers.maybeRefreshBlocking();
        }
        IndexSearcher searcher = searchers.acquire();
        try {
            return new Answering(searcher, queryWords, languages).to(query);
        } finally {
            searchers.release(searcher);
        }
    }

    synchronized void put(List<SearchDocument> posts) throws IOException {
        for (SearchDocument post : posts) {
            writer.updateDocument(Documents.key(post.post()), documents.of(post));
        }
        uncommitted += posts.size();
    }

    synchronized void remove(List<PostId> posts) throws IOException {
        writer.deleteDocuments(posts.stream().map(Documents::key).toArray(Term[]::new));
        uncommitted += posts.size();
    }

    synchronized void clear() throws IOException {
        writer.deleteAll();
        position = 0;
        commit();
    }

    synchronized long position() {
        return position;
    }

    /** Syncing files for each post would cost more than reading some changes again after a crash. */
    synchronized void advance(long position) throws IOException {
        this.position = position;
        if (uncommitted >= MOST_UNCOMMITTED) {
            commit();
        }
    }

    /** Lets go of the files as they were last committed. */
    void abandon() {
        IOUtils.closeWhileHandlingException(searchers, writer::rollback, this::closeRest);
    }

    @Override
    public synchronized void close() throws IOException {
        IOUtils.close(this::commit, searchers, writer, this::closeRest);
    }

    private void closeRest() throws IOException {
        IOUtils.close(directory, queryWords, languages);
    }

    private void commit() throws IOException {
        writer.setLiveCommitData(
                Map.of(FORM_KEY, FORM, BOOKMARK_KEY, Long.toString(position)).entrySet());
        writer.commit();
        uncommitted = 0;
    }

    private Map<String, String> committed() {
        Map<String, String> committed = new HashMap<>();
        writer.getLiveCommitData().forEach(entry -> committed.put(entry.getKey(), entry.getValue()));
        return committed;
    }

    /** Reads every file once: a flipped bit would otherwise show as a wrong answer, or only when segments are merged. */
    private void requireSound() throws IOException {
        String form = committed().getOrDefault(FORM_KEY, "none");
        if (!form.equals(FORM)) {
            throw new CorruptIndexException("form %s instead of %s".formatted(form, FORM), directory.toString());
        }
        IndexSearcher searcher = searchers.acquire();
        try {
            for (LeafReaderContext leaf : searcher.getLeafContexts()) {
                ((CodecReader) leaf.reader()).checkIntegrity();
            }
        } finally {
            searchers.release(searcher);
        }
    }

    /** A blog is indexed in moments: merging where it is written needs no threads that outlive a crash or a close. */
    private IndexWriterConfig settings() {
        return new IndexWriterConfig(queryWords)
                .setMergeScheduler(new SerialMergeScheduler())
                .setMergePolicy(new TieredMergePolicy().setSegmentsPerTier(SEGMENTS))
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setIndexSort(Documents.NEWEST_FIRST)
                .setLeafSorter(Comparator.comparingLong(OpenIndex::newest).reversed());
    }

    /** When its newest post was published, which is its first one. */
    private static long newest(LeafReader segment) {
        try {
            NumericDocValues published = segment.getNumericDocValues(Documents.PUBLISHED);
            return published == null || published.nextDoc() == DocIdSetIterator.NO_MORE_DOCS
                    ? Long.MIN_VALUE
                    : published.longValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Searchers extends SearcherFactory {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, IndexReader previous) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null);
            return searcher;
        }
    }
}

package dev.waxwing.adapter.search;

import dev.waxwing.application.search.SearchDocument;
import dev.waxwing.application.search.SearchHits;
import dev.waxwing.application.search.SearchQuery;
import dev.waxwing.domain.post.PostId;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;

/** An index in use by this process: one writer, and readers that see at once what was written. */
final class OpenIndex implements AutoCloseable {
    /** How posts are analyzed and kept. An index of another form is built again. */
    private static final String FORM = "1";

    private static final String FORM_KEY = "form";
    private static final String BOOKMARK_KEY = "bookmark";
    private static final double BUFFER_MEGABYTES = 8;

    private final Stemming stemming = new Stemming();
    private final WordAnalyzer postWords = WordAnalyzer.forPosts();
    private final WordAnalyzer queryWords = WordAnalyzer.forQueries();
    private final Documents documents = new Documents(stemming);
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    /** Opens what the directory holds, or begins a new index in it; the directory is closed with the index. */
    OpenIndex(Directory directory) throws IOException {
        boolean fresh = !DirectoryReader.indexExists(directory);
        this.directory = directory;
        this.writer = new IndexWriter(directory, settings());
        try {
            if (fresh) {
                commit(0);
            }
            this.searchers = new SearcherManager(writer, new Searchers());
            requireSound();
        } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileHandlingException(writer::rollback);
            throw e;
        }
    }

    SearchHits search(SearchQuery query) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return new Answering(searcher, queryWords, stemming).to(query);
        } finally {
            searchers.release(searcher);
        }
    }

    synchronized void put(List<SearchDocument> posts) throws IOException {
        for (SearchDocument post : posts) {
            writer.updateDocument(Documents.key(post.post()), documents.of(post));
        }
        searchers.maybeRefreshBlocking();
    }

    synchronized void remove(List<PostId> posts) throws IOException {
        writer.deleteDocuments(posts.stream().map(Documents::key).toArray(Term[]::new));
        searchers.maybeRefreshBlocking();
    }

    synchronized void clear() throws IOException {
        writer.deleteAll();
        commit(0);
        searchers.maybeRefreshBlocking();
    }

    long position() {
        return Long.parseLong(committed().get(BOOKMARK_KEY));
    }

    void advance(long position) throws IOException {
        commit(position);
    }

    /** Lets go of the files as they were last committed. */
    void abandon() {
        IOUtils.closeWhileHandlingException(searchers, writer::rollback, this::closeRest);
    }

    @Override
    public void close() throws IOException {
        IOUtils.close(searchers, writer, this::closeRest);
    }

    private void closeRest() throws IOException {
        IOUtils.close(directory, postWords, queryWords, stemming);
    }

    private void commit(long position) throws IOException {
        writer.setLiveCommitData(
                Map.of(FORM_KEY, FORM, BOOKMARK_KEY, Long.toString(position)).entrySet());
        writer.commit();
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
        return new IndexWriterConfig(postWords)
                .setMergeScheduler(new SerialMergeScheduler())
                .setRAMBufferSizeMB(BUFFER_MEGABYTES);
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

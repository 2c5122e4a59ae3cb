package dev.waxwing.adapter.search;

import dev.waxwing.application.change.Bookmark;
import dev.waxwing.application.search.SearchDocument;
import dev.waxwing.application.search.SearchHits;
import dev.waxwing.application.search.SearchIndex;
import dev.waxwing.application.search.SearchQuery;
import dev.waxwing.domain.post.PostId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The search index in a folder of its own. It is opened when it is first used, so making one costs nothing. An index that is
 * missing, damaged or of another version is begun anew, and its bookmark with it; only one process can have it open.
 */
public final class LuceneSearchIndex implements SearchIndex, AutoCloseable {
    private final Path folder;
    private @Nullable OpenIndex open;
    private boolean closed;

    /** @param folder is made when it is missing; files in it that are not of an index are left alone */
    public LuceneSearchIndex(Path folder) {
        this.folder = folder;
    }

    /**
     * @throws IllegalStateException if another process has the index open
     * @throws UncheckedIOException if the folder cannot be read or written
     */
    @Override
    public SearchHits search(SearchQuery query) {
        return query.terms().isEmpty() ? SearchHits.NONE : with(index -> index.search(query));
    }

    @Override
    public void put(List<SearchDocument> documents) {
        with(index -> {
            index.put(documents);
            return index;
        });
    }

    @Override
    public void remove(List<PostId> posts) {
        with(index -> {
            index.remove(posts);
            return index;
        });
    }

    @Override
    public void clear() {
        with(index -> {
            index.clear();
            return index;
        });
    }

    @Override
    public Bookmark bookmark() {
        return new OwnBookmark();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                open = null;
            }
        }
    }

    /** A failed disk or damaged files close an index for good; opening it again mends it or begins a new one. */
    private <T> T with(Use<T> use) {
        OpenIndex index = index();
        try {
            return use.of(index);
        } catch (IOException | IllegalStateException e) {
            abandon(index);
        }
        try {
            return use.of(index());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized OpenIndex index() {
        if (closed) {
            throw new IllegalStateException("The search index is closed");
        }
        if (open == null) {
            open = new IndexFiles(folder).open();
        }
        return open;
    }

    private synchronized void abandon(OpenIndex index) {
        if (open == index) {
            open = null;
            index.abandon();
        }
    }

    private interface Use<T> {
        T of(OpenIndex index) throws IOException;
    }

    /** Moves only in the index that it was claimed from: one begun anew since then lacks what was read before. */
    private final class OwnBookmark implements Bookmark {
        private @Nullable OpenIndex claimed;

        @Override
        public long position() {
            return with(OpenIndex::position);
        }

        @Override
        public OptionalLong claim() {
            return with(index -> {
                claimed = index;
                return OptionalLong.of(index.position());
            });
        }

        @Override
        public void advance(long position) {
            with(index -> {
                if (claimed == null || claimed == index) {
                    index.advance(position);
                }
                return index;
            });
        }
    }
}

package dev.waxwing.bootstrap;

import dev.waxwing.adapter.jdbi.JdbiPersistence;
import dev.waxwing.application.change.Projection;
import dev.waxwing.application.change.ProjectionRunner;
import dev.waxwing.application.library.MediaUseProjection;
import dev.waxwing.application.library.RemovedMediaProjection;
import dev.waxwing.application.media.MediaStore;
import dev.waxwing.application.search.SearchIndex;
import dev.waxwing.application.search.SearchProjection;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What follows the changes: the search index and the library of media. */
final class Followers {
    private final Path indexFolder;
    private final Projection search;
    private final Projection mediaUse;
    private final Projection removedMedia;
    private final ProjectionRunner runner;

    Followers(JdbiPersistence storage, SearchIndex index, Path indexFolder, MediaStore media) {
        this.indexFolder = indexFolder;
        search = new SearchProjection(index, storage.postQueries(), storage.posts(), storage.changes());
        mediaUse = new MediaUseProjection(storage.changes(), storage.posts(), storage.media());
        removedMedia = new RemovedMediaProjection(storage.changes(), storage.media(), media);
        runner = new ProjectionRunner(storage.changes(), storage.unitOfWork());
    }

    /** Brings the search index to the last change. */
    void index() {
        runner.catchUp(search);
    }

    /** Brings the library to the last change. */
    void followMedia() {
        runner.catchUp(mediaUse);
        runner.catchUp(removedMedia);
    }

    /** How many changes of so many each has yet to follow; without those that cannot be asked. */
    Map<String, Long> lags(long head) {
        Map<String, Long> lags = new HashMap<>();
        lags.put("media-use", lag(head, mediaUse));
        lags.put("media-removed", lag(head, removedMedia));
        searchLag(head).ifPresent(lag -> lags.put(Standing.SEARCH, lag));
        return Map.copyOf(lags);
    }

    /** An index that is missing knows nothing; asking it would make one. Nothing if another process has it open. */
    private Optional<Long> searchLag(long head) {
        if (!Files.isDirectory(indexFolder)) {
            return Optional.of(head);
        }
        try {
            return Optional.of(lag(head, search));
        } catch (IllegalStateException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static long lag(long head, Projection projection) {
        return Math.max(0, head - projection.bookmark().position());
    }
}

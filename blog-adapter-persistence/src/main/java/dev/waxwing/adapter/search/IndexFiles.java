package dev.waxwing.adapter.search;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.logging.Level;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.util.IOUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder an index is kept in. What cannot be read is thrown away: everything in it is known elsewhere. */
final class IndexFiles {
    private static final Logger LOG = LoggerFactory.getLogger(LuceneSearchIndex.class);

    /** Lucene reports which processor instructions it could use: no news for whoever runs a blog. */
    private static final java.util.logging.Logger LUCENE = java.util.logging.Logger.getLogger("org.apache.lucene");

    static {
        LUCENE.setLevel(Level.SEVERE);
    }

    private final Path folder;

    IndexFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens the index of the folder, or a new one where there is none that can be read.
     *
     * @throws IllegalStateException if another process has it open
     * @throws UncheckedIOException if the folder cannot be read or written
     */
    OpenIndex open() {
        try {
            return openOrStartAfresh();
        } catch (LockObtainFailedException e) {
            throw new IllegalStateException(
                    "The search index in %s is in use by another process; end that one first".formatted(folder), e);
        } catch (IOException e) {
            throw new UncheckedIOException("The search index in %s cannot be opened".formatted(folder), e);
        }
    }

    private OpenIndex openOrStartAfresh() throws IOException {
        Files.createDirectories(folder);
        try {
            return openAsIs();
        } catch (IOException | IllegalArgumentException e) {
            if (!isUnusable(e)) {
                throw e;
            }
            LOG.warn("The search index in {} cannot be read and is built again: {}", folder, e.toString());
            delete();
            return openAsIs();
        }
    }

    private OpenIndex openAsIs() throws IOException {
        Directory directory = directory();
        try {
            return new OpenIndex(directory);
        } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileHandlingException(directory);
            throw e;
        }
    }

    /**
     * Files that are mapped into memory would be faster by a fifth, but bring the whole process down when they are cut short.
     */
    private Directory directory() throws IOException {
        return new NIOFSDirectory(folder);
    }

    /** Damaged, cut short, or written by another version: Lucene names an unknown format by an illegal argument. */
    private static boolean isUnusable(Exception failure) {
        return failure instanceof CorruptIndexException
                || failure instanceof IndexFormatTooNewException
                || failure instanceof IndexFormatTooOldException
                || failure instanceof EOFException
                || failure instanceof FileNotFoundException
                || failure instanceof NoSuchFileException
                || failure instanceof IllegalArgumentException;
    }

    private void delete() throws IOException {
        try (Directory directory = directory();
                Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            for (String file : directory.listAll()) {
                if (isOurs(file)) {
                    lock.ensureValid();
                    directory.deleteFile(file);
                }
            }
        }
    }

    private static boolean isOurs(String file) {
        return file.startsWith(IndexFileNames.SEGMENTS)
                || file.startsWith(IndexFileNames.PENDING_SEGMENTS)
                || IndexFileNames.CODEC_FILE_PATTERN.matcher(file).matches();
    }
}

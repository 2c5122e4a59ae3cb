package dev.waxwing.adapter.jdbi.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;

/**
 * Gives back the room that H2's file has no use for, a little at a time. Each commit appends all pages that it changed, so the
 * file grows by far more than what is in it. A thread of H2 would move together what is left of the old ones, but it does not
 * run here: it would do so while somebody writes.
 */
final class Compaction {
    private static final int MEBIBYTE = 1 << 20;
    private static final int GROWTH = MEBIBYTE;
    private static final int REWRITTEN = MEBIBYTE;
    private static final int MOVED = 2 * MEBIBYTE;

    /** Of the file in use. With more, an import would write again what its next batch makes old anyway. */
    private static final int ENOUGH_PERCENT = 50;

    private final MVStore store;
    private final RandomAccessStore file;
    private long sizeBefore;

    private Compaction(MVStore store, RandomAccessStore file) {
        this.store = store;
        this.file = file;
        this.sizeBefore = file.size();
    }

    /** Of the file behind a connection; nothing if there is none with a journal, or another process has it. */
    static Optional<Compaction> of(Connection connection) throws SQLException {
        if (connection.isWrapperFor(JdbcConnection.class)
                && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
            MVStore store = session.getDatabase().getStore().getMvStore();
            if (store.getFileStore() instanceof RandomAccessStore file && isJournaled(file)) {
                return Optional.of(new Compaction(store, file));
            }
        }
        return Optional.empty();
    }

    /** To be called when nobody writes; takes a few dozen milliseconds, for each MiB of growth. */
    void step() {
        if (file.size() < sizeBefore + GROWTH) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        file.setReuseSpace(true);
        try {
            if (store.compact(ENOUGH_PERCENT, REWRITTEN)) {
                store.commit();
            }
            file.compactMoveChunks(ENOUGH_PERCENT, MOVED, store);
        } finally {
            file.setReuseSpace(false);
            sizeBefore = file.size();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean isJournaled(RandomAccessStore file) {
        return file.getFileName().startsWith(JournaledFile.SCHEME + ":") && !file.isReadOnly();
    }
}

package dev.waxwing.adapter.jdbi.shared;

import dev.waxwing.application.shared.FreeSpace;
import dev.waxwing.domain.shared.BlogException;
import java.sql.SQLException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Brings commits to disk in groups: whoever comes while a sync runs waits for the next one, and that one serves all who
 * wait. A sync that fails is a refusal to each of them, and nothing is written any more until a sync works again. Nothing is
 * begun either while the disk is nearly full: H2 ends itself when it cannot write.
 *
 * <p>Writers take turns, and a turn ends behind its commit. H2 stores one table after the other, so what somebody else
 * writes meanwhile would be in the file by halves; a process that is killed then leaves half a transaction behind, which
 * nothing undoes (h2database issue 2080).
 */
public final class GroupCommit implements Durability {

    /** Brings everything that is committed to disk; called by one thread at a time. */
    public interface Sync extends AutoCloseable {
        void run() throws SQLException;

        @Override
        void close();
    }

    /** Those who wait for one sync. */
    private static final class Round {
        private boolean ended;
        private @Nullable Throwable failure;
    }

    private final Sync sync;
    private final FreeSpace space;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private Round gathering = new Round();
    private boolean syncing;
    private boolean broken;

    /** @param space on the disk that is synced */
    public GroupCommit(Sync sync, FreeSpace space) {
        this.sync = sync;
        this.space = space;
    }

    @Override
    public void requireSound() {
        space.require();
        if (isBroken()) {
            awaitDurable();
        }
    }

    @Override
    public void takeTurn() {
        turn.lock();
    }

    @Override
    public void endTurn() {
        turn.unlock();
    }

    @Override
    public void awaitDurable() {
        lock.lock();
        try {
            Round round = gathering;
            while (!round.ended) {
                if (syncing) {
                    ended.awaitUninterruptibly();
                } else {
                    lead(round);
                }
            }
            if (round.failure != null) {
                throw new BlogException.Unavailable(
                        "The disk does not take changes at the moment, so this one may be lost", round.failure);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        sync.close();
    }

    /** Syncs for the whole round, which those join who commit before it is this thread's turn; later ones gather anew. */
    private void lead(Round round) {
        syncing = true;
        round.failure = new IllegalStateException("The sync did not end");
        lock.unlock();
        Throwable failure = round.failure;
        turn.lock();
        try {
            gatherAnew();
            sync.run();
            failure = null;
        } catch (SQLException | RuntimeException e) {
            failure = e;
        } finally {
            turn.unlock();
            lock.lock();
            syncing = false;
            broken = failure != null;
            round.failure = failure;
            round.ended = true;
            ended.signalAll();
        }
    }

    private void gatherAnew() {
        lock.lock();
        try {
            gathering = new Round();
        } finally {
            lock.unlock();
        }
    }

    private boolean isBroken() {
        lock.lock();
        try {
            return broken;
        } finally {
            lock.unlock();
        }
    }
}

package dev.waxwing.adapter.jdbi.shared;

import dev.waxwing.domain.shared.BlogException;

/** What it takes until a committed change survives the loss of power. */
public interface Durability {
    /** For databases whose commit returns only when the change is on disk, and for those that have no disk. */
    Durability BY_COMMIT = new Durability() {
        @Override
        public void requireSound() {}

        @Override
        public void takeTurn() {}

        @Override
        public void endTurn() {}

        @Override
        public void awaitDurable() {}

        @Override
        public void close() {}
    };

    /**
     * Returns if a change may begin.
     *
     * @throws BlogException.Full while there is no room for changes
     * @throws BlogException.Unavailable while they cannot be brought to disk
     */
    void requireSound();

    /**
     * Waits until nobody else in this process writes, commits or syncs, where the database needs that; from here on nobody
     * else does until {@link #endTurn()}. Not to be held while waiting for the disk.
     */
    void takeTurn();

    void endTurn();

    /**
     * Returns once everything that was committed before the call is on disk.
     *
     * @throws BlogException.Unavailable if it could not be brought there
     */
    void awaitDurable();

    void close();
}

package dev.waxwing.adapter.jdbi.shared;

import org.jdbi.v3.core.Handle;

/** The other processes that serve the same blog: they are called when it changes, and heard when they call. */
public interface OtherNodes extends AutoCloseable {
    /** For a database that one process has for itself. */
    OtherNodes NONE = new OtherNodes() {
        @Override
        public void call(Handle handle) {}

        @Override
        public void whenTheyCall(Runnable listener) {}

        @Override
        public void close() {}
    };

    /** Calls them when the transaction is committed, and only then. */
    void call(Handle handle);

    /** See {@link dev.waxwing.application.change.ChangeFeed#whenOthersAppend}. */
    void whenTheyCall(Runnable listener);

    /** From here on, nobody is heard. */
    @Override
    void close();
}

package dev.waxwing.application.shared;

import java.util.function.Supplier;

/**
 * Port: everything inside one call is stored together or not at all. A call inside a call joins it; an exception that leaves
 * the inner one, or that a repository refuses to save with, undoes the whole even if it is caught further out. When the
 * outermost call returns, its effects survive the loss of the process and of power; the work stays on the calling thread.
 */
public interface UnitOfWork {
    <T> T execute(Supplier<T> work);

    /** The same for work that has no result. */
    default void run(Runnable work) {
        execute(() -> {
            work.run();
            return true;
        });
    }
}

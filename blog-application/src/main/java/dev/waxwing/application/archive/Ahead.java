package dev.waxwing.application.archive;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Has things made on a second thread, each while the one before it is used. */
final class Ahead<T> {
    private final ExecutorService maker = Executors.newSingleThreadExecutor(Ahead::thread);
    private final Iterator<T> things;

    private Ahead(Iterator<T> things) {
        this.things = things;
    }

    /**
     * Uses things on the caller's thread, in their order. Whichever of making and using fails ends it, and nothing is made
     * any more when this returns.
     *
     * @param things is asked on the second thread, and makes one when the next is asked for
     */
    static <T> void forEach(Iterator<T> things, Consumer<T> use) {
        new Ahead<>(things).forEach(use);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "import ahead");
        thread.setDaemon(true);
        return thread;
    }

    private void forEach(Consumer<T> use) {
        CompletableFuture<Optional<T>> next = begun();
        try {
            for (Optional<T> thing = await(next); thing.isPresent(); thing = await(next)) {
                next = begun();
                use.accept(thing.get());
            }
        } finally {
            next.exceptionally(failure -> Optional.empty()).join();
            maker.shutdown();
        }
    }

    private CompletableFuture<Optional<T>> begun() {
        return CompletableFuture.supplyAsync(
                () -> things.hasNext() ? Optional.of(things.next()) : Optional.empty(), maker);
    }

    private static <T> T await(CompletableFuture<T> coming) {
        try {
            return coming.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }
}

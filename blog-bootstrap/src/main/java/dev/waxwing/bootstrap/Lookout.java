package dev.waxwing.bootstrap;

import dev.waxwing.adapter.web.shared.Watcher;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/**
 * Watches from the first request on. The figures are made ready in the background, so that neither a start nor a reader waits
 * for them; what happens meanwhile is counted as soon as they are there.
 */
final class Lookout implements Watcher, AutoCloseable {
    private final CompletableFuture<Figures> figures = new CompletableFuture<>();
    private final LongAdder refusedSignIns = new LongAdder();

    /** @param making of the figures, from how many were refused to sign in */
    @SuppressWarnings("FutureReturnValueIgnored") // who asks for the figures is told what failed
    void begin(Function<LongAdder, Figures> making) {
        figures.completeAsync(() -> making.apply(refusedSignIns));
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // as above
    public void answered(String method, String route, int status, Duration took) {
        figures.thenAccept(ready -> ready.addAnswer(method, route, status, took));
    }

    @Override
    public void refusedSignIn() {
        refusedSignIns.increment();
    }

    @Override
    public String figures() {
        return figures.join().text();
    }

    @Override
    public String version() {
        return Version.current();
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // as above
    public void close() {
        figures.thenAccept(Figures::close);
    }
}

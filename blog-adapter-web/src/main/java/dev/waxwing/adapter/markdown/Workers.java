package dev.waxwing.adapter.markdown;

import dev.waxwing.domain.shared.BlogException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads to render on. Their stack has a known size, whatever the caller's has; there are as many as processors, at least
 * two; a text that takes longer than their patience is given up.
 */
final class Workers {
    private static final long STACK_BYTES = 16L << 20;

    private final Duration patience;
    private final int count = Math.max(2, Runtime.getRuntime().availableProcessors());
    private final Semaphore free = new Semaphore(count, true);
    private final AtomicInteger number = new AtomicInteger();
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(count, count, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this::thread);

    Workers(Duration patience) {
        this.patience = patience;
        threads.allowCoreThreadTimeOut(true);
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(null, work, "markdown-" + number.incrementAndGet(), STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    }

    /** Waits for a free thread first: only work that has begun is measured against the patience. */
    <T> T run(Callable<T> work) {
        try {
            if (!free.tryAcquire(2 * patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy(new TimeoutException());
            }
            return finished(begun(work));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy(e);
        }
    }

    private <T> Future<T> begun(Callable<T> work) {
        try {
            return threads.submit(() -> {
                try {
                    return work.call();
                } finally {
                    free.release();
                }
            });
        } catch (RuntimeException | Error e) {
            free.release();
            throw e;
        }
    }

    private <T> T finished(Future<T> work) throws InterruptedException {
        try {
            return work.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            work.cancel(true);
            throw Limits.tooSlow();
        } catch (ExecutionException e) {
            throw failure(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    private static RuntimeException failure(Throwable cause) {
        if (cause instanceof StackOverflowError) {
            return Limits.tooDeep();
        }
        if (cause instanceof RuntimeException refusal) {
            return refusal;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(cause);
    }

    private static BlogException busy(Exception cause) {
        return new BlogException.Unavailable("The renderer is busy; try again in a minute", cause);
    }
}

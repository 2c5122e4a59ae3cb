package dev.waxwing.adapter.markdown;

import dev.waxwing.domain.shared.BlogException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads to render on: as many as processors, at least two, with a stack of a known size, whatever the caller's is. Work
 * that takes more processor time than their patience is given up; time that it waits for a busy machine does not count.
 */
final class Workers {
    private static final long STACK_BYTES = 16L << 20;
    private static final int LOOKS_WITHIN_PATIENCE = 10;

    private final Duration patience;
    private final AtomicInteger number = new AtomicInteger();
    private final ThreadPoolExecutor threads;

    Workers(Duration patience) {
        this.patience = patience;
        int count = Math.max(2, Runtime.getRuntime().availableProcessors());
        // The queue needs no bound of its own: each caller waits for its one piece of work.
        this.threads =
                new ThreadPoolExecutor(count, count, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this::thread);
        threads.allowCoreThreadTimeOut(true);
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(null, work, "markdown-" + number.incrementAndGet(), STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    }

    <T> T run(Callable<T> work) {
        Measured<T> measured = new Measured<>(work);
        Future<T> result = threads.submit(measured);
        try {
            return await(result, measured);
        } catch (InterruptedException e) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw new BlogException.Unavailable("Rendering was interrupted; try again", e);
        } catch (ExecutionException e) {
            throw failure(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    private <T> T await(Future<T> result, Measured<T> measured) throws InterruptedException, ExecutionException {
        while (true) {
            try {
                return result.get(1 + patience.toMillis() / LOOKS_WITHIN_PATIENCE, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (measured.nanoseconds() > patience.toNanos()) {
                    result.cancel(true);
                    throw Limits.tooSlow();
                }
            }
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

    /** Loaded with the first text that is rendered; a server that is only read does without. */
    private static final class Times {
        private static final ThreadMXBean OF_THREADS = ManagementFactory.getThreadMXBean();
    }

    /** Work that knows how long its thread has been busy with it. */
    private static final class Measured<T> implements Callable<T> {
        private static final long NOT_BEGUN = -1;

        private final Callable<T> work;
        private volatile long thread = NOT_BEGUN;
        private volatile long begun;

        private Measured(Callable<T> work) {
            this.work = work;
        }

        @Override
        public T call() throws Exception {
            begun = Times.OF_THREADS.getCurrentThreadCpuTime();
            thread = Thread.currentThread().getId();
            return work.call();
        }

        private long nanoseconds() {
            return thread == NOT_BEGUN ? 0 : Times.OF_THREADS.getThreadCpuTime(thread) - begun;
        }
    }
}

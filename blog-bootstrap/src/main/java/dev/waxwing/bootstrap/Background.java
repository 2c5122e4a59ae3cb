package dev.waxwing.bootstrap;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens without anybody asking, a few times a second, one job after the other. */
final class Background implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);
    private static final long PERIOD_MILLISECONDS = 250;

    /** The first readers after a start come first. */
    private static final long DELAY_MILLISECONDS = 1_000;

    private static final long PATIENCE_SECONDS = 10;

    private final List<Job> jobs;
    private final ScheduledExecutorService thread;

    /** Work under a name. A failure ends neither it nor the others; the same one again is not worth another line. */
    static final class Job {
        private final String name;
        private final BooleanSupplier work;
        private volatile boolean failing;

        private Job(String name, BooleanSupplier work) {
            this.name = name;
            this.work = work;
        }

        Job(String name, Runnable work) {
            this(name, () -> {
                work.run();
                return true;
            });
        }

        /** @param work says whether it was tried; a pause after a failure leaves that standing */
        static Job withPauses(String name, BooleanSupplier work) {
            return new Job(name, work);
        }

        String name() {
            return name;
        }

        Optional<String> trouble() {
            return failing ? Optional.of("failed at the last attempt, and is tried again") : Optional.empty();
        }

        void run() {
            try {
                failing &= !work.getAsBoolean();
            } catch (RuntimeException e) {
                if (!failing) {
                    LOG.warn("Background work ({}) failed and will be tried again", name, e);
                }
                failing = true;
            }
        }
    }

    /** @param name of its thread */
    Background(String name, List<Job> jobs) {
        this.jobs = List.copyOf(jobs);
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread worker = new Thread(task, name);
            worker.setDaemon(true);
            return worker;
        });
    }

    List<Job> jobs() {
        return jobs;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // each job answers for its own failures
    void start() {
        thread.scheduleWithFixedDelay(
                () -> jobs.forEach(Job::run), DELAY_MILLISECONDS, PERIOD_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        closeAll(List.of(this));
    }

    /** Begins nothing more, and lets what goes on end. All of it together has as long as one alone. */
    static void closeAll(List<Background> all) {
        all.forEach(work -> work.thread.shutdown());
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        all.forEach(work -> work.awaitEnd(deadline));
    }

    private void awaitEnd(long deadline) {
        try {
            if (!thread.awaitTermination(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                LOG.warn("Background work did not end within {} seconds", PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
